import Mail

/// Damages mails in a way that depends only on a state.
struct Damage {
  /// The state from which the next mail is made; SplitMix64 (Steele, Lea, Flood 2014).
  private(set) var state: UInt64
  private let samples: [[UInt8]]

  private static let pieces = [
    "\r\n", "\n", "\r", "\n\n", "\0", "--", "\n--b", "\n--b--\n", "=?", "?=", "=?utf-8?B?",
    "=?gb2312?Q?=", "=?iso-2022-kr?B?", "\"", "\\", "(", ")", "<", ">", ",", ";", ":", "@", "=",
    "%", "''", "*0*=", "\nContent-Type: multipart/mixed; boundary=b\n\n--b\n",
    "\nContent-Type: message/rfc822\n\n", "\nContent-Transfer-Encoding: base64\n\n",
    "\nContent-Type: text/plain; format=flowed; delsp=yes; charset=", "begin 644 x\n", "\nend\n",
    "\u{1B}$B", "~{", "+AGE-", "utf-16", "iso-2022-kr", "big5", "shift_jis", "euc-tw", "johab",
    "utf-7", "hz", "iso-2022-jp", "gb18030", "euc-kr", "tcvn", "utf-32", "\u{FEFF}",
  ].map { Array($0.utf8) }

  /// Small mails of our own.
  static let samples: [[UInt8]] = [
    """
    From: =?utf-8?q?A?= <a@example.org>, "B" (c) <b@example.org>; G: d@example.org;
    To: e@example.org
    Subject: =?iso-2022-jp?B?GyRCJUgbKEI=?= =?utf-8?Q?=C3=BC?=
    Date: Thu, 26 Nov 2026 08:30:00 +0100
    References: <a@b> <c@d>
    Content-Type: multipart/mixed; boundary="b"

    --b
    Content-Type: text/html; charset=gb18030

    <meta charset=big5>text
    --b
    Content-Type: message/delivery-status

    A: 1

    B: 2
    --b
    Content-Type: application/x; name*0*=utf-8''%C3; name*1=x
    Content-Transfer-Encoding: base64

    YWJjZGVm
    --b--
    """
  ].map { Array($0.utf8) }

  init(seed: UInt64, samples: [[UInt8]]) {
    state = seed
    self.samples = samples
  }

  /// The next damaged mail.
  mutating func next() -> [UInt8] {
    var bytes = samples[below(samples.count)]
    for _ in 0...below(12) {
      let place = below(bytes.count + 1)
      let end = min(bytes.count, place + below(80))
      switch below(6) {
      case 0: bytes.removeSubrange(place..<end)
      case 1, 2: bytes.insert(contentsOf: Self.pieces[below(Self.pieces.count)], at: place)
      case 3: bytes.insert(contentsOf: bytes[place..<end], at: below(bytes.count + 1))
      case 4: bytes.replaceSubrange(place..<end, with: [UInt8(below(256))])
      default: bytes.insert(UInt8(below(256)), at: place)
      }
    }
    return bytes
  }

  /// Reads and decodes all of a mail.
  static func read(_ bytes: [UInt8]) {
    read(MessageReader().read(bytes))
  }

  private static func read(_ message: Message) {
    _ = (message.subject, message.date?.text, message.messageID, message.inReplyTo)
    _ = (message.references, message.author, message.addresses, message.allDefects.names)
    _ = message.headers.map(\.text)
    for part in message.parts {
      _ = (part.decoded(), part.text(), part.fileName, part.contentID, part.embeddedFiles())
      _ = (part.fieldGroups().map { $0.map(\.text) }, part.returnedFields()?.map(\.text))
      if let inner = part.message { read(inner) }
    }
  }

  private mutating func below(_ limit: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var number = state
    number = (number ^ (number >> 30)) &* 0xBF58_476D_1CE4_E5B9
    number = (number ^ (number >> 27)) &* 0x94D0_49BB_1331_11EB
    number ^= number >> 31
    return Int(number % UInt64(max(1, limit)))
  }
}
