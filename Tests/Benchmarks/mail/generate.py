#!/usr/bin/env python3
"""Writes a Maildir of invented mails; the same files for the same number.

Usage: generate.py FOLDER [COUNT]

COUNT mails (50,000: about 1 GB): 45 in 100 plain text, 30 text with HTML, 21 with one to three
files in Base64, 4 delivery reports; 45 in 100 are replies with up to ten references.
"""

import base64
import os
import quopri
import random
import sys

WORDS = (
    "Vertrag Kündigung Lieferung supplier agreement notice renewal invoice Prüfung délai facture "
    "réunion service Störung availability credit Gebühr contract termination review escalation "
    "the of and für der die with about please regards Grüße month January measured target"
).split()
KINDS = (("pdf", "application/pdf"), ("jpg", "image/jpeg"), ("csv", "text/csv"), ("xml", "text/xml"))


def sentence(pick, count):
    return " ".join(pick.choices(WORDS, k=count))


def paragraphs(pick, size):
    lines, length = [], 0
    while length < size:
        line = sentence(pick, 10)[:76].rstrip()
        lines.append(line)
        length += len(line) + 2
    return "\r\n".join(lines) + "\r\n"


def word(text):
    return f"=?utf-8?B?{base64.b64encode(text.encode()).decode()}?="


def text_part(pick, subtype, text):
    if pick.random() < 0.5:
        head = f"Content-Type: text/{subtype}; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n"
        return head.encode() + b"\r\n" + text.encode()
    body = quopri.encodestring(text.replace("\r\n", "\n").encode("latin-1")).replace(b"\n", b"\r\n")
    head = f"Content-Type: text/{subtype}; charset=iso-8859-1\r\n"
    return (head + "Content-Transfer-Encoding: quoted-printable\r\n\r\n").encode() + body


def file_part(pick, number):
    suffix, kind = pick.choice(KINDS)
    size = int(pick.lognormvariate(10, 0.8)) + 500
    text = kind.startswith("text/")
    data = paragraphs(pick, size).encode("utf-8") if text else pick.randbytes(size)
    body = base64.encodebytes(data).replace(b"\n", b"\r\n")
    head = (
        f"Content-Type: {kind}\r\nContent-Transfer-Encoding: base64\r\n"
        f"Content-Disposition: attachment;\r\n filename*0*=UTF-8''Pr%C3%BCfbericht%20;\r\n"
        f" filename*1={number}.{suffix}\r\n\r\n"
    )
    return head.encode() + body


def multipart(pick, subtype, parts, extra=""):
    boundary = f"=_{pick.randrange(10**12):012d}"
    head = f'Content-Type: multipart/{subtype};{extra} boundary="{boundary}"\r\n\r\n'.encode()
    mark = f"--{boundary}\r\n".encode()
    return head + b"".join(mark + p + b"\r\n" for p in parts) + f"--{boundary}--\r\n".encode()


def html(text):
    rows = "".join(f"<p style=\"margin:0\">{line}</p>\r\n" for line in text.split("\r\n"))
    return f"<html><head><title>x</title></head><body>\r\n{rows}</body></html>\r\n"


def alternative(pick, size):
    text = paragraphs(pick, size)
    return multipart(
        pick, "alternative", [text_part(pick, "plain", text), text_part(pick, "html", html(text))]
    )


def report(pick, number):
    status = (
        "Reporting-MTA: dns; mx.example.net\r\n\r\n"
        f"Final-Recipient: rfc822; user{number}@example.net\r\nAction: failed\r\nStatus: 5.1.1\r\n"
    )
    original = f"Subject: {sentence(pick, 4)}\r\nMessage-ID: <{number}.out@example.org>\r\n\r\nText\r\n"
    parts = [
        text_part(pick, "plain", paragraphs(pick, 600)),
        b"Content-Type: message/delivery-status\r\n\r\n" + status.encode(),
        b"Content-Type: message/rfc822\r\n\r\n" + original.encode(),
    ]
    return multipart(pick, "report", parts, " report-type=delivery-status;")


def header(pick, number):
    day = 1 + number % 28
    lines = [
        f"Received: from mail{number % 9}.example.org (192.0.2.{number % 250})\r\n"
        f"\tby mx.example.net with ESMTP id {number:x}; Tue, {day} Sep 2026 10:00:01 +0200",
        f"From: {word('Jürgen ' + pick.choice(WORDS))} <person{number % 500}@example.org>",
        f"To: \"Support, {pick.choice(WORDS)[:3]}\" <support@example.net>, two@example.net",
        f"Subject: {word(sentence(pick, 3) + ' ')}\r\n {word(sentence(pick, 3))}",
        f"Date: Tue, {day} Sep 2026 10:00:00 +0200",
        f"Message-ID: <{number}.{pick.randrange(10**9)}@example.org>",
        "MIME-Version: 1.0",
        "X-Mailer: Example 1.0",
    ]
    if pick.random() < 0.45:
        ids = [f"<{pick.randrange(10**12)}@example.net>" for _ in range(pick.randint(1, 10))]
        lines += [f"In-Reply-To: {ids[-1]}", "References: " + "\r\n ".join(ids)]
    return ("\r\n".join(lines) + "\r\n").encode()


def body(pick, number):
    chance = pick.random()
    size = int(pick.lognormvariate(7.3, 0.9)) + 200
    if chance < 0.45:
        return text_part(pick, "plain", paragraphs(pick, size))
    if chance < 0.75:
        return alternative(pick, size)
    if chance < 0.96:
        files = [file_part(pick, number) for _ in range(pick.randint(1, 3))]
        return multipart(pick, "mixed", [alternative(pick, size)] + files)
    return report(pick, number)


def main():
    folder = sys.argv[1]
    count = int(sys.argv[2]) if len(sys.argv) > 2 else 50_000
    for name in ("cur", "new", "tmp"):
        os.makedirs(os.path.join(folder, name), exist_ok=True)
    pick = random.Random(20261126)
    for number in range(count):
        mail = header(pick, number) + body(pick, number)
        with open(os.path.join(folder, "new", f"{1795000000 + number}.{number}.example"), "wb") as out:
            out.write(mail)


main()
