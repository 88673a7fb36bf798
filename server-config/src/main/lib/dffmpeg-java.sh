# Sourced by the launchers in bin/, never run: finds a JVM that can run dffmpeg.
#
#   find_java          sets java to the path of a JVM of at least version 17, or ends with 1 and one line
#
# Sourcing it also gives Java a locale of UTF-8 where there is none (containers, cron, units): in the
# C locale Java 17 cannot open a file whose name is not ASCII.
#
# The version is read from the JDK's "release" file, because starting a JVM only to ask it costs more
# than the whole of a short job. POSIX sh; forks at most once.

needed_java=17

case ${LC_ALL:-${LC_CTYPE:-${LANG:-}}} in
  '' | C | POSIX) export LC_ALL=C.UTF-8 ;;
esac

# java_major HOME: sets major to the JVM's major version, or to nothing if HOME holds no JVM.
java_major() {
  major=
  [ -x "$1/bin/java" ] || return 0
  if [ -r "$1/release" ]; then
    while IFS='=' read -r key value; do
      [ "$key" = JAVA_VERSION ] || continue
      value=${value#\"}
      value=${value#1.}
      major=${value%%[!0-9]*}
    done < "$1/release"
  fi
  [ -n "$major" ] || major=$("$1/bin/java" -version 2>&1 | sed -n 's/.*version "\(1\.\)\{0,1\}\([0-9]*\).*/\2/p')
}

# java_fits HOME: whether HOME holds a JVM that is new enough; java is then set.
java_fits() {
  java_major "$1"
  [ -n "$major" ] && [ "$major" -ge "$needed_java" ] || return 1
  java=$1/bin/java
}

find_java() {
  if [ -n "${JAVA_HOME:-}" ]; then
    java_fits "$JAVA_HOME" && return 0
    if [ -n "$major" ]; then
      no_java "JAVA_HOME=$JAVA_HOME is Java $major"
    fi
    no_java "JAVA_HOME=$JAVA_HOME holds no bin/java"
  fi
  found="no java on the PATH"
  if command -v java > /dev/null 2>&1; then
    on_path=$(command -v java)
    on_path=$(readlink -f "$on_path" || echo "$on_path")
    java_fits "${on_path%/bin/java}" && return 0
    found="$on_path is Java ${major:-of an unknown version}"
  fi
  for candidate in /usr/lib/jvm/* /opt/java/*; do
    java_fits "$candidate" && return 0
  done
  no_java "$found"
}

no_java() {
  echo "${0##*/}: Java $needed_java or newer is needed, but $1; install one (Debian: apt install openjdk-17-jre-headless) or set JAVA_HOME" >&2
  exit 1
}
