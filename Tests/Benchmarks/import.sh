#!/usr/bin/env bash
# Measures imports of invented agreements: into an empty store, the same file again, and with
# one value in a hundred changed; beside them the time that the sqlite3 shell needs to read the
# file into a bare table.
#
# Usage: import.sh [ROWS]; the program is $LIAISON, a release build.
set -euo pipefail

program=${LIAISON:-liaison}
rows=${1:-100000}
folder=$(mktemp -d "${TMPDIR:-/tmp}/liaison-bench.XXXXXX")
trap 'rm -rf "$folder"' EXIT
export LIAISON_STORE="$folder/store.sqlite" TIMEFORMAT='%R'

# The same bytes for the same arguments: ROWS and by how much every hundredth value is raised.
generate() {
  awk -v rows="$1" -v raise="$2" 'BEGIN {
    print "Reference,Title,Category,Owner,Start,End,Renewal,Renewal term,Notice period," \
      "Annual value,Currency,Party,Party identifier,Party city"
    for (n = 1; n <= rows; n++) {
      value = n % 90000 + 1000 + (n % 100 == 0 ? raise : 0)
      printf "B-%07d,\"Service no. %d, maintenance\",Area %d,Owner %d,20%02d-%02d-01," \
        "2027-%02d-28,Automatic,12 months,3 months,%d.50,EUR,Party %d Ltd.,P-%06d,Town %d\n",
        n, n, n % 40, n % 200, 10 + n % 15, 1 + n % 12, 1 + n % 12, value, n % (rows / 5 + 1),
        n % (rows / 5 + 1), n % 500
    }
  }'
}

measure() {
  local seconds
  seconds=$({ time "$@" > "$folder/out" 2>&1; } 2>&1) || { cat "$folder/out" >&2; exit 1; }
  printf '%s' "$seconds"
}

generate "$rows" 0 > "$folder/first.csv"
generate "$rows" 100 > "$folder/second.csv"
echo "$rows agreements, $(wc -c < "$folder/first.csv") bytes"
echo "into an empty store  $(measure "$program" import "$folder/first.csv" --quiet) s"
echo "the same again       $(measure "$program" import "$folder/first.csv" --quiet) s"
# Another name, so that the file is an original of its own.
echo "1 in 100 changed     $(measure "$program" import "$folder/second.csv" --quiet) s"
echo "store                $(wc -c < "$LIAISON_STORE") bytes"
if command -v sqlite3 > /dev/null; then
  echo "sqlite3 .import      $(measure sqlite3 "$folder/bare.sqlite" \
    ".import --csv $folder/first.csv bare") s"
else
  echo "sqlite3 .import      not measured: the sqlite3 shell is not installed"
fi
