#!/usr/bin/env bash
# Runs every test of every kind, after installing what they need. See --help.
set -euo pipefail
cd "$(dirname "$0")/.."

usage() {
  cat <<'HELP'
Usage: server-config/verify.sh [--bars] [--help]

Builds everything and runs every test: unit, property, architecture, the store
contracts on H2 and PostgreSQL, container tests on Payara Micro and system tests
over real processes and a real ffmpeg. Ends with 0 only when all of them ran and
passed; the last line counts them.

  --bars   run the bars at the full sizes that the issues name (much longer)
  --help   show this text

Needs JDK 17 or newer and Maven 3.8.7 or newer. ffmpeg and faketime are installed
through apt when they are missing and you are root. The servers and databases that the tests
start come from Maven.
HELP
}

fail() {
  echo "verify: $*" >&2
  exit 1
}

bars=small
while [ $# -gt 0 ]; do
  case "$1" in
    --bars) bars=full ;;
    --help | -h) usage; exit 0 ;;
    *) usage >&2; fail "unknown option: $1" ;;
  esac
  shift
done

has() { command -v "$1" >/dev/null 2>&1; }

# need TOOL PACKAGE: the tool is there, or is installed, or we stop with one line.
need() {
  has "$1" && return
  if [ "$(id -u)" -eq 0 ] && has apt-get; then
    echo "verify: installing $2 for $1"
    { DEBIAN_FRONTEND=noninteractive apt-get install -y -q "$2" ||
      { apt-get update -q && DEBIAN_FRONTEND=noninteractive apt-get install -y -q "$2"; }; } >/dev/null || true
  fi
  has "$1" || fail "$1 is missing; install it first (Debian and Ubuntu: apt-get install $2)"
}

need javac openjdk-17-jdk-headless
need mvn maven
need ffmpeg ffmpeg
need ffprobe ffmpeg
need setpriv util-linux
need faketime faketime # a coordinator whose clock is wrong
need unshare util-linux # embedded PostgreSQL gives up root with it

# Surefire and Failsafe leave one file per test class, with its totals in <testsuite …>.
reports() {
  find . \( -path '*/target/surefire-reports/TEST-*.xml' -o -path '*/target/failsafe-reports/TEST-*.xml' \) "$@"
}

# Ends non-zero when a test failed, was skipped (a missing tool must fail its test), or none ran.
summary() {
  reports -exec grep -l '<skipped' {} + | sed 's/^/skipped tests in /'
  reports -exec grep -ho '<testsuite [^>]*>' {} + | awk '
    function count(name) {
      return match($0, " " name "=\"[0-9]+\"") ? substr($0, RSTART + length(name) + 3) + 0 : 0
    }
    { tests += count("tests"); failed += count("failures") + count("errors"); skipped += count("skipped") }
    END {
      printf "%d passed, %d failed, %d skipped\n", tests - failed - skipped, failed, skipped
      exit tests == 0 || failed > 0 || skipped > 0
    }'
}

# Says which integration tests left no report: a lost report must not pass for a success.
unreported() {
  find . -name '*IT.java' -path '*/src/*' -not -path '*/target/*' | sed 's|.*/||; s|\.java$||' | sort |
    while read -r class; do
      reports -name "TEST-*.$class.xml" -exec grep -l '<testcase' {} + | grep . >/dev/null || echo "no test ran in $class"
    done
}

# --fail-at-end: one broken module does not hide what the others have to say.
# --threads: client and worker are tested beside the coordinator.
status=0
mvn --batch-mode --no-transfer-progress --fail-at-end --threads 2 clean verify \
  -Dtest.excludedTags=none -Ddffmpeg.bars="$bars" || status=$?
lost=$(unreported)
[ -z "$lost" ] || { echo "$lost"; [ "$status" -ne 0 ] || status=1; }
summary || [ "$status" -ne 0 ] || status=1
exit "$status"
