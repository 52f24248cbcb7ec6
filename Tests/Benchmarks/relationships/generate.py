#!/usr/bin/env python3
"""Writes a native register of agreements with their reviews, the same for the same seed.

    generate.py AGREEMENTS [SEED] > register.xml

Every agreement has a supplier, a notice period and a yearly review that was held; ten agreements
belong to one supplier. Forty people answer for them.
"""

import datetime
import random
import sys

TITLES = ["Hosting", "Network", "Software maintenance", "Service desk", "Back-up & restore",
          "Licences", "Printing", "Consulting", "Security monitoring"]
PEOPLE = 40


def day(numbers, first, last):
    return "%04d-%02d-%02d" % (numbers.randint(first, last), numbers.randint(1, 12),
                               numbers.randint(1, 28))


def people(write):
    write("  <people>\n")
    for number in range(PEOPLE):
        write('    <person reference="p%d"><name>Person %d</name><email>p%d@example.org</email>%s'
              "</person>\n" % (number, number, number,
                               "<lead>p0</lead>" if number else ""))
    write("  </people>\n")


def agreements(write, numbers, count, parties):
    write("  <agreements>\n")
    for index in range(count):
        party = index * 7919 % parties
        title = TITLES[numbers.randrange(len(TITLES))].replace("&", "&amp;")
        write(
            '    <agreement reference="C-%07d"><title>%s, lot %d</title><startsOn>%s</startsOn>'
            "<endsOn>%s</endsOn><renewal>%s</renewal><noticePeriod>%dm</noticePeriod>"
            '<value currency="EUR">%d.%02d</value><party role="supplier"><name>Supplier %d</name>'
            '<identifier scheme="GB-COH">%08d</identifier></party></agreement>\n'
            % (index, title, index, day(numbers, 2015, 2025), day(numbers, 2027, 2032),
               "automatic" if index % 3 == 0 else "none", numbers.choice([1, 3, 6]),
               numbers.randint(1000, 9999999), numbers.randint(0, 99), party, party + 10000000))
    write("  </agreements>\n")


def assignments(write):
    write("  <assignments>\n")
    write('    <assignment role="contractManager" person="p1" validFrom="2015-01-01"/>\n')
    write('    <assignment role="relationshipManager" person="p2" validFrom="2015-01-01"/>\n')
    write("  </assignments>\n")


def reviews(write, numbers, count):
    write("  <reviews>\n")
    for index in range(count):
        held = datetime.date(2025, 1, 1) + datetime.timedelta(days=numbers.randrange(690))
        write('    <review reference="R-%07d" effectiveOn="%s" agreement="C-%07d">'
              "<kind>contract</kind><heldOn>%s</heldOn><result>Good</result></review>\n"
              % (index, held, index, held))
    write("  </reviews>\n")


def main():
    count = int(sys.argv[1])
    numbers = random.Random(int(sys.argv[2]) if len(sys.argv) > 2 else 1)
    write = sys.stdout.write
    write('<?xml version="1.0" encoding="UTF-8"?>\n<register xmlns="urn:liaison:register:1">\n')
    people(write)
    agreements(write, numbers, count, max(1, count // 10))
    assignments(write)
    reviews(write, numbers, count)
    write("</register>\n")


if __name__ == "__main__":
    main()
