package org.dffmpeg.worker.capability;

/** One line of {@code -encoders} or {@code -decoders}. Immutable. */
record Codec(String name, boolean isVideo) {}
