#!/usr/bin/env bash
# Imports damaged copies of all fixtures and demo files as dry runs. Whatever a file holds, the
# program must end by itself with 0, 1 or 65: a signal, a failed precondition or a time-out of
# 60 seconds is a fault. The damage depends only on SEED and the file's place in the list.
#
# Usage: damage.sh [RUNS]; the program is $LIAISON, the seed is $SEED (1). Damaged files that
# show a fault are kept and named.
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
program=${LIAISON:-liaison}
runs=${1:-20}
RANDOM=${SEED:-1}
folder=$(mktemp -d "${TMPDIR:-/tmp}/liaison-fuzz.XXXXXX")
store="$folder/store.sqlite"
faults=0 total=0

# A number from 0 to $1 - 1.
below() { number=$(((RANDOM << 15 | RANDOM) % $1)); }

# A byte that breaks formats more often than any byte would.
byte() {
  local bytes=(22 0a 0d 00 2c 3b 3c 3e 26 ff c3 1f 2d 39)
  below ${#bytes[@]}
  printf "\\x${bytes[$number]}"
}

# Writes $1 with one damage to standard output: cut, byte, removal, repetition or insertion.
damage() {
  local size at length
  size=$(wc -c < "$1")
  below "$size" && at=$number
  below 200 && length=$number
  below 5
  case $number in
    0) head -c "$at" "$1" ;;
    1) head -c "$at" "$1" && byte && tail -c +"$((at + 2))" "$1" ;;
    2) head -c "$at" "$1" && tail -c +"$((at + length + 1))" "$1" ;;
    3) head -c "$((at + length))" "$1" && tail -c +"$((at + 1))" "$1" ;;
    4) head -c "$at" "$1" && byte && byte && byte && tail -c +"$((at + 1))" "$1" ;;
  esac
}

profile_of() {
  case $1 in
    */docs/demo/customers.csv) echo "$root/docs/demo/kundenvertraege.yaml" ;;
    */docs/demo/suppliers-*.csv) echo "$root/docs/demo/suppliers.yaml" ;;
    */Fixtures/*/*.csv) basename "$(dirname "$(dirname "$1")")" ;;
  esac
}

try() {
  local file=$1 code=0 profile
  profile=$(profile_of "$2")
  timeout 60 "$program" import "$file" ${profile:+--profile "$profile"} --dry-run \
    --store "$store" > "$folder/out" 2>&1 || code=$?
  total=$((total + 1))
  case $code in
    0 | 1 | 65) rm -f "$file" ;;
    *)
      faults=$((faults + 1))
      echo "exit $code: $file (from ${2#"$root"/})"
      tail -n 3 "$folder/out"
      ;;
  esac
}

while IFS= read -r source; do
  for ((run = 1; run <= runs; run++)); do
    file="$folder/$total.${source##*.}"
    damage "$source" > "$file"
    try "$file" "$source"
  done
done < <(find "$root/docs/demo" "$root/Tests/ImporterTests/Fixtures" -type f -size +0 \
  \( -name '*.csv' -o -name '*.xml' \) | LC_ALL=C sort)

echo "$total damaged files, $faults faults, seed ${SEED:-1}"
[ "$faults" -eq 0 ] && rm -rf "$folder"
[ "$faults" -eq 0 ]
