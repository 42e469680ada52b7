# The product as one jar: built when its sources changed, and run from an unpacked copy. Sourced after common.sh, not run.
# shellcheck shell=bash
JAR=$ROOT/standalone/target/standalone-0.1.0-SNAPSHOT.jar
BUILT=$ROOT/standalone/target/built # as new as the sources that the jar was made from

# Folders count too: their time changes when a file is deleted.
changed() {
  shopt -s nullglob
  [[ -f $JAR && -f $BUILT ]] || return 0
  [[ -n $(find "$ROOT"/pom.xml "$ROOT"/*.graphqls "$ROOT"/*/pom.xml "$ROOT"/*/src/main -name generated -prune -o -newer "$BUILT" -print -quit) ]]
}

build() {
  use_maven
  say "正在构建（第一次要下载依赖，需几分钟）……" "building (the first time it downloads dependencies for some minutes) ..."
  mkdir -p "$ROOT/standalone/target"
  touch "$BUILT.next"
  (cd "$ROOT" && mvn -B -ntp -q -DskipTests -Dspotless.check.skip=true -pl standalone -am package) >&2 ||
    die "构建失败：原因见上" "the build failed: see above"
  mv "$BUILT.next" "$BUILT"
}

# Runs from an unpacked copy: it starts faster, and a later build does not pull the jar from under a running product.
unpack() {
  APP=$ROOT/.cache/run/$(cksum <"$JAR" | tr ' ' -)
  [[ ! -d $APP ]] || return 0
  rm -rf "$APP.next"
  java -Djarmode=tools -jar "$JAR" extract --destination "$APP.next" >&2
  mv "$APP.next" "$APP"
  # The last three are kept, for products that still run from them.
  # shellcheck disable=SC2012 # the names are checksums
  ls -dt "$ROOT"/.cache/run/*-* | tail -n +4 | while read -r old; do rm -rf "$old"; done
}

# Sets APP, the folder of the unpacked copy.
have_product() {
  use_jdk
  mkdir -p "$ROOT/.cache/run"
  lock "$ROOT/.cache/run/lock"
  if changed; then build; fi
  unpack
  exec 9>&-
}

# Becomes the product, so call it in a shell of its own; the arguments are its settings.
become_product() {
  LC_ALL=C.UTF-8 exec java -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Xmx1536m -jar "$APP/$(basename "$JAR")" "$@"
}

# Sets the array STORE_SETTINGS: the real stores if they are asked for, else the embedded ones of a folder.
store_settings() {
  local kind=$1 data=$2
  STORE_SETTINGS=(--tongke.stores="$kind" --tongke.data="$data")
  [[ $kind == external ]] || return 0
  services_up || die "没有真实存储可用：原因见上" "no real stores: see above"
  STORE_SETTINGS+=(--spring.mongodb.uri="$TONGKE_MONGO_URI" --tongke.bucket.endpoint="$TONGKE_S3_ENDPOINT")
  # Not as arguments: every user of the machine can read those.
  export TONGKE_BUCKET_ACCESS_KEY=$TONGKE_S3_ACCESS_KEY TONGKE_BUCKET_SECRET_KEY=$TONGKE_S3_SECRET_KEY
}

# What bin/backup and bin/restore do: move_data backup|restore SCRIPT ARGUMENT...
move_data() {
  local what=$1 script=$2 file="" data=$ROOT/.data stores=embedded log
  shift 2
  while [[ $# -gt 0 ]]; do
    case $1 in
      --data) data=$(value "$1" "$@"); shift ;;
      --services) stores=external ;;
      -h | --help) usage "$script"; exit ;;
      -*) die "未知选项 $1：见 bin/$what --help" "unknown option $1: see bin/$what --help" ;;
      *) file=$1 ;;
    esac
    shift
  done
  [[ -n $file ]] || die "缺少文件名：bin/$what FILE" "no file named: bin/$what FILE"
  case $what in
    backup)
      [[ ! -e $file ]] || die "$file 已存在，请换一个名字" "$file is there already: choose another name"
      [[ -d $(dirname "$file") && -w $(dirname "$file") ]] || die "不能写入 $(dirname "$file")" "cannot write to $(dirname "$file")"
      [[ $stores == external || -d $data ]] || die "没有数据目录 $data" "there is no data folder $data"
      ;;
    restore) [[ -r $file ]] || die "读不到 $file" "cannot read $file" ;;
  esac
  file=$(cd "$(dirname "$file")" && pwd)/$(basename "$file")
  have_product
  trap services_down EXIT
  store_settings "$stores" "$data"
  log=$(mktemp)
  if (become_product "${STORE_SETTINGS[@]}" --tongke."$what"="$file" --spring.main.banner-mode=off </dev/null >"$log" 2>&1); then
    say "完成：$(sed -n 's/.*BackupCommand *:* *//p' "$log" | tail -1)" "done: $file"
    rm -f "$log"
    return
  fi
  if grep -q FolderInUseException "$log"; then
    die "数据目录 $data 正被同课使用：先停止它" "the data folder $data is in use by Tongke: stop it first"
  fi
  sed -n 's/.*ERROR.*BackupCommand *:* *//p' "$log" >&2
  die "没有完成，日志 $log" "not done: see $log"
}
