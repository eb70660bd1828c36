#!/usr/bin/env bash
# Installs what the tests need beside Python packages: a browser, a Java for the checker of HTML, and
# the npm packages of tests/site. What is there already is left alone.
set -euo pipefail
cd "$(dirname "$0")/site"

playwrights_chromium() {
  compgen -G "$HOME/.cache/ms-playwright/chromium*-*" >/dev/null ||
    compgen -G "$HOME/Library/Caches/ms-playwright/chromium*-*" >/dev/null
}

windowless=/usr/bin/chromium-headless-shell

# A Debian package for each program that is missing.
wanted=()
command -v java >/dev/null || wanted+=(default-jre-headless)
command -v npm >/dev/null || wanted+=(nodejs npm)
# The font comes along, since it decides how much fits on a line and on a sheet of paper.
[ -x $windowless ] || [ -x /usr/bin/chromium ] || playwrights_chromium ||
  wanted+=(chromium-headless-shell fonts-liberation)

if [ ${#wanted[@]} -gt 0 ]; then
  if ! command -v apt-get >/dev/null; then
    echo "The tests need: ${wanted[*]}. Install what corresponds to these Debian packages." >&2
    exit 1
  fi
  as_root=()
  if [ "$(id -u)" -ne 0 ]; then
    if ! command -v sudo >/dev/null; then
      echo "The tests need Debian's ${wanted[*]}. Ask root for: apt-get install ${wanted[*]}" >&2
      exit 1
    fi
    as_root=(sudo)
  fi
  export DEBIAN_FRONTEND=noninteractive
  "${as_root[@]}" apt-get update --quiet
  "${as_root[@]}" apt-get install --quiet --yes --no-install-recommends "${wanted[@]}"
fi

# Without windows the browser opens a page in a third of the time; the other one does as well.
if [ "$(id -u)" -eq 0 ] && [ -x /usr/bin/chromium ] && ! [ -x $windowless ]; then
  export DEBIAN_FRONTEND=noninteractive
  { apt-get update --quiet &&
    apt-get install --quiet --yes --no-install-recommends chromium-headless-shell; } || true
fi

# Only when the lock file has changed since the last time.
if ! cmp --silent package-lock.json node_modules/.lock; then
  npm ci --no-progress
  cp package-lock.json node_modules/.lock
fi
