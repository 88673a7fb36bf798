/**
 * What the system costs, in numbers: one JSON object per metric on stdout. Run by {@code
 * server-config/benchmark.sh}; figures and how to read them are in docs/benchmarks.md.
 */
@NullMarked
package org.dffmpeg.systemtest.benchmark;

import org.jspecify.annotations.NullMarked;
