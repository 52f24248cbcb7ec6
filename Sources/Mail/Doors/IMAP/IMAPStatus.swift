/// The outcome of a command, or a word of the server on its own (RFC 9051, section 7.1).
struct IMAPStatus: Equatable {
  /// The kinds of outcome.
  enum Condition: String, CaseIterable {
    case done = "OK"
    case refused = "NO"
    case misunderstood = "BAD"
    case goodbye = "BYE"
    case knownUser = "PREAUTH"
  }

  var condition: Condition
  /// The response code in capitals, such as `UIDVALIDITY`, or nil.
  var code: String?
  /// What follows the code within the brackets, as written.
  var argument: String
  /// The text for people, printable ASCII.
  var text: String

  /// Reasons that pass (RFC 5530, section 3; LIMIT RFC 9051, section 7.1).
  private static let passingCodes: Set<String> = ["UNAVAILABLE", "INUSE", "SERVERBUG", "LIMIT"]

  /// Whether the server names a reason that passes.
  var isPassing: Bool { code.map(Self.passingCodes.contains) ?? false }

  /// Code and text, for messages.
  var summary: String { (code.map { "[\($0)] " } ?? "") + text }

  /// Reads the words after the tag: `OK [UIDVALIDITY 7] UIDs valid`; nil if they are none.
  init?(_ line: some Collection<UInt8>) {
    let word = line.prefix { $0 != UInt8(ascii: " ") }
    guard
      let condition = Condition(rawValue: String(decoding: word.map(uppercase), as: UTF8.self))
    else { return nil }
    self.condition = condition
    var rest = Array(line.dropFirst(word.count + 1))
    code = nil
    argument = ""
    if rest.first == UInt8(ascii: "["), let end = rest.firstIndex(of: UInt8(ascii: "]")) {
      let inside = rest[1..<end].split(separator: UInt8(ascii: " "), maxSplits: 1)
      code = inside.first.map { String(decoding: $0.map(uppercase), as: UTF8.self) }
      argument = inside.count > 1 ? printable(inside[1]) : ""
      rest = Array(rest[(end + 1)...].drop { $0 == UInt8(ascii: " ") })
    }
    text = printable(rest)
  }
}
