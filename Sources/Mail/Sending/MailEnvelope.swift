import Importing

/// Who a mail goes to, and where failures go (RFC 5321, section 3.3); not what its header says.
public struct MailEnvelope: Sendable, Equatable {
  /// The address for failures without angle brackets; empty for the null sender, which
  /// automatic answers use so that they cannot be answered.
  public let sender: String
  /// The recipients' addresses without angle brackets, in the order given, each once.
  public let recipients: [String]

  /// Checks the addresses.
  ///
  /// An address is refused that could end the command it is written into, or begin an option
  /// of a program: with a control character, a space outside quotes, an angle bracket, or a
  /// hyphen in front.
  ///
  /// - Throws: A `Problem`: `address.form` for one that is none, `address.missing` if there is
  ///   no recipient.
  public init(sender: String, recipients: [String]) throws {
    for address in recipients + (sender.isEmpty ? [] : [sender]) {
      guard Self.isAddress(address) else { throw Self.badAddress(address) }
    }
    guard !recipients.isEmpty else { throw Self.noRecipient }
    self.sender = sender
    var known: Set<String> = []
    self.recipients = recipients.filter { known.insert($0).inserted }
  }

  /// Whether the text may stand in an envelope; 254 bytes are the most (RFC 5321, 4.5.3.1.3,
  /// less the brackets), and more than ASCII is allowed (RFC 6531, section 3.3).
  private static func isAddress(_ text: String) -> Bool {
    guard 3...254 ~= text.utf8.count, !text.hasPrefix("-"), !text.hasPrefix("@") else {
      return false
    }
    guard let mark = text.lastIndex(of: "@") else { return false }
    let domain = text[text.index(after: mark)...]
    let local = text[..<mark]
    let isQuoted = local.count >= 2 && local.hasPrefix("\"") && local.hasSuffix("\"")
    let separators: Set<Unicode.Scalar> = ["<", ">", " ", "\"", ",", ";"]
    return !domain.isEmpty && isPlain(domain, without: separators)
      && isPlain(local, without: isQuoted ? ["<", ">"] : separators.union(["@"]))
  }

  private static func isPlain(_ text: Substring, without refused: Set<Unicode.Scalar>) -> Bool {
    text.unicodeScalars.allSatisfy { scalar in
      let isControl = scalar.properties.generalCategory == .control
      let isBreak = [.lineSeparator, .paragraphSeparator].contains(
        scalar.properties.generalCategory
      )
      return !isControl && !isBreak && !refused.contains(scalar)
    }
  }

  private static func badAddress(_ address: String) -> Problem {
    Problem(
      "address.form",
      value: printable(address.utf8),
      message: "“\(printable(address.utf8))” is no address to which mail can be sent.",
      remedy: "Give it as name@example.org, with no line break, space or bracket."
    )
  }

  private static var noRecipient: Problem {
    Problem(
      "address.missing",
      message: "The mail has no recipient.",
      remedy: "Give at least one address."
    )
  }
}
