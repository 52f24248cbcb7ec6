#!/usr/bin/env python3
"""Writes a CSV file of 18 columns, the same bytes for the same arguments.

Usage: generate.py PATH [MEGABYTES] [SEED]

About one cell in ten is quoted; of these, some hold commas, doubled quotes and line ends, and
about one title in a hundred holds a letter outside ASCII.
"""
import csv
import random
import sys

WORDS = (
    "supply of software maintenance services for the road network, annual cleaning contract "
    "framework lot construction design \"turnkey\" support licence hosting catering printing "
    "vehicles school building security consulting"
).split(" ")
HEADER = (
    "id number revision title supplier supplier_id department category status signed start end "
    "value currency notice renewal owner note"
).split(" ")


def row(random, number):
    words = random.choices(WORDS, k=random.randint(2, 8))
    title = " ".join(words) + (" für Bürger" if random.random() < 0.01 else "")
    note = "line one\r\nline two" if random.random() < 0.02 else ""
    year = random.randint(2005, 2026)
    day = f"{random.randint(1, 12):02}/{random.randint(1, 28):02}/{year}"
    return [
        str(number), f"PO{random.randint(10000, 99999)}", str(random.randint(0, 12)), title,
        f"Vendor {random.randint(1, 12000)}" + (", Inc." if random.random() < 0.4 else " LLC"),
        f"{random.randint(1, 99999999):08}{random.choice('ABCD')}", random.choice(WORDS).title(),
        "", random.choice(["active", "ended", "draft"]), day, day, "" if number % 3 else day,
        f"{random.randint(-10**6, 10**8) / 100:.2f}", "USD", "90d", "none",
        f"owner{random.randint(1, 400)}@example.org", note,
    ]


def main():
    path = sys.argv[1]
    size = int(sys.argv[2] if len(sys.argv) > 2 else 200) * 1_000_000
    seeded = random.Random(int(sys.argv[3]) if len(sys.argv) > 3 else 1)
    with open(path, "w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file)
        writer.writerow(HEADER)
        number = 0
        while file.tell() < size if number % 1000 == 0 else True:
            number += 1
            writer.writerow(row(seeded, number))


if __name__ == "__main__":
    main()
