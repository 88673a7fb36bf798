package org.dffmpeg.common.architecture.broken.unmarked;

/** Breaks A16: its package says nothing about nulls. */
public class Unmarked {}
