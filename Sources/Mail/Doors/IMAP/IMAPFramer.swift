/// A piece of a response: text of a line, or a literal, whose bytes can be anything.
enum IMAPPiece: Equatable {
  case text([UInt8])
  case literal([UInt8])
}

/// Cuts the bytes of a server into responses.
///
/// A response is a line, ended by CRLF (RFC 9051, section 9). A line that ends in `{n}`
/// announces n bytes of any kind (a literal, section 4.3), after which the line goes on. So
/// what lies in a literal is never read as a line. Lenient: a line may end in LF alone; `~{n}`
/// (RFC 3516) and `{n+}` count as `{n}`. Only untagged data have literals: the text of OK, NO,
/// BAD, BYE and PREAUTH, of `+` and of tagged lines is free and may end in a brace.
struct IMAPFramer {
  private let limits: IMAPLimits
  private var line: [UInt8] = []
  private var literal: [UInt8] = []
  /// How many bytes of the literal are still to come, or nil outside of one.
  private var missing: Int?
  private var pieces: [IMAPPiece] = []
  private var complete: [[IMAPPiece]] = []
  /// Which of the complete ones is next.
  private var next = 0

  private static let lineFeed: UInt8 = 0x0A
  /// The words after which a line is free text (RFC 9051, section 7.1).
  private static let freeWords = ["OK", "NO", "BAD", "BYE", "PREAUTH"].map { Array($0.utf8) }

  init(limits: IMAPLimits = IMAPLimits()) { self.limits = limits }

  /// The next complete response, or nil until more bytes are fed.
  mutating func take() -> [IMAPPiece]? {
    guard next < complete.count else { return nil }
    defer {
      next += 1
      if next == complete.count {
        complete.removeAll(keepingCapacity: true)
        next = 0
      }
    }
    return complete[next]
  }

  /// Takes the next bytes of the server.
  ///
  /// - Throws: A ``MailFault`` with code `imap.limit`, after which nothing more can be read.
  mutating func feed(_ bytes: [UInt8]) throws {
    var rest = bytes[...]
    while !rest.isEmpty {
      if let missing {
        takeLiteral(&rest, missing)
      } else {
        try takeLine(&rest)
      }
    }
  }

  private mutating func takeLiteral(_ rest: inout ArraySlice<UInt8>, _ missing: Int) {
    let part = rest.prefix(missing)
    literal += part
    rest = rest.dropFirst(part.count)
    self.missing = missing - part.count
    if missing == part.count { endLiteral() }
  }

  private mutating func endLiteral() {
    pieces.append(.literal(literal))
    literal = []
    missing = nil
  }

  private mutating func takeLine(_ rest: inout ArraySlice<UInt8>) throws {
    guard let end = rest.firstIndex(of: Self.lineFeed) else {
      line += rest
      rest = []
      try check(line.count, limits.line, "a line")
      return
    }
    line += rest[..<end]
    rest = rest[(end + 1)...]
    try check(line.count, limits.line, "a line")
    try endLine()
  }

  private mutating func endLine() throws {
    if line.last == 0x0D { line.removeLast() }
    let size = mayHaveLiterals ? Self.literalSize(&line) : nil
    pieces.append(.text(line))
    line.removeAll(keepingCapacity: line.capacity < 1 << 16)
    guard let size else {
      complete.append(pieces)
      pieces = []
      return
    }
    try check(size, limits.literal, "a literal")
    try check(pieces.count, 20_000, "a response with literals")
    missing = size
    if size == 0 { endLiteral() }
  }

  /// Whether the response that the line belongs to is untagged data.
  private var mayHaveLiterals: Bool {
    guard pieces.isEmpty else { return true }
    guard line.starts(with: Array("* ".utf8)) else { return false }
    let word = line[2...].prefix { $0 != UInt8(ascii: " ") }.map(uppercase)
    return !Self.freeWords.contains(word)
  }

  /// The size that the end of the line announces; the announcement is taken off.
  private static func literalSize(_ line: inout [UInt8]) -> Int? {
    guard line.last == UInt8(ascii: "}"), let open = line.lastIndex(of: UInt8(ascii: "{")) else {
      return nil
    }
    var digits = line[(open + 1)..<(line.count - 1)]
    if digits.last == UInt8(ascii: "+") { digits.removeLast() }
    guard 1...18 ~= digits.count, digits.allSatisfy({ 0x30...0x39 ~= $0 }) else { return nil }
    let size = digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
    line.removeSubrange(open...)
    if line.last == UInt8(ascii: "~") { line.removeLast() }
    return size
  }

  private func check(_ count: Int, _ limit: Int, _ what: String) throws {
    guard count > limit else { return }
    throw IMAPFault.limit(what, limit)
  }
}

/// The capital letter of a small ASCII letter; any other byte as it is.
func uppercase(_ byte: UInt8) -> UInt8 {
  UInt8(ascii: "a")...UInt8(ascii: "z") ~= byte ? byte - 0x20 : byte
}
