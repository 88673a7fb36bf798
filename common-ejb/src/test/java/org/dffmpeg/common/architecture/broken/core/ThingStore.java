package org.dffmpeg.common.architecture.broken.core;

/** A port, which use cases may call. */
public interface ThingStore {}
