/// Invented messages that use everything the reader knows.
enum MailFixtures {
  static let all: [[UInt8]] = texts.map { Array($0.utf8) } + [latin1, carriageReturns]

  private static let latin1 = """
    From: Müller <mueller@example.org>
    Subject: Prüfung der Verträge
    Content-Type: text/plain; charset=iso-8859-1; name="Übersicht.txt"

    Grüße aus Zürich
    """.latin1

  private static let carriageReturns = Array(
    "Subject: old\rFrom: a@example.org\r\rtwo\rlines\r".utf8
  )

  private static let texts = [
    """
    From anna@example.org Thu Nov 26 08:30:00 2026
    Return-Path: <anna@example.org>
    Received: from mail.example.org (mail.example.org [192.0.2.1])
    \tby mx.example.net with ESMTP id 12345; Thu, 26 Nov 2026 08:30:01 +0100
    From: =?utf-8?q?Anna_M=C3=BCller?= <anna@example.org>
    To: "Support, first line" <support@example.net>, Team: b@example.org, c@example.org;
    Cc: d@example.org (Dora)
    Subject: =?utf-8?B?VmVydHLDpGdl?= =?utf-8?B?IGbDvHIgMjAyNw==?=
    Date: Thu, 26 Nov 2026 08:30:00 +0100 (CET)
    Message-ID: <one@example.org>
    In-Reply-To: <zero@example.net>
    References: <a@example.net> <zero@example.net>
    MIME-Version: 1.0
    Content-Type: multipart/mixed; boundary="outer"

    preamble
    --outer
    Content-Type: multipart/alternative; boundary="outer-1"

    --outer-1
    Content-Type: text/plain; charset=utf-8; format=flowed; delsp=yes
    Content-Transfer-Encoding: quoted-printable

    Gr=C3=BC=C3=9Fe und =
    mehr =20
    > quoted =20
    > text
    --outer-1
    Content-Type: text/html

    <html><meta charset="iso-8859-2"><p>Hello</p></html>
    --outer-1--
    --outer
    Content-Type: application/pdf; name="=?utf-8?Q?Vertr=C3=A4ge.pdf?="
    Content-Disposition: attachment; filename*0*=UTF-8''Vertr%C3%A4; filename*1*=ge.pdf
    Content-Transfer-Encoding: base64

    JVBERi0xLjQKJcOkw7zDtsOfCg==
    JVBERi0x
    --outer
    Content-Type: message/rfc822

    Subject: inner
    Content-Type: multipart/digest; boundary=inner

    --inner

    From: x@example.org
    Subject: deepest

    text
    --inner--
    --outer--
    epilogue
    """,
    """
    Subject: Undelivered
    Content-Type: multipart/report; report-type=delivery-status; boundary=r

    --r

    It failed.
    --r
    Content-Type: message/delivery-status

    Reporting-MTA: dns; mx.example.net

    Final-Recipient: rfc822; nobody@example.net
    Action: failed
    Status: 5.1.1

    --r
    Content-Type: text/rfc822-headers

    Subject: first
    Message-ID: <first@example.org>
    --r--
    """,
    """
    Subject: file
    Content-Type: text/plain

    before
    begin 644 data.txt
    #0V%T
    `
    end
    after
    """,
    """
    Subject: =?iso-2022-jp?B?GyRCJWEbKEI=?= =?hz-gb-2312?Q?~{Ba~}?= =?x-unknown?Q?=FF?=
    Content-Type: multipart/mixed

    --guess
    Content-Type: application/octet-stream
    Content-Transfer-Encoding: x-uuencode

    begin 600 a
    #0V%T
    `
    end
    --guess
    Content-Type: message/rfc822
    Content-Transfer-Encoding: base64

    U3ViamVjdDogaGlkZGVuCgp0ZXh0Cg==
    """,
    "\n\n\nstray\nX-One: 1\nno field\nTo: <a@b, (c <d@e>, \"f\n\nbody",
    "",
    "\n",
    ":",
    "a",
  ]
}
