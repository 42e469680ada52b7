# Shared by the commands in bin/: where things are, how they speak, which JDK they use. Sourced, not run.
# shellcheck shell=bash
# Messages are one line, Chinese first, and go to stderr; only what another program reads goes to stdout.

ROOT=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
export ROOT
# Downloaded and built tools; several clones on one machine can share them.
CACHE=${TONGKE_CACHE:-$ROOT/.cache}
mkdir -p "$CACHE"
CACHE=$(cd "$CACHE" && pwd)

have() { command -v "$1" >/dev/null 2>&1; }
say() { printf '%s\n' "$1 · $2" >&2; }
die() { say "$1" "$2"; exit 1; }
# Takes the value of an option: value --port "$@" (with "$@" still starting at the option).
value() { [[ $# -ge 3 && -n $3 ]] || die "$1 后面要有值" "$1 needs a value"; printf '%s' "$3"; }
# The comment block at the top of a command is its help.
usage() { sed -n '2,/^[^#]/{s/^# \{0,1\}//p;}' "$1"; }

is_port() { [[ $1 =~ ^[0-9]{1,5}$ && $1 -ge 1 && $1 -le 65535 ]]; }
port_busy() { (exec 3<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null; }
# Whether GET http://localhost:PORT/PATH is answered with 200.
answers() {
  local code
  code=$( (exec 3<>"/dev/tcp/127.0.0.1/$1" && printf 'GET %s HTTP/1.1\r\nHost: localhost:%s\r\nConnection: close\r\n\r\n' "$2" "$1" >&3 &&
    read -r -t 10 _ code _ <&3 && printf '%s' "$code") 2>/dev/null) || return
  [[ $code == 200 ]]
}
free_port_from() {
  local port=$1
  while port_busy "$port"; do port=$((port + 1)); done
  printf '%s' "$port"
}

# Runs one at a time whatever follows in this process; fd 9 must be closed for what outlives it (9>&-).
lock() {
  exec 9>"$1"
  if have flock; then flock 9; fi
}

jdk_version() { "$1/bin/java" -XshowSettings:properties -version 2>&1 | sed -n 's/^ *java.specification.version = \([0-9]*\).*/\1/p'; }

# Exports JAVA_HOME and PATH of the first JDK 25 or later in the usual places.
use_jdk() {
  local home on_path=""
  if have javac; then on_path=$(dirname "$(dirname "$(readlink -f "$(command -v javac)" 2>/dev/null || command -v javac)")"); fi
  for home in "${JAVA_HOME:-}" "$on_path" /usr/lib/jvm/* /opt/* "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/* \
    /Library/Java/JavaVirtualMachines/*/Contents/Home /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home; do
    [[ -x $home/bin/javac && -x $home/bin/java ]] || continue
    [[ $(jdk_version "$home") -ge 25 ]] || continue
    export JAVA_HOME=$home PATH="$home/bin:$PATH"
    return
  done
  die "没有找到 JDK 25 或更新版本：请安装（如 adoptium.net 的 Temurin 25）并设置 JAVA_HOME" \
    "no JDK 25 or later found: install one (for instance Temurin 25 from adoptium.net) and set JAVA_HOME"
}

# Maven's own libraries make JDK 25 print warnings that nobody here can mend.
use_maven() {
  use_jdk
  export MAVEN_OPTS="${MAVEN_OPTS:-} --sun-misc-unsafe-memory-access=allow --enable-native-access=ALL-UNNAMED"
  have mvn || die "没有找到 Maven：apt-get install maven 或 brew install maven" "no Maven found: apt-get install maven, or brew install maven"
}

# Exports the addresses of the real stores: those of the environment, else bin/services, started if need be.
# services_down stops what was started here.
SERVICES_STARTED=""
stores_given() { [[ -n ${TONGKE_MONGO_URI:-} && -n ${TONGKE_S3_ENDPOINT:-} && -n ${TONGKE_S3_ACCESS_KEY:-} && -n ${TONGKE_S3_SECRET_KEY:-} ]]; }
services_up() {
  ! stores_given || return 0
  local addresses
  "$ROOT/bin/services" status >/dev/null 2>&1 || SERVICES_STARTED=yes
  addresses=$("$ROOT/bin/services" start) || return
  set -a
  eval "$addresses"
  set +a
}
services_down() {
  [[ -z $SERVICES_STARTED ]] || "$ROOT/bin/services" stop
  SERVICES_STARTED=""
}
