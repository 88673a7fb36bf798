# Sourced by dffmpeg-proxy when it is called by its own name; expects home, java, jar.

# set_up ARGS…: never returns.
set_up() {
  case ${1:-} in
    install)
      [ $# -eq 2 ] || wrong "'install' needs one DIRECTORY"
      mkdir -p "$2" || exit 1
      make_archive
      link_into "$2"
      ;;
    archive)
      [ $# -eq 1 ] || wrong "'archive' takes nothing else"
      make_archive
      ;;
    -h | --help) usage ;;
    --version) version ;;
    '') wrong "say what to do: 'install DIRECTORY' or 'archive'" ;;
    *) wrong "unknown command '$1'" ;;
  esac
  exit 0
}

# wrong WHY: one line, and the exit code of a wrong command line.
wrong() {
  echo "dffmpeg-proxy: $1 (see --help)" >&2
  exit 2
}

# version: the jar's, which is the client's too.
version() {
  of_client=$("$java" -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -cp "$jar" org.dffmpeg.client.cli.Main --version) || exit 1
  echo "dffmpeg-proxy ${of_client##* }"
}

usage() {
  cat << END
usage: dffmpeg-proxy install DIRECTORY    put links named ffmpeg and ffprobe there and prepare a fast start
       dffmpeg-proxy archive              only prepare the fast start (again after an update of Java or dffmpeg)
       dffmpeg-proxy --help | --version
Called as ffmpeg or ffprobe it passes all its arguments to a worker. It has no options of its own then:
settings come from DFFMPEG_CLIENT_CONFIG, ./dffmpeg-client.yaml, ~/.config/dffmpeg/client.yaml or
/etc/dffmpeg/client.yaml, in this order.
END
}

# make_archive: records the classes of one whole exchange (with a server of its own, in the same
# process) in lib/ or, where that is read-only, in the caller's cache.
make_archive() {
  target=$home/lib/dffmpeg-proxy.jsa
  if [ ! -w "$home/lib" ]; then
    target=${XDG_CACHE_HOME:-$HOME/.cache}/dffmpeg/dffmpeg-proxy.jsa
    mkdir -p "${target%/*}" || exit 1
  fi
  part=$target.$$
  stage=$(mktemp -d) || exit 1
  if (rehearse) > /dev/null 2>&1 && [ -s "$part" ]; then
    mv -f "$part" "$target"
    echo "prepared $target"
  else
    rm -f "$part"
    echo "dffmpeg-proxy: this Java writes no class archive; the proxy works without it, but starts slower" >&2
  fi
  rm -rf "$stage"
}

# rehearse: in the directory $stage, without the caller's settings.
rehearse() {
  cd "$stage" && unset DFFMPEG_CLIENT_CONFIG DFFMPEG_CLIENT_ID DFFMPEG_HMAC_KEY DFFMPEG_COORDINATOR_URL &&
    "$java" -Xlog:disable -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Xmx64m -XX:-UsePerfData \
      -XX:ArchiveClassesAtExit="$part" -cp "$jar" org.dffmpeg.client.proxy.Rehearsal
}

# link_into DIRECTORY: never replaces something that is not ours.
link_into() {
  for tool in ffmpeg ffprobe; do
    if [ -e "$1/$tool" ] && [ "$(readlink -f "$1/$tool")" != "$self" ]; then
      echo "dffmpeg-proxy: $1/$tool exists and is not a link to $self; choose another directory" >&2
      exit 1
    fi
    ln -sf "$self" "$1/$tool" || exit 1
    echo "linked $1/$tool"
  done
}
