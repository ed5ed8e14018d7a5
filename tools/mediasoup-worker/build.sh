#!/usr/bin/env bash
# Builds mediasoup-worker from the sources in the mediasoup npm package, against Debian's libraries. README.md says why.
#   build.sh PATH_TO_MEDIASOUP_PACKAGE OUTPUT_BINARY
set -euo pipefail

package=$(realpath "$1")
output=$2
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

cp -r "$package/worker" "$work/worker"
cp -r "$here"/overlay/* "$work/worker/subprojects/"

# replace FILE FROM TO: stops when there is nothing to replace, since the package has then changed and wants a fresh look.
replace() {
  grep -qF "$2" "$1" || {
    echo "Not found in $(basename "$1"): $2" >&2
    exit 1
  }
  local text
  text=$(<"$1")
  printf '%s\n' "${text//"$2"/"$3"}" >"$1"
}

# Debian's OpenSSL has kernel TLS and asks the BIO about it through the BIO callback. The worker's callback answers every
# question with 1, OpenSSL then allocates no write buffer, and the first DTLS answer crashes.
replace "$work/worker/src/RTC/DtlsTransport.cpp" '(operationType == BIO_CB_RETURN)' '((operationType & BIO_CB_RETURN) != 0)'

# Debian 12 has meson 1.0.1, which builds this as well.
replace "$work/worker/meson.build" "meson_version: '>= 1.1.0'" "meson_version: '>= 1.0.1'"

meson setup --prefix "$work/out" --bindir '' --libdir '' --buildtype release -Db_ndebug=true "$work/build" "$work/worker"
ninja -C "$work/build" mediasoup-worker
strip "$work/build/mediasoup-worker"

# Renamed into place, so that nobody ever runs half a worker.
install -D -m 755 "$work/build/mediasoup-worker" "$output.new"
mv "$output.new" "$output"
