package org.dffmpeg.common.architecture.broken.client.internal;

/** Not for users of the client, nor for the worker. */
public class Hidden {}
