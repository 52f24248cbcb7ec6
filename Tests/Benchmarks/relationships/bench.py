#!/usr/bin/env python3
"""Measures reading relationships against the sqlite3 shell in one run and prints ratios.

Usage: bench.py LIAISON [AGREEMENTS]

LIAISON is a release build of the program. AGREEMENTS agreements (default 1,000,000), each with a
review, are generated with a fixed seed and imported; then `liaison remind` plans what is due for
all of them, and the sqlite3 shell writes the rows that it reads as CSV, in the same order. Each
figure is wall-clock time; peak memory is the largest resident set of the process. Both run three
times in turn, and the fastest of each is taken. The same is done with a tenth of the agreements,
which shows what grows with their number.
"""

import os
import subprocess
import sys
import tempfile
import time

DAY = "2026-11-28"
FACTS = """
SELECT p.*, n.name, n.tier, a.reference, r.*
FROM agreementParty m JOIN party p ON p.id = m.partyId
JOIN partyRevision n ON n.id = (SELECT max(x.id) FROM partyRevision x
  WHERE x.id BETWEEN p.id << 20 AND (p.id << 20) + 1048575)
JOIN agreement a ON a.id = m.agreementId
JOIN agreementRevision r ON r.id = (SELECT max(x.id) FROM agreementRevision x
  WHERE x.id BETWEEN a.id << 20 AND (a.id << 20) + 1048575)
WHERE m.position = (SELECT min(position) FROM agreementParty y
  WHERE y.id BETWEEN a.id << 20 AND (a.id << 20) + 1048575)
ORDER BY p.id, a.reference;
SELECT m.partyId, t.reference, r.* FROM review t
JOIN reviewRevision r ON r.id = (SELECT max(x.id) FROM reviewRevision x
  WHERE x.id BETWEEN t.id << 20 AND (t.id << 20) + 1048575)
JOIN agreementParty m ON m.id = (SELECT min(y.id) FROM agreementParty y
  WHERE y.id BETWEEN r.agreementId << 20 AND (r.agreementId << 20) + 1048575)
ORDER BY m.partyId, r.agreementId, t.reference;
"""


def run(arguments, stdin=None):
    """Runs a program; gives seconds and peak memory in MB."""
    start = time.monotonic()
    process = subprocess.Popen(arguments, stdin=subprocess.PIPE if stdin else None,
                               stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    if stdin:
        process.stdin.write(stdin.encode())
        process.stdin.close()
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = 0
    if os.waitstatus_to_exitcode(status) != 0:
        sys.exit(f"{arguments} failed")
    return time.monotonic() - start, usage.ru_maxrss / 1024


def lines(arguments):
    """How many lines a program writes."""
    output = subprocess.run(arguments, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, check=True)
    return output.stdout.count(b"\n")


def prepare(liaison, folder, count):
    """Makes a store of agreements with their reviews; gives its path."""
    store = os.path.join(folder, f"{count}.sqlite")
    register = os.path.join(folder, "register.xml")
    with open(register, "wb") as out:
        script = os.path.join(os.path.dirname(__file__), "generate.py")
        subprocess.run([sys.executable, script, str(count)], stdout=out, check=True)
    here = ["--store", store, "--quiet"]
    for line in (["init", "--organization", "Example IT", "--zone", "Europe/Berlin"],
                 ["import", register, "--effective", "2015-01-01"]):
        subprocess.run([liaison, *line, *here], stdout=subprocess.DEVNULL, check=True)
    os.remove(register)
    return store


def measure(liaison, folder, count):
    store = prepare(liaison, folder, count)
    remind = [liaison, "remind", "--as-of", DAY, "--format", "csv", "--store", store]
    reminders = lines(remind) - 1
    ours, peers = [], []
    for _ in range(3):
        ours.append(run(remind))
        peers.append(run(["sqlite3", "-csv", store], stdin=FACTS))
    (seconds, memory), (peer, _) = min(ours), min(peers)
    print(f"remind, {count:,} agreements, {reminders:,} reminders: {seconds:.2f} s {memory:.0f} MB; "
          f"sqlite3 CSV of the rows: {peer:.2f} s; ratio {seconds / peer:.2f} (at most 5)", flush=True)


def main():
    liaison = sys.argv[1]
    count = int(sys.argv[2]) if len(sys.argv) > 2 else 1_000_000
    with tempfile.TemporaryDirectory() as folder:
        for size in (max(1, count // 10), count):
            measure(liaison, folder, size)


if __name__ == "__main__":
    main()
