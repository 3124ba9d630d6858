#!/usr/bin/env bash
# Builds everything and runs every test: WebClient (types, vitest), House, Simulation, Grains, Server, Browser.
# Ends with one line, summed over all runners: N passed, N failed
set -uo pipefail
cd "$(dirname "$0")/.."
passed=0 failed=0
logs=$(mktemp -d)
trap 'rm -rf "$logs"' EXIT

step() { printf '\n== %s\n' "$1"; }

need() { # need COMMAND DEBIAN-PACKAGE…
  command -v "$1" >/dev/null && return
  shift
  if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
    apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq "$@" >"$logs/apt" 2>&1 ||
      { tail -20 "$logs/apt"; exit 1; }
  else
    echo "Missing: $1. Install it with: sudo apt-get install $*"
    exit 1
  fi
}

# What failed, once more at the end, where a long log does not hide it.
failures() {
  grep -hE -A 12 '\[FAIL\]|^ *FAIL ' "$logs"/*.out 2>/dev/null | cut -c1-300
}

finish() {
  [ "$failed" = 0 ] || { step "What failed"; failures; }
  printf '\n%s passed, %s failed\n' "$passed" "$failed"
  [ "$failed" = 0 ] && [ "$passed" -gt 0 ]
  exit
}

must() { # a step that is no test but must succeed
  local name=$1
  shift
  "$@" >"$logs/step" 2>&1 && return
  tail -60 "$logs/step"
  echo "FAILED: $name"
  failed=$((failed + 1))
  finish
}

step "What this machine must have"
need dotnet dotnet-sdk-10.0
need node nodejs npm
need chromium chromium fonts-noto-cjk
# Debian keeps the server's programs off the path.
ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1 || need initdb postgresql

step "Build"
must "server and web client" dotnet build Server -c Release
must "tests" dotnet build OpsGame.sln -c Release -p:SkipWebClient=true

step "WebClient"
must "types of the web client" npm --prefix WebClient run check
npm --prefix WebClient test -- --reporter=default --reporter=json --outputFile="$logs/vitest.json" \
  2>&1 | tee "$logs/vitest.out"
if [ -s "$logs/vitest.json" ]; then
  passed=$((passed + $(node -p "require('$logs/vitest.json').numPassedTests")))
  failed=$((failed + $(node -p "require('$logs/vitest.json').numFailedTests")))
else
  failed=$((failed + 1))
fi

for project in House Simulation Grains Server Browser; do
  step "$project.Tests"
  dotnet run --project "tests/$project.Tests" -c Release --no-build -- -noColor 2>&1 | tee "$logs/$project.out"
  counts='Total: [0-9]+, Errors: [0-9]+, Failed: [0-9]+, Skipped: [0-9]+, Not Run: [0-9]+'
  summary=$(grep -oE "$counts" "$logs/$project.out" | tail -1)
  if [ -z "$summary" ]; then
    echo "FAILED: $project.Tests gave no summary"
    failed=$((failed + 1))
    continue
  fi
  read -r total errors lost skipped idle <<<"$(tr -dc '0-9 ' <<<"$summary" | tr -s ' ')"
  passed=$((passed + total - lost - skipped - idle))
  failed=$((failed + lost + errors))
done

finish
