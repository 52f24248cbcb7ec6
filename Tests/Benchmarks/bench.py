#!/usr/bin/env python3
"""Measures Liaison against named peers in one run and prints ratios.

Usage: bench.py LIAISON READING [ROWS [CONTRACTS]]

LIAISON is a release build of the program, READING the release build of the reader alone. The
data is generated with a fixed seed: ROWS records of 18 columns as CSV (1,000,000: about 215 MB)
and CONTRACTS as native XML (400,000: about 200 MB). Each figure is wall-clock time; peak memory
is the largest resident set of the process. Peers: the sqlite3 shell, Python's csv.reader,
xmllint. Every measurement is made twice in turn with its peer and the faster one is taken.
"""

import datetime
import os
import random
import subprocess
import sys
import tempfile
import time

WORDS = (
    "maintenance support hosting network database licence consulting security backup storage "
    "migration printing cloud operation service desk training audit monitoring platform"
).split()
HEADER = (
    "Reference,Title,Description,Renewal,Party,VAT number,Party country,Party city,Department,"
    "Category,Owner,Signed on,Start,End,Notice period,Renewal term,Value,Currency\n"
)


def generate(path, rows):
    """Writes the register; the same bytes for the same number of rows."""
    pick = random.Random(20261122)
    first = datetime.date(2019, 1, 1)
    days = [(first + datetime.timedelta(days=n)).isoformat() for n in range(5000)]
    with open(path, "w") as out:
        out.write(HEADER)
        for n in range(rows):
            party, day = pick.randrange(20000), pick.randrange(2000)
            text = " ".join(pick.choices(WORDS, k=4))
            if n % 10 == 0:
                text = f'"{text}, with ""extras"""'
            out.write(
                f"C-{1000000 + n},{' '.join(pick.choices(WORDS, k=3))} {n},{text},Automatic,"
                f"Supplier {party} GmbH,DE{100000000 + party},DE,Town {party % 500},"
                f"Department {n % 30},IT-{n % 50},Person {n % 40},{days[day]},{days[day + 10]},"
                f"{days[day + 900]},{(1, 2, 3, 6)[n & 3]} months,12 months,"
                f"{pick.randrange(10**8) / 100:.2f},EUR\n"
            )


def run(arguments, out=None):
    """Runs a program; gives seconds and peak memory in MB."""
    with open(out or os.devnull, "wb") as sink:
        start = time.monotonic()
        process = subprocess.Popen(arguments, stdout=sink, stderr=subprocess.PIPE)
        message = process.stderr.read()
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.monotonic() - start
    process.returncode = 0
    if os.waitstatus_to_exitcode(status) != 0:
        sys.exit(f"{arguments} failed: {message.decode(errors='replace')[-500:]}")
    return seconds, usage.ru_maxrss / 1024


def show(name, ours, peer, peer_name, limit):
    ratio = ours[0] / peer[0]
    print(
        f"{name:34} {ours[0]:7.2f} s {ours[1]:6.0f} MB   {peer_name:26} {peer[0]:6.2f} s"
        f"   ratio {ratio:5.2f} (at most {limit})"
    )


def best(*measurements):
    return min(measurements, key=lambda figure: figure[0])


def remove(path):
    for end in ("", "-wal", "-shm"):
        if os.path.exists(path + end):
            os.remove(path + end)


PLAIN = """
SELECT a.reference, r.title, r.kind, r.structure, p.name, q.reference, r.owner, r.tier,
  r.startsOn, r.endsOn, r.latestPossibleEnd, r.renewal, r.noticePeriod, r.value,
  r.valueCurrency, r.annualValue, r.annualValueCurrency, s.path, r.line, r.record
FROM agreement a
JOIN agreementRevision r ON r.id = (a.id << 20) + 1
JOIN agreementParty m ON m.id = (a.id << 20) + 1
JOIN party q ON q.id = m.partyId
JOIN partyRevision p ON p.id = (q.id << 20) + 1
JOIN batchSource s ON s.id = r.sourceId
ORDER BY {order}
"""


def main():
    liaison, reading = sys.argv[1:3]
    rows = int(sys.argv[3]) if len(sys.argv) > 3 else 1_000_000
    contracts = int(sys.argv[4]) if len(sys.argv) > 4 else 400_000
    here = os.path.dirname(os.path.abspath(__file__))
    with tempfile.TemporaryDirectory(prefix="liaison-bench.") as folder:
        os.environ["LIAISON_ACTOR"] = "bench"
        csv, store, bare = (os.path.join(folder, n) for n in ("r.csv", "s.sqlite", "b.sqlite"))
        generate(csv, rows)
        print(f"{rows} records, {os.path.getsize(csv) / 1e6:.0f} MB of CSV, {os.cpu_count()} cores")
        imports, shells = [], []
        for _ in range(2):
            remove(store), remove(bare)
            shells.append(run(["sqlite3", bare, f".import --csv {csv} t"]))
            imports.append(run([liaison, "import", csv, "--store", store, "--quiet"]))
        shell = best(*shells)
        show("(a) import into an empty store", best(*imports), shell, "sqlite3 .import", 3)
        again = [run([liaison, "import", csv, "--store", store, "--quiet"]) for _ in range(2)]
        show("(b) the same file again", best(*again), shell, "sqlite3 .import", 2)
        alone = [run([reading, csv]) for _ in range(2)]
        script = os.path.join(here, "reading", "python_reader.py")
        python = [run([sys.executable, script, csv]) for _ in range(2)]
        show("(c) reading alone", best(*alone), best(*python), "Python csv.reader", 1)
        for name, order in (("register", "a.reference"), ("deadlines", "r.endsOn, a.reference")):
            out = os.path.join(folder, "out.csv")
            ours = [
                run([liaison, "report", name, "--format", "csv", "--store", store], out)
                for _ in range(2)
            ]
            plain = [run(["sqlite3", "-csv", store, PLAIN.format(order=order)], out) for _ in range(2)]
            show(f"(e) report {name}", best(*ours), best(*plain), "sqlite3 -csv, same columns", 3)
        remove(store), remove(bare)
        xml, schema = os.path.join(folder, "n.xml"), os.path.join(
            here, "..", "..", "Schemas", "xml", "liaison-1.xsd"
        )
        run([sys.executable, os.path.join(here, "native", "generate.py"), str(contracts)], xml)
        print(f"{contracts} contracts, {os.path.getsize(xml) / 1e6:.0f} MB of native XML")
        ours, lint = [], []
        for _ in range(2):
            remove(store)
            lint.append(run(["xmllint", "--stream", "--noout", "--schema", schema, xml]))
            ours.append(run([liaison, "import", xml, "--store", store, "--quiet"]))
        show("(d) import of native XML", best(*ours), best(*lint), "xmllint --stream --schema", 4)


main()
