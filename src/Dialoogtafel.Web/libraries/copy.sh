#!/usr/bin/env bash
# Copies the files that the site serves itself from npm into wwwroot. Run it again after a change of package.json; commit the result.
set -euo pipefail
cd "$(dirname "$0")"
npm ci --ignore-scripts --no-audit --no-fund
font=node_modules/@fontsource/atkinson-hyperlegible-next
mkdir -p ../wwwroot/fonts
cp "$font/files/atkinson-hyperlegible-next-latin-400-normal.woff2" ../wwwroot/fonts/atkinson-regular.woff2
cp "$font/files/atkinson-hyperlegible-next-latin-700-normal.woff2" ../wwwroot/fonts/atkinson-bold.woff2
cp "$font/LICENSE" ../wwwroot/fonts/LICENSE.txt
