/// A message that is to be written.
public struct MessageDraft: Sendable, Hashable {
  /// A field of which the writer knows nothing.
  public struct Field: Sendable, Hashable {
    /// The name, such as `Auto-Submitted`.
    public var name: String
    /// The text, in any characters.
    public var text: String

    /// Makes a field.
    public init(_ name: String, _ text: String) {
      self.name = name
      self.text = text
    }
  }

  /// The authors; at least one.
  public var from: [MailAddress]
  /// Who sends it for them; needed when there are several authors (RFC 5322, 3.6.2).
  public var sender: MailAddress?
  /// Where answers shall go; empty for the authors.
  public var replyTo: [MailAddress] = []
  /// The recipients.
  public var to: [MailAddress] = []
  /// Those who get a copy. Hidden recipients belong to the envelope alone.
  public var cc: [MailAddress] = []
  /// The subject in any characters; line ends and controls become blanks.
  public var subject = ""
  /// When it is sent.
  public var date: MessageDate
  /// Its id.
  public var messageID: MessageID
  /// The ids of the messages that it answers.
  public var inReplyTo: [MessageID] = []
  /// The ids of the messages before it, the oldest first.
  public var references: [MessageID] = []
  /// Further fields, in their order.
  public var fields: [Field] = []
  /// The text; any line ends, in any characters. A final line end is added if it is missing.
  public var text: String
  /// The same as HTML text; nil if there is only plain text.
  public var html: String?
  /// The files, in their order.
  public var attachments: [OutgoingAttachment] = []

  /// Makes a message with plain text.
  public init(from: MailAddress, date: MessageDate, messageID: MessageID, text: String) {
    self.from = [from]
    self.date = date
    self.messageID = messageID
    self.text = text
  }
}
