/// The pieces of a message that may be a report: words for people, fields, and what is returned.
struct ReportContent {
  /// The lines of the words for people, up to the copy of the returned message.
  private(set) var notice: [Substring] = []
  /// The groups of fields of all delivery reports.
  private(set) var groups: [FieldGroup] = []
  /// What is given back of the original message.
  private(set) var returned: ReturnedMessage?
  /// The media types of all parts that are not in the returned message.
  private(set) var mediaTypes: Set<String> = []

  /// Takes a message apart.
  init(_ message: Message) {
    var plain: [String] = []
    var hypertext: [String] = []
    collect(message.root, &plain, &hypertext)
    let isBlank = plain.allSatisfy { $0.allSatisfy(\.isWhitespace) }
    let text = isBlank ? hypertext.map { HypertextText($0).text } : plain
    divide(text.joined(separator: "\n"))
  }

  /// The words for people as one text.
  private(set) var noticeText = ""

  // MARK: Parts

  private mutating func collect(
    _ part: MessagePart,
    _ plain: inout [String],
    _ hypertext: inout [String]
  ) {
    let type = part.mediaType.essence
    mediaTypes.insert(type)
    if Self.returnedTypes.contains(type) { return takeReturned(part) }
    if type == "message/delivery-status" || type == "message/global-delivery-status" {
      groups += FieldGroup.groups(in: part.plainText)
      return
    }
    if !part.children.isEmpty {
      for child in part.children { collect(child, &plain, &hypertext) }
    } else if type == "text/html" {
      hypertext.append(part.plainText)
    } else if part.mediaType.type == "text" || part.mediaType.type == "multipart" {
      plain.append(part.plainText)
    }
  }

  private mutating func takeReturned(_ part: MessagePart) {
    guard returned == nil else { return }
    if let message = part.message {
      returned = ReturnedMessage(message.headers)
    } else {
      returned = ReturnedMessage(lines: Self.lines(part.plainText))
    }
  }

  private static let returnedTypes: Set<String> = [
    "message/rfc822", "message/global", "text/rfc822-headers", "text/rfc822-header",
    "message/global-headers", "message/partial",
  ]

  // MARK: Text

  private static func lines(_ text: String) -> [Substring] {
    TextLines.lines(of: text)
  }

  /// Divides the text where the copy of the returned message begins.
  private mutating func divide(_ text: String) {
    let lines = Self.lines(text)
    let cut = lines.indices.dropFirst().first { Self.opensCopy(lines[$0]) } ?? lines.endIndex
    notice = Array(lines[..<cut])
    noticeText = notice.joined(separator: "\n")
    if groups.isEmpty { takeFields(of: lines) }
    if returned == nil, cut < lines.endIndex {
      returned = ReturnedMessage(lines: Array(lines[cut...]))
    }
  }

  /// Takes the fields of a delivery report that stand in the words for people.
  private mutating func takeFields(of lines: [Substring]) {
    guard lines.contains(where: Self.namesRecipient) else { return }
    let text = lines.map { $0.drop { $0 == ">" } }.joined(separator: "\n")
    groups = FieldGroup.groups(in: text).filter {
      $0["final-recipient"] != nil || $0["original-recipient"] != nil
    }
  }

  private static let recipientFields = ["final-recipient:", "original-recipient:"].map {
    Array($0.utf8)
  }

  /// Whether a line is the field of a recipient; looked at in bytes, since every mail has many lines.
  private static func namesRecipient(_ line: Substring) -> Bool {
    let bare = line.utf8.drop { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: ">") }
    guard bare.first.map({ $0 | 0x20 == 0x66 || $0 | 0x20 == 0x6F }) ?? false else { return false }
    return recipientFields.contains { bare.lazy.map(\.lowered).starts(with: $0) }
  }

  /// Whether a line announces the copy of the returned message, or is its first header.
  private static func opensCopy(_ line: Substring) -> Bool {
    let start = line.utf8.drop { passed.contains($0) }
    guard start.first.map({ openings.contains($0.lowered) }) ?? false else { return false }
    guard beginnings.begin(start) || start.contains(where: { $0 >= 0x80 }) else { return false }
    let bare = Substring(start).lowercased()
    if headerStarts.contains(where: { bare.hasPrefix($0) }) { return true }
    let words = bare.drop { $0 == "-" || $0 == " " || $0 == "=" || $0 == "_" }
    let hasMarks = bare.hasPrefix("--") || bare.hasPrefix("==") || bare.hasPrefix("__")
    if hasMarks, markedCopies.contains(where: { words.hasPrefix($0) }) { return true }
    return copies.contains { bare.hasPrefix($0) }
  }

  /// Trace headers, with which a returned message begins.
  private static let headerStarts = ["received:", "return-path:", "delivered-to:"]

  /// What follows a row of marks above the copy.
  private static let markedCopies = [
    "below this line is a copy", "this is a copy of", "original message", "the original",
    "returned message", "message header", "unsent message", "header", "the header",
    "undelivered message",
    "message text follows", "message body follows", "original mail info", "forwarded message",
    "beginning of the original", "beginning of returned", "original headers", "copy of the message",
    "start of returned", "non-delivered mail", "body of message",
  ]

  /// What such a line may begin with: blanks, marks of quotation and emphasis.
  private static let passed = Array(" \t>*|".utf8)

  /// How such a line begins if it is of ASCII alone: with a header, the words of a copy, or marks.
  private static let beginnings = BeginningSet(headerStarts + copies + ["--", "==", "__"])

  /// The bytes with which such a line can begin, in small letters.
  private static let openings: Set<UInt8> = {
    let texts = headerStarts + copies + ["-", "=", "_"]
    let capitals = copies.map { $0.prefix(1).uppercased() }
    return Set((texts + capitals).compactMap { $0.utf8.first?.lowered })
  }()

  /// What announces the copy without marks.
  private static let copies = [
    "original message follows", "original message headers", "original message:",
    "included is a copy",
    "message headers follow", "original mail as follows", "the header of the original",
    "the attachment contains the original", "below is a copy of the original", "message details:",
    "en-têtes de message", "en-têtes du message", "intestazioni originali",
    "ursprüngliche nachrichtenkopf",
    "encabezados de mensaje", "the original message was:", "copy of the original",
  ]
}
