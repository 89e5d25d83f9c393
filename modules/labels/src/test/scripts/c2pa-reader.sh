#!/bin/sh
# Fetches the reader of the C2PA reference implementation (WebAssembly, runs in Node), so that tests can show it the
# files signed here. Without it those tests are skipped.
set -eu
root=$(cd "$(dirname "$0")/../../../../.." && pwd)
cache="$root/.mingshi/cache/c2pa"
mkdir -p "$cache"
npm install --prefix "$cache" --no-audit --no-fund --ignore-scripts @contentauth/c2pa-wasm@0.13.3
echo "the reader is in $cache"
