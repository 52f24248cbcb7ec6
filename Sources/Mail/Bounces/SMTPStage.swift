/// Which part of a conversation between servers was answered with a refusal (RFC 5321, 3).
enum SMTPStage {
  /// The connection and the greeting.
  case connection
  /// The envelope's sender.
  case sender
  /// A recipient: only such an answer speaks of one address.
  case recipient
  /// The content, for all recipients together.
  case content

  /// Finds the stage that a text names; nil if it names none.
  init?(_ text: String) {
    let folded = text.lowercased()
    let found = Self.names.first { $0.texts.isFound(in: folded) }
    guard let found else { return nil }
    self = found.stage
  }

  private static let names: [(stage: Self, texts: NeedleSet)] = [
    (
      .content,
      NeedleSet([
        "end of data", "data command", "(data)", "our final data", "after data", "text command",
        ">>> data",
        "smtp command\ndata", "smtp command\r\ndata", "pipelined data", "end-of-data",
      ])
    ),
    (.recipient, NeedleSet(["rcpt", "does not like recipient", "rejected recipient"])),
    (.sender, NeedleSet(["mail from", "mail_from", "mail command"])),
    (
      .connection,
      NeedleSet(["initial connection", "helo", "ehlo", "greeting", "my name was rejected"])
    ),
  ]
}
