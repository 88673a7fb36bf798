#!/usr/bin/env bash
# Measures what the system costs on this machine: one JSON object per metric. See --help.
set -euo pipefail
cd "$(dirname "$0")/.."

usage() {
  cat <<'HELP'
Usage: server-config/benchmark.sh [h2] [postgresql] [fleet] [--help]

Builds the distribution if it is not there, starts coordinators and workers of it on
free ports with throw-away directories, measures, and prints one JSON object per
metric on stdout; everything else goes to stderr. Both databases by default.
docs/benchmarks.md says what each metric means and what was measured so far.

Needs JDK 17 or newer, Maven 3.8.7 or newer and, for the proxy, ffmpeg. Leaves
nothing running. Close other programs first: the figures are wall-clock times.
DFFMPEG_JAVA_OPTS holds more options for the coordinators' JVMs.
HELP
}

for argument in "$@"; do
  case "$argument" in
    h2 | postgresql | fleet) ;;
    --help | -h) usage; exit 0 ;;
    *) usage >&2; echo "benchmark: unknown argument: $argument" >&2; exit 2 ;;
  esac
done

tests=server-config/system-tests
if [ ! -x server-config/target/dffmpeg/bin/dffmpeg-coordinator ] || [ ! -s $tests/target/benchmark.classpath ]; then
  echo "benchmark: building the distribution" >&2
  mvn -q package -DskipTests >&2
fi
home=$PWD/server-config/target/dffmpeg
cd $tests
exec java -Ddffmpeg.home="$home" -Ddffmpeg.java.options="${DFFMPEG_JAVA_OPTS:-}" -cp "target/test-classes:$(cat target/benchmark.classpath)" \
  org.dffmpeg.systemtest.benchmark.Benchmark "$@"
