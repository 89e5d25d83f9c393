#!/usr/bin/env bash
# Fetches the official Node libraries of OpenAI and Anthropic for NodeSdkTest into a folder, by default
# .mingshi/cache/node-sdks of this repository; the test is skipped where they are not.
set -euo pipefail
folder=${1:-$(cd "$(dirname "$0")/../../../../.." && pwd)/.mingshi/cache/node-sdks}
mkdir -p "$folder"
cd "$folder"
[ -f package.json ] || npm init -y >/dev/null
npm install --no-audit --no-fund openai@6.49.0 @anthropic-ai/sdk@0.137.0
