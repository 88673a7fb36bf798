package org.dffmpeg.common.architecture.broken.boot;

/** The composition root. */
public class Wiring {}
