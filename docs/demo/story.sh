#!/usr/bin/env bash
# The story of Nordlicht Systems GmbH, an invented IT service provider in Berlin, told with the
# real program: two years of supplier contracts, a customer list in German, a file with faults
# and one in the native format. Every command says which exit code it must have; the first one
# that differs ends the story.
#
# Usage: story.sh; the program is $LIAISON, or liaison on the PATH.
set -euo pipefail

cd "$(dirname "${BASH_SOURCE[0]}")"
program=${LIAISON:-liaison}
folder=$(mktemp -d "${TMPDIR:-/tmp}/liaison-demo.XXXXXX")
trap 'rm -rf "$folder"' EXIT
export LIAISON_STORE="$folder/nordlicht.sqlite"
export LIAISON_ACTOR="Jana Brandt"
export NO_COLOR=1

# Tells what comes next.
say() { printf '\n# %s\n' "$*"; }

# Runs the program and demands an exit code: run CODE ARGUMENTS…
run() {
  local wanted=$1 code=0
  shift
  local word
  printf '$ liaison'
  for word in "${@//"$folder"\//}"; do
    case $word in
      *' '*) printf ' "%s"' "$word" ;;
      *) printf ' %s' "$word" ;;
    esac
  done
  printf '\n'
  "$program" "$@" || code=$?
  if [ "$code" -ne "$wanted" ]; then
    echo "This exited with $code; the story needs $wanted." >&2
    exit 1
  fi
}

say "A new store, with the zone and the holidays of Berlin."
run 0 init --organization "Nordlicht Systems GmbH" --zone Europe/Berlin --country DE-BE

say "Purchasing's list of 2025: the program knows the columns; a dry run stores nothing."
run 0 import suppliers-2025.csv --dry-run

say "Stored by the department's own profile, which knows that the list is complete."
run 0 import suppliers-2025.csv --profile suppliers.yaml

say "A year later the list has changed: first the plan, with what was and what will be ..."
run 0 import suppliers-2026.csv --profile suppliers.yaml --effective 2026-10-01 --dry-run

say "... then the same plan, carried out."
run 0 import suppliers-2026.csv --profile suppliers.yaml --effective 2026-10-01

say "The same file once more changes nothing."
run 0 import suppliers-2026.csv --profile suppliers.yaml --effective 2026-10-01

say "The customers' list is in German: semicolons, Windows-1252, 31.12.2027, 1.234,50."
run 0 import customers.csv --profile kundenvertraege.yaml

say "A list with faults: four of seven records are rejected, the good ones are stored, exit 1."
run 1 import facilities.csv --rejects "$folder/rejects.csv"

say "The rejected records, corrected by hand (here by sed), go in again as they are."
sed -e 's|31/02/2026|28.02.2026|' -e 's|^,Waste|F-04,Waste|' -e 's|Taler|EUR|' \
  -e 's|^F-02,Cleaning of the windows|F-07,Cleaning of the windows|' \
  "$folder/rejects.csv" > "$folder/facilities-corrected.csv"
run 0 import "$folder/facilities-corrected.csv"

say "The legal department sends XML in the native format. What names no day of its own, such as" \
  "people, holds since 1 January, not since today."
run 0 import frameworks.xml --effective 2026-01-01

say "Relationship management keeps who answers for whom, approved intervals, reviews, and more."
run 0 import relationships.xml --effective 2026-01-01

say "Service management keeps what was promised and delivered, complained about, and improved."
run 0 import performance.xml --effective 2026-01-01

say "The register on 22 November 2026."
run 0 report register --as-of 2026-11-22

say "What was agreed with one supplier on 30 September, before the new list, and what is now."
run 0 report register --party Spreekern --as-of 2026-09-30
run 0 report register --party Spreekern --as-of 2026-11-22

say "What must be decided in the next half year; one notice was missed."
run 0 report deadlines --through 2027-05-31 --as-of 2026-11-22

say "How such dates come about: a Saturday, and a holiday that only Berlin and one other land have."
run 0 report deadlines --party Kupferblick --explain --as-of 2026-11-22

say "One agreement with its history, then everybody we deal with."
run 0 report agreement L-1012 --as-of 2026-11-22
run 0 report parties --as-of 2026-11-22

say "How suppliers delivered, and what became of complaints."
run 0 report service-levels --as-of 2026-11-22
run 0 report scorecard --as-of 2026-11-22
run 0 report complaints --from 2026-09-01 --through 2026-09-30 --as-of 2026-11-22
run 0 report reviews --status overdue --as-of 2026-11-22

say "What must be told to whom, today."
run 0 remind --as-of 2026-11-22

say "What does not hold, by ISO/IEC 20000-1:2018: what falls due next comes first; exit 1."
run 1 check --as-of 2026-11-22

say "One rule with the facts behind each result, and what it goes by."
run 0 check --as-of 2026-11-22 --rule SUP-20 --explain --fail-on never
run 0 rule show SUP-20

say "The findings about contract reviews are kept, and followed until somebody else verifies them."
run 1 check --as-of 2026-11-22 --rule SUP-09 --record
run 0 finding list --as-of 2026-11-22
run 0 finding acknowledge SUP-09/agreement/L-1012/2026-02-01 --on 2026-11-23
run 0 finding assign SUP-09/agreement/L-1012/2026-02-01 --to jana.brandt --planned 2026-12-11 \
  --on 2026-11-23

say "The standard as a whole, by the parts that ISO/IEC 27001 has in common with it."
run 0 report assessment --framework iso-27001-2022 --as-of 2026-11-22

say "Nobody changed the store behind the journal's back, and nothing in it contradicts itself."
run 0 journal verify
run 0 doctor

say "For the auditor: everything that the records prove, and the means to doubt it."
run 0 evidence "$folder/audit-2026" --as-of 2026-11-22
run 0 evidence verify "$folder/audit-2026"

say "Everything in the native format, to keep or to take elsewhere."
run 0 export --format xml --out "$folder/nordlicht.xml"

printf '\nThe story is told: %s %s\n' \
  "every command did what it should. The guides in docs, for contract, relationship and service" \
  "managers, let you do it yourself."
