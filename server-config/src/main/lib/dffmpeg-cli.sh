# Sourced by dffmpeg-client and dffmpeg-admin: starts one of the two command lines.
# Reads DFFMPEG_JAVA_OPTS (more options for the JVM).

. "$home/lib/dffmpeg-java.sh"

# run_cli MAIN ARGS…: becomes the JVM. It is told here which outputs are terminals and how wide they
# are, because Java cannot ask for one stream alone.
run_cli() {
  main=$1
  shift
  find_java
  terminal=
  [ -t 1 ] && terminal=stdout
  if [ -t 2 ]; then
    size=$(stty size 2> /dev/null < /dev/tty) || size=
    terminal="$terminal stderr ${size#* }"
  fi
  export DFFMPEG_TERMINAL="$terminal"
  # shellcheck disable=SC2086 # the options are words
  exec "$java" -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Xmx128m -XX:+ExitOnOutOfMemoryError -XX:-UsePerfData \
    ${DFFMPEG_JAVA_OPTS:-} -cp "$home/lib/dffmpeg-client.jar" "$main" "$@"
}
