#!/usr/bin/env bash
# Builds the Dockerfile and runs the image, on a Debian machine without any container engine: the
# bases come from Debian's packages and this machine's JDK, tagged with the names they stand for.
# Wants root and the database in DATABASE_URL, DATABASE_USER and DATABASE_PASSWORD; prints what it saw.
# Nothing is waited for without an end: a step that takes too long is stopped and says where it was.
set -eu
cd "$(dirname "$0")/../../.."
JAVA_HOME=$(tools/jdk)
work=${CONTAINER_WORK:-/var/tmp/gennaker-container}
mkdir -p "$work"

missing=
for tool in podman buildah runc debootstrap; do command -v $tool >/dev/null || missing="$missing $tool"; done
# shellcheck disable=SC2086
[ -z "$missing" ] || { timeout 120 apt-get -q update && timeout 300 apt-get -qy install --no-install-recommends $missing; } >"$work/apt.log" 2>&1

cat >"$work/containers.conf" <<C
[containers]
netns="host"
default_ulimits=["nofile=4096:4096","nproc=4096:4096"]
[engine]
runtime="runc"
cgroup_manager="cgroupfs"
events_logger="file"
C
cat >"$work/storage.conf" <<C
[storage]
driver="overlay"
graphroot="$work/graph"
runroot="$work/run"
C
export CONTAINERS_CONF=$work/containers.conf CONTAINERS_STORAGE_CONF=$work/storage.conf

# base NAME ROOTFS: an image of a folder, with the JDK where the official ones have it
base() {
  local container
  container=$(buildah from scratch)
  buildah copy -q "$container" "$2" / >/dev/null
  buildah config --env JAVA_HOME=/opt/java/openjdk --env PATH=/opt/java/openjdk/bin:/usr/sbin:/usr/bin:/sbin:/bin "$container"
  buildah commit -q --rm "$container" "$1" >/dev/null
}

runtime=eclipse-temurin:25-jdk builder=maven:3.9-eclipse-temurin-25
if ! buildah inspect "$builder" >/dev/null 2>&1; then
  echo "Making base images …"
  mirror=$(apt-get indextargets --format '$(REPO_URI)' 'Created-By: Packages' | head -n 1)
  release=$(. /etc/os-release && echo "$VERSION_CODENAME")
  [ -d "$work/debian" ] || {
    timeout 600 debootstrap --variant=minbase --include=ca-certificates "$release" "$work/debian.new" "$mirror" >"$work/debootstrap.log" 2>&1
    mv "$work/debian.new" "$work/debian"
  }
  rm -rf "$work/rootfs"
  cp -a "$work/debian" "$work/rootfs"
  mkdir -p "$work/rootfs/opt/java"
  cp -a "$(readlink -f "$JAVA_HOME")" "$work/rootfs/opt/java/openjdk"
  base $runtime "$work/rootfs"
  # Maven and npm as this machine has them.
  mkdir -p "$work/rootfs/usr/share/java" "$work/rootfs/usr/lib/node_modules"
  cp -a /usr/share/maven "$work/rootfs/usr/share/"
  cp -aL /usr/share/java/. "$work/rootfs/usr/share/java/"
  ln -sf ../share/maven/bin/mvn "$work/rootfs/usr/bin/mvn"
  cp -aL "$(command -v node)" "$work/rootfs/usr/bin/node"
  cp -a /usr/lib/node_modules/npm "$work/rootfs/usr/lib/node_modules/"
  ln -sf ../lib/node_modules/npm/bin/npm-cli.js "$work/rootfs/usr/bin/npm"
  base $builder "$work/rootfs"
  rm -rf "$work/rootfs"
fi

echo "Building the image …"
begun=$SECONDS
# Where packages come from is this machine's configuration: seen while building, never in a layer.
volumes=()
for shared in "$HOME/.m2" "$HOME/.npm" /etc/maven /etc/ssl/certs; do
  [ ! -e "$shared" ] || volumes+=(-v "$shared:$shared")
