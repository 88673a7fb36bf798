#!/bin/sh
# From a fresh clone to a transcoded file: builds, starts a coordinator and a worker, transcodes a clip,
# checks it. See --help and docs/quickstart.md. POSIX sh.
set -u

frames_wanted=500 # 20 s at 25 frames a second
seconds_wanted=20
source_root=$(cd "$(dirname "$0")/.." && pwd -P) || exit 1
once=false
keep=false
children= # processes to stop, the newest first
work=     # the throw-away directory

usage() {
  cat << 'END'
Usage: server-config/quickstart.sh [--once] [--keep] [--help]

Builds dffmpeg if needed, starts a coordinator with an embedded database and a worker
on this machine, transcodes a 20 s clip through them and checks the result. Then it
stays up, says how to submit jobs, and stops everything on Ctrl-C.

  --once   stop everything after the clip; the last line is a summary in JSON
  --keep   leave the throw-away directory (logs, keys, database) when stopping
  --help   show this text

Needs JDK 17 or newer and Maven 3.8.7 or newer. DFFMPEG_HOME=/opt/dffmpeg takes that
installation instead of building one. The transcoded clip is left in
server-config/target/quickstart.
END
}

say() { echo "quickstart: $*"; }

fail() {
  echo "quickstart: $*" >&2
  exit 1
}

# ------------------------------------------------------------------- processes

# start LOG COMMAND…: runs it in the background, its output in LOG; sets started.
start() {
  log=$1
  shift
  "$@" > "$log.out" 2> "$log.err" < /dev/null &
  started=$!
  children="$started $children"
}

# is_running PID: of a child whose exit code nobody needs. The shell must look after its children first:
# a dead one that it has not looked after still counts as there.
is_running() {
  jobs > /dev/null 2>&1
  kill -0 "$1" 2> /dev/null
}

# waits_for SECONDS PID: whether PID ended within that time.
waits_for() {
  tenths=$(($1 * 10))
  while is_running "$2"; do
    [ "$tenths" -gt 0 ] || return 1
    tenths=$((tenths - 1))
    sleep 0.1
  done
}

# stop PID: politely, again (a worker then ends what it runs), by force.
stop() {
  is_running "$1" || return 0
  kill -TERM "$1" 2> /dev/null
  waits_for 8 "$1" && return
  kill -TERM "$1" 2> /dev/null
  waits_for 7 "$1" && return
  kill -KILL "$1" 2> /dev/null
  wait "$1" 2> /dev/null
}

stop_all() {
  for child in $children; do
    stop "$child"
  done
  children=
}

clean_up() {
  trap '' INT TERM HUP
  trap - EXIT
  stop_all
  [ -n "$work" ] || return 0
  if "$keep"; then
    say "left $work"
  else
    rm -rf "$work"
  fi
}

trap 'clean_up' EXIT
trap 'exit 130' INT
trap 'exit 143' TERM
trap 'exit 129' HUP

# wait_through PID: its exit code. Signals end the script meanwhile, which a foreground child would delay.
wait_through() {
  wait "$1"
  code=$?
  remaining=
  for child in $children; do
    [ "$child" = "$1" ] || remaining="$remaining $child"
  done
  children=$remaining
  return "$code"
}

# --------------------------------------------------------------------- build

# is_fresh: whether the distribution is there and no source is newer. Its files all have the same
# invented time, so that builds can be compared; the archive of them has the real one.
is_fresh() {
  archive=$source_root/server-config/target/dffmpeg.tar.gz
  [ -r "$archive" ] && [ -r "$home/lib/dffmpeg-coordinator.war" ] || return 1
  newer=$(find "$source_root"/pom.xml "$source_root"/*/pom.xml "$source_root"/*/src -type f \
    -newer "$archive" 2> /dev/null | head -n 1)
  [ -z "$newer" ]
}

