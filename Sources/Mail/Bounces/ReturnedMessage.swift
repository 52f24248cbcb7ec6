/// What a report gives back of the message that it is about.
public struct ReturnedMessage: Sendable, Equatable {
  /// The id of the message; nil if it is not given back.
  public let messageID: MessageID?
  /// The recipients in its `To`, in small letters.
  public let recipients: [String]

  init(messageID: MessageID?, recipients: [String]) {
    self.messageID = messageID
    self.recipients = recipients
  }

  init(_ headers: HeaderFields) {
    messageID = headers["Message-ID"].flatMap { Self.id($0.unfolded) }
    recipients = headers["To"].map { AddressScan.addresses(in: $0.unfolded) } ?? []
  }

  /// Reads headers that stand in a text, up to the first blank line after one of them.
  init(lines: [Substring]) {
    let text = lines.map { $0.drop { $0 == ">" || $0 == "|" || $0 == " " } }
    func value(_ name: String) -> String? {
      let line = text.first { $0.lowercased().hasPrefix(name) }
      return line.map { String($0.dropFirst(name.count)) }
    }
    messageID = value("message-id:").flatMap(Self.id)
    recipients = value("to:").map { AddressScan.addresses(in: $0) } ?? []
  }

  /// The id between angle brackets, or the whole text without blanks.
  static func id(_ text: String) -> MessageID? {
    if let start = text.firstIndex(of: "<"), let end = text[start...].firstIndex(of: ">") {
      return MessageID(String(text[text.index(after: start)..<end]))
    }
    return MessageID(text.filter { !$0.isWhitespace })
  }
}
