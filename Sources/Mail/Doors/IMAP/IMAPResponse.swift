/// One response of a server, understood as far as mail intake needs it.
enum IMAPResponse: Equatable {
  /// The server waits for more of the command.
  case goOn
  /// The command with the tag has ended.
  case completed(tag: String, IMAPStatus)
  /// A word on its own: OK with a code, a warning, BYE.
  case status(IMAPStatus)
  /// What the server can do, in capitals.
  case capability(Set<String>)
  /// How many mails there are.
  case exists(Int)
  /// The numbers that a search found, in the server's order.
  case search([UInt32])
  case fetch(IMAPFetched)
  /// Anything else.
  case other

  /// Reads a response from its pieces.
  ///
  /// - Throws: A ``MailFault`` with code `imap.response`.
  init(_ pieces: [IMAPPiece]) throws {
    guard case .text(let line)? = pieces.first else {
      throw IMAPFault.malformed("an empty response")
    }
    switch line.first {
    case UInt8(ascii: "+"): self = .goOn
    case UInt8(ascii: "*"): self = try Self.untagged(line, pieces)
    default: self = try Self.tagged(line)
    }
  }

  private static func tagged(_ line: [UInt8]) throws -> IMAPResponse {
    let tag = line.prefix { $0 != UInt8(ascii: " ") }
    guard !tag.isEmpty, let status = IMAPStatus(line.dropFirst(tag.count + 1)) else {
      throw IMAPFault.malformed("“\(printable(line.prefix(60)))”")
    }
    return .completed(tag: String(decoding: tag, as: UTF8.self), status)
  }

  private static func untagged(_ line: [UInt8], _ pieces: [IMAPPiece]) throws -> IMAPResponse {
    let words = line.dropFirst(2)
    if let status = IMAPStatus(words) { return .status(status) }
    if let numbers = try search(words) { return .search(numbers) }
    var scanner = IMAPScanner(pieces)
    _ = try scanner.value()
    guard let first = try scanner.value() else { return .other }
    if first.word == "CAPABILITY" {
      return .capability(Set(try scanner.rest().compactMap(\.word)))
    }
    guard let number = first.number, let name = try scanner.value()?.word else { return .other }
    switch name {
    case "EXISTS": return .exists(number)
    case "FETCH": return .fetch(IMAPFetched(try scanner.value()?.elements ?? []))
    default: return .other
    }
  }

  /// The numbers of a search, which may be millions, read without values in between.
  ///
  /// What follows the numbers in parentheses (RFC 7162, section 3.1.5) is passed over.
  private static func search(_ words: ArraySlice<UInt8>) throws -> [UInt32]? {
    let name = Array("SEARCH".utf8)
    guard words.prefix(name.count).map(uppercase) == name else { return nil }
    var numbers: [UInt32] = []
    var number: UInt64?
    for byte in words.dropFirst(name.count) {
      if byte == UInt8(ascii: "(") { break }
      guard 0x30...0x39 ~= byte else {
        guard byte == UInt8(ascii: " ") else { throw IMAPFault.malformed("a search") }
        try add(&number, to: &numbers)
        continue
      }
      number = (number ?? 0) * 10 + UInt64(byte - 0x30)
      guard number ?? 0 <= UInt32.max else { throw IMAPFault.malformed("a number too large") }
    }
    try add(&number, to: &numbers)
    return numbers
  }

  private static func add(_ number: inout UInt64?, to numbers: inout [UInt32]) throws {
    guard let complete = number else { return }
    guard complete > 0 else { throw IMAPFault.malformed("the number 0 of a mail") }
    numbers.append(UInt32(complete))
    number = nil
  }
}