build() {
  home=${DFFMPEG_HOME:-}
  if [ -n "$home" ]; then
    [ -x "$home/bin/dffmpeg-coordinator" ] || fail "DFFMPEG_HOME=$home holds no bin/dffmpeg-coordinator"
    return
  fi
  home=$source_root/server-config/target/dffmpeg
  if is_fresh; then
    say "the distribution is built already"
    return
  fi
  [ -x "$JAVA_HOME/bin/javac" ] || fail "$JAVA_HOME is a Java without compiler; install a JDK (Debian: apt install openjdk-17-jdk-headless)"
  command -v mvn > /dev/null 2>&1 || fail "Maven is missing; install it (Debian: apt install maven)"
  say "building with Maven (the first time it downloads about 300 MB)"
  start "$work/build" mvn --batch-mode --no-transfer-progress --file "$source_root/pom.xml" \
    --projects server-config --also-make package -DskipTests -Dspotless.check.skip -Djacoco.skip
  maven=$started
  show_build &
  display=$!
  children="$display $children"
  wait_through "$maven"
  built=$?
  stop "$display"
  [ "$built" -eq 0 ] || {
    grep -h '^\[.*ERROR' "$work/build.out" | head -n 20 >&2
    fail "the build failed"
  }
  [ -r "$home/lib/dffmpeg-coordinator.war" ] || fail "the build left no distribution in $home"
}

# show_build: says each module as Maven reaches it, until it is stopped.
show_build() {
  shown=0
  while sleep 0.5 && [ -e "$work/build.out" ]; do
    modules=$(sed -n 's/\x1b\[[0-9;]*m//g; s/^\[INFO\] Building \(.*[^ ]\)  *\[\([0-9/]*\)\]$/\2 \1/p' "$work/build.out")
    count=$(printf '%s' "$modules" | grep -c '')
    if [ "$count" -gt "$shown" ]; then
      printf '%s\n' "$modules" | tail -n +$((shown + 1)) | sed 's/^/quickstart:   /'
      shown=$count
    fi
  done
}

# -------------------------------------------------------------------- ffmpeg

# runs DIRECTORY: whether it holds an ffmpeg and an ffprobe that start; sets ffmpeg and ffprobe.
runs() {
  "$1/ffmpeg" -version > /dev/null 2>&1 && "$1/ffprobe" -version > /dev/null 2>&1 || return 1
  ffmpeg=$1/ffmpeg
  ffprobe=$1/ffprobe
}

on_path() {
  found=$(command -v ffmpeg) && runs "${found%/*}"
}

from_apt() {
  [ "$(id -u)" = 0 ] && command -v apt-get > /dev/null 2>&1 || return 1
  say "installing ffmpeg through apt"
  start "$work/apt" sh -c 'export DEBIAN_FRONTEND=noninteractive
    apt-get install -y -q --no-install-recommends ffmpeg ||
      { apt-get update -q && apt-get install -y -q --no-install-recommends ffmpeg; }'
  wait_through "$started" && on_path
}

# The build of it that Maven Central holds, for machines where nothing may be installed.
from_maven() {
  case $(uname -s)-$(uname -m) in
    Linux-x86_64 | Linux-amd64) platform=linux-x86_64-gpl ;;
    Linux-aarch64 | Linux-arm64) platform=linux-arm64-gpl ;;
    Darwin-x86_64) platform=macosx-x86_64-gpl ;;
    Darwin-arm64) platform=macosx-arm64-gpl ;;
    *) return 1 ;;
  esac
  command -v mvn > /dev/null 2>&1 || return 1
  target=$source_root/server-config/target/ffmpeg
  binaries=$target/org/bytedeco/ffmpeg/$platform
  if [ ! -x "$binaries/ffmpeg" ]; then
    say "fetching a build of ffmpeg through Maven (31 MB)"
    start "$work/fetch" mvn --batch-mode --no-transfer-progress --file "$source_root/server-config/pom.xml" \
      org.apache.maven.plugins:maven-dependency-plugin:3.11.0:unpack \
      -Dartifact="org.bytedeco:ffmpeg:8.1.2-1.5.14:jar:$platform" -DoutputDirectory="$target"
    wait_through "$started" || return 1
    chmod +x "$binaries/ffmpeg" "$binaries/ffprobe" 2> /dev/null || return 1
  fi
  runs "$binaries"
}

find_ffmpeg() {
  on_path || from_apt || from_maven ||
    fail "there is no ffmpeg that starts; install one and put it on the PATH (Debian: apt install ffmpeg)"
  say "using $ffmpeg"
  video="-c:v mpeg4 -q:v 4"
  "$ffmpeg" -hide_banner -encoders 2> /dev/null | grep -q ' libx264 ' && video="-c:v libx264 -preset ultrafast"
}

