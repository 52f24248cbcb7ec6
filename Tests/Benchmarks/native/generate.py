#!/usr/bin/env python3
"""Writes a native register with many contracts, the same for the same seed.

    generate.py COUNT [SEED] > register.xml

A contract takes about 500 bytes; 400,000 of them make about 200 MB. One party supplies about
ten contracts; half of the parties have an identifier.
"""

import random
import sys

TITLES = ["Cleaning", "Catering", "Winter service", "Software maintenance", "Legal advice",
          "Street lighting", "Waste collection", "Office furniture", "Network & telephony"]
CATEGORIES = ["facilities", "it", "consulting", "construction", "supplies"]
NAMES = ["Acme", "Nordwind", "Müller & Söhne", "Ridgeway", "Lumen", "Castor", "Blue Harbour"]
FORMS = ["GmbH", "Ltd", "SA", "LLC", "AG"]


def day(numbers, first, last):
    return "%04d-%02d-%02d" % (numbers.randint(first, last), numbers.randint(1, 12),
                               numbers.randint(1, 28))


def escaped(text):
    return text.replace("&", "&amp;").replace("<", "&lt;")


def contract(numbers, index, parties):
    party = numbers.randrange(parties)
    name = "%s %s %d" % (NAMES[party % len(NAMES)], FORMS[party % len(FORMS)], party)
    lines = [
        '    <agreement reference="C-%07d">' % index,
        "      <title>%s, lot %d</title>" % (escaped(numbers.choice(TITLES)), index),
        "      <category>%s</category>" % numbers.choice(CATEGORIES),
        "      <department>Department %d</department>" % numbers.randint(1, 40),
        "      <startsOn>%s</startsOn>" % day(numbers, 2015, 2025),
        "      <endsOn>%s</endsOn>" % day(numbers, 2026, 2032),
        "      <renewal>automatic</renewal>" if index % 3 == 0 else "      <renewal>none</renewal>",
        "      <noticePeriod>%dm</noticePeriod>" % numbers.choice([1, 3, 6]),
        '      <value currency="EUR">%d.%02d</value>' % (numbers.randint(1000, 9999999),
                                                       numbers.randint(0, 99)),
        '      <party role="supplier">',
        "        <name>%s</name>" % escaped(name),
    ]
    if party % 2 == 0:
        lines.append('        <identifier scheme="GB-COH">%08d</identifier>' % (party + 10000000))
    return lines + ["      </party>", "    </agreement>"]


def main():
    count = int(sys.argv[1])
    numbers = random.Random(int(sys.argv[2]) if len(sys.argv) > 2 else 1)
    write = sys.stdout.write
    write('<?xml version="1.0" encoding="UTF-8"?>\n')
    write('<register xmlns="urn:liaison:register:1">\n  <agreements>\n')
    for index in range(count):
        write("\n".join(contract(numbers, index, max(1, count // 10))) + "\n")
    write("  </agreements>\n</register>\n")


main()
