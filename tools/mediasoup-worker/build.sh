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

# Debian's libsrtp encrypts with NSS: a packet took the worker 84 µs, and 63 µs with OpenSSL. So its source is built with OpenSSL
# if it can be fetched. Prints the folder of its pkg-config file.
build_srtp() {
  local name=libsrtp2_2.5.0.orig.tar.gz sum=8a43ef8e9ae2b665292591af62aa1a4ae41e468b6d98d8258f91478735da4e09
  NODE_USE_ENV_PROXY=1 node --input-type=module --eval "
    import { writeFile } from 'node:fs/promises';
    const [url, file] = process.argv.slice(1);
    const answer = await fetch(url, { signal: AbortSignal.timeout(60_000) });
    await writeFile(file, Buffer.from(await answer.arrayBuffer()));
  " "http://deb.debian.org/debian/pool/main/libs/libsrtp2/$name" "$work/$name" || return
  sha256sum --check --status <<<"$sum  $work/$name" || return
  mkdir "$work/srtp"
  tar --extract --file "$work/$name" --strip-components 1 --directory "$work/srtp" || return
  meson setup --prefix "$work/srtp-out" --libdir lib --default-library static --buildtype release \
    -Dcrypto-library=openssl -Dtests=disabled "$work/srtp-build" "$work/srtp" >&2 || return
  ninja -C "$work/srtp-build" install >&2 || return
  echo "$work/srtp-out/lib/pkgconfig"
}

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

if with_openssl=$(build_srtp); then
  export PKG_CONFIG_PATH=$with_openssl${PKG_CONFIG_PATH:+:$PKG_CONFIG_PATH}
else
  echo 'The source of libsrtp cannot be had here. The worker will use Debian’s, which is slower.' >&2
fi

meson setup --prefix "$work/out" --bindir '' --libdir '' --buildtype release -Db_ndebug=true "$work/build" "$work/worker"
ninja -C "$work/build" mediasoup-worker
strip "$work/build/mediasoup-worker"

# Renamed into place, so that nobody ever runs half a worker.
install -D -m 755 "$work/build/mediasoup-worker" "$output.new"
mv "$output.new" "$output"