# ------------------------------------------------------------------- programs

random_port() {
  echo $(($(od -An -N2 -tu2 /dev/urandom) % 40000 + 20000))
}

# start_coordinator: on a free port; sets url and coordinator. A port that somebody took is tried no more.
start_coordinator() {
  say "starting the coordinator"
  for try in 1 2 3 4 5; do
    port=$(random_port)
    url=http://127.0.0.1:$port
    DFFMPEG_JAVA_OPTS="-XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Xmx512m" \
      start "$work/coordinator" "$home/bin/dffmpeg-coordinator" --port "$port" --data-dir "$work/data"
    coordinator=$started
    while is_running "$coordinator"; do
      grep -qs ' ready at ' "$work/coordinator.out" && return
      sleep 0.1
    done
    grep -q 'cannot listen' "$work/coordinator.err" || break
  done
  tail -n 5 "$work/coordinator.err" >&2
  fail "the coordinator did not start"
}

# add_identity NAME ROLE FILE: makes it and writes its key to FILE.
add_identity() {
  start "$work/admin" "$home/bin/dffmpeg-admin" --coordinator-url "$url" --data-dir "$work/data" \
    --json user add "$1" --role "$2"
  wait_through "$started" || {
    cat "$work/admin.err" >&2
    fail "the identity $1 was not added"
  }
  (umask 077 && sed -n 's/.*"hmac_key":"\([^"]*\)".*/\1/p' "$work/admin.out" > "$3")
  rm -f "$work/admin.out"
}

# settings NAME ROLE: the lines that client and worker share. The same files have another path for each.
settings() {
  mkdir -p "$work/files/in" "$work/files/out" "$work/$2"
  ln -s "$work/files/in" "$work/$2/in"
  ln -s "$work/files/out" "$work/$2/out"
  add_identity "$1" "$2" "$work/$2.key"
  cat > "$work/$2.yaml" << END
client_id: $1
hmac_key_file: $work/$2.key
coordinator: {host: 127.0.0.1, port: $port}
paths:
  In: $work/$2/in
  Out: $work/$2/out
END
}

start_worker() {
  settings quickstart-worker worker
  cat >> "$work/worker.yaml" << END
binaries:
  ffmpeg: $ffmpeg
  ffprobe: $ffprobe
spool_dir: $work/spool
registration_interval: 5
min_drain_time_seconds: 0
END
  say "starting a worker"
  start "$work/worker-log" "$home/bin/dffmpeg-worker" --config "$work/worker.yaml"
  worker=$started
}

# ---------------------------------------------------------------------- job

make_clip() {
  say "making a clip of $seconds_wanted s, 1280x720, with a tone"
  start "$work/clip" "$ffmpeg" -nostdin -v error -y -f lavfi -i "testsrc2=size=1280x720:rate=25" \
    -f lavfi -i "sine=frequency=440:sample_rate=48000" -t "$seconds_wanted" \
    -c:v mpeg4 -q:v 2 -c:a pcm_s16le "$work/files/in/clip.mkv"
  wait_through "$started" || {
    cat "$work/clip.err" >&2
    fail "ffmpeg could not make the clip"
  }
}

# transcode: sets exit_code, and status as the coordinator says it.
transcode() {
  say "transcoding $work/client/in/clip.mkv to $work/client/out/clip.mp4 on the worker"
  # shellcheck disable=SC2086 # the options are words
  "$home/bin/dffmpeg-client" --config "$work/client.yaml" --json submit --strict-paths -- -hide_banner -y \
    -i "$work/client/in/clip.mkv" $video -c:a aac -movflags +faststart "$work/client/out/clip.mp4" \
    > "$work/job.json" < /dev/null &
  children="$! $children"
  wait_through $!
  exit_code=$?
  status=$(word status)
  [ -n "$status" ] || status=failed
}

# word KEY: a text of the job that the client printed.
word() { sed -n "s/.*\"$1\":\"\([^\"]*\)\".*/\1/p" "$work/job.json"; }

# probe ENTRIES OPTIONS…: a single value that ffprobe finds in the result.
probe() {
  entries=$1
  shift
  "$ffprobe" -v error "$@" -show_entries "$entries" -of default=nokey=1:noprint_wrappers=1 \
    "$work/files/out/clip.mp4" 2> /dev/null | head -n 1
}

