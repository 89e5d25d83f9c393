#!/bin/sh
# Fetches the official Node libraries of OpenAI and Anthropic for NodeSdkTest into a folder, by default
# .mingshi/cache/node-sdks of this repository; the test is skipped where they are not.
set -eu
folder=${1:-$(cd "$(dirname "$0")/../../../../.." && pwd)/.mingshi/cache/node-sdks}
mkdir -p "$folder"
npm install --prefix "$folder" --no-audit --no-fund --ignore-scripts openai@6.49.0 @anthropic-ai/sdk@0.137.0
