package org.dffmpeg.common.architecture.broken.library;

/** Stands for a library that only one package may use. */
public class ThirdParty {}