# check: measures the result; sets verdict to what is wrong with it, or to nothing.
check() {
  verdict=
  frames=$(probe stream=nb_read_frames -count_frames -select_streams v:0)
  duration=$(probe format=duration)
  codec=$(probe stream=codec_name -select_streams v:0)
  audio=$(probe stream=codec_name -select_streams a:0)
  [ "$status" = completed ] && [ "$exit_code" -eq 0 ] || verdict="the job ended as $status with $exit_code"
  [ -n "$verdict" ] || [ "$frames" = "$frames_wanted" ] || verdict="expected $frames_wanted frames, found ${frames:-none}"
  [ -n "$verdict" ] || [ -n "$audio" ] || verdict="the sound is missing"
  [ -n "$verdict" ] || awk -v d="$duration" -v w="$seconds_wanted" 'BEGIN { exit !(d > w - 0.2 && d < w + 0.2) }' ||
    verdict="expected $seconds_wanted s, found ${duration:-nothing}"
}

# keep_result: out of the throw-away directory; sets output.
keep_result() {
  output=$source_root/server-config/target/quickstart
  mkdir -p "$output" && mv -f "$work/files/out/clip.mp4" "$output/clip.mp4" 2> /dev/null
  output=$output/clip.mp4
}

# json_text TEXT: escaped, between quotes.
json_text() { printf '"%s"' "$(printf '%s' "$1" | sed 's/[\\"]/\\&/g')"; }

summary() {
  printf '{"status":"%s","exit_code":%s,"output":%s,"frames":%s,"duration":%s,"video":"%s","audio":"%s","job_id":"%s","worker_id":"%s"}\n' \
    "$status" "$exit_code" "$(json_text "$output")" "${frames:-null}" "${duration:-null}" "$codec" "$audio" "$(word job_id)" "$(word worker_id)"
}

how_to_use() {
  cat << END

The coordinator is at $url (console: $url/console/), the keys are in
  $work/data/localadmin.key   (for dffmpeg-admin --data-dir $work/data --coordinator-url $url)
  $work/client.yaml           (settings of a client, with its key beside it)

Submit something, from another terminal:
  export DFFMPEG_CLIENT_CONFIG=$work/client.yaml
  $home/bin/dffmpeg-client submit -y -i $work/client/in/clip.mkv $video $work/client/out/again.mp4
  $home/bin/dffmpeg-client status
  $home/bin/dffmpeg-client --help    (jobs: their output, their end)

Logs: $work/*.err. Stop with Ctrl-C; the directory is removed then.
END
}

# stay: until a signal, or until one of the two has ended.
stay() {
  coordinator_and_worker=$children
  while is_running "$coordinator" && is_running "$worker"; do
    sleep 1 &
    children="$! $coordinator_and_worker"
    wait $!
  done
  tail -n 5 "$work/coordinator.err" "$work/worker-log.err" >&2
  fail "coordinator or worker has ended"
}

# --------------------------------------------------------------------- main

while [ $# -gt 0 ]; do
  case $1 in
    --once) once=true ;;
    --keep) keep=true ;;
    -h | --help)
      usage
      exit 0
      ;;
    *)
      usage >&2
      exit 2
      ;;
  esac
  shift
done

. "$source_root/server-config/src/main/lib/dffmpeg-java.sh"
find_java
JAVA_HOME=${java%/bin/java}
export JAVA_HOME
# What the caller has set for an installation of his must not reach this one.
for variable in $(env | sed -n 's/^\(DFFMPEG_[A-Z_]*\)=.*/\1/p'); do
  [ "$variable" = DFFMPEG_HOME ] || unset "$variable"
done
work=$(mktemp -d "${TMPDIR:-/tmp}/dffmpeg-quickstart.XXXXXX") || exit 1
work=$(cd "$work" && pwd -P)

build
find_ffmpeg
start_coordinator
start_worker
make_clip
settings quickstart-client client
transcode
check
[ -z "$verdict" ] || echo "quickstart: $verdict" >&2
if "$once"; then
  stop_all
  keep_result
  result=$(summary)
  clean_up
  echo "$result"
  [ -z "$verdict" ]
  exit
fi
[ -z "$verdict" ] || exit 1
output=$work/client/out/clip.mp4
summary
how_to_use
stay