done
# npm's too, as one file of the user's: the npm that builds the screen has another prefix and reads no
# global file, and the certificates that Node is told of in the environment stop at the container's wall.
# Without them every request is tried again for minutes, which looks as if npm hung.
npmrc=$work/npmrc
(
  umask 077
  cat /etc/npmrc /usr/etc/npmrc "$HOME/.npmrc" >"$npmrc" 2>/dev/null || true
  [ -z "${NODE_EXTRA_CA_CERTS:-}" ] || echo "cafile=$NODE_EXTRA_CA_CERTS" >>"$npmrc"
)
volumes+=(-v "$npmrc:$HOME/.npmrc")

timeout --foreground -k 30 "${BUILD_SECONDS:-1500}" \
  buildah bud --format docker --isolation chroot --network host "${volumes[@]}" -t gennaker . >"$work/build.log" 2>&1 || {
  echo "not built after $((SECONDS - begun)) s, see $work/build.log:"
  tail -n 30 "$work/build.log"
  # What Maven said last, while the layer it is in still exists.
  find "$work/graph" -path '*/src/target/run/build.log' -exec tail -n 20 {} + 2>/dev/null
  exit 1
}
echo "built in $((SECONDS - begun)) s, $(podman image inspect --format '{{.Size}}' gennaker | awk '{print int($1/1e6)}') MB"

port=${PORT:-18099}
podman rm -f gennaker-test >/dev/null 2>&1 || true
trap 'podman rm -f gennaker-test >/dev/null 2>&1 || true' EXIT
begun=$SECONDS
# AOTMode=on: the JVM refuses to start when it cannot use the cache; otherwise it would do without.
podman run -d --name gennaker-test --network host --read-only --tmpfs /tmp \
  -e SERVER_PORT="$port" -e SERVER_ADDRESS=127.0.0.1 -e GENNAKER_JAVA_OPTS=-XX:AOTMode=on \
  -e SPRING_DATASOURCE_URL="$DATABASE_URL" -e SPRING_DATASOURCE_USERNAME="$DATABASE_USER" \
  -e SPRING_DATASOURCE_PASSWORD="$DATABASE_PASSWORD" \
  -e GENNAKER_SECURITY_USERS_0_NAME=admin -e GENNAKER_SECURITY_USERS_0_PASSWORD='{noop}from-the-test' \
  -e GENNAKER_SECURITY_USERS_0_ROLES=admin \
  gennaker >"$work/run.log" 2>&1 || { cat "$work/run.log"; exit 1; }
until podman healthcheck run gennaker-test >/dev/null 2>&1; do
  [ $((SECONDS - begun)) -lt 120 ] && [ "$(podman inspect --format '{{.State.Running}}' gennaker-test)" = true ] || {
    podman logs gennaker-test | tail -n 40
    exit 1
  }
  sleep 1
done
echo "healthy after $((SECONDS - begun)) s"
podman logs gennaker-test 2>&1 | grep -o 'Started Gennaker in [0-9.]* seconds'
echo "user $(podman exec gennaker-test id -u)"
echo "login $(curl -s -m 20 -o "$work/login.html" -w '%{http_code}' "http://127.0.0.1:$port/login")"
bundle=$(grep -o 'VAADIN/build/[^"]*\.js' "$work/login.html" | head -n 1)
echo "bundle $(curl -s -m 20 -o /dev/null -w '%{http_code}' "http://127.0.0.1:$port/${bundle:?the page names no script}")"
echo "api $(curl -s -m 20 -o /dev/null -w '%{http_code}' -u admin:from-the-test "http://127.0.0.1:$port/api/applications")"
echo "anonymous $(curl -s -m 20 -o /dev/null -w '%{http_code}' "http://127.0.0.1:$port/api/applications")"
begun=$SECONDS
podman stop -t 30 gennaker-test >>"$work/run.log" 2>&1
echo "stopped after $((SECONDS - begun)) s with $(podman inspect --format '{{.State.ExitCode}}' gennaker-test)"
