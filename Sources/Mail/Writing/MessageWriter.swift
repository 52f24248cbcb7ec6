/// Writes messages (RFC 5322, 2045 to 2047, 2231, 2183).
///
/// The same draft gives the same bytes. Lines end with CR LF and have at most 78 characters where
/// that is possible, never more than 998. What is not ASCII is encoded, but for addresses, which
/// have no encoding (RFC 6532). Text is written as it is where every server leaves it so, else as
/// quoted-printable or Base64, whichever is shorter.
public struct MessageWriter {
  private let draft: MessageDraft
  private var fields = FieldWriter()

  /// The fields that are written from values of a draft.
  private static let ownFields: Set = [
    "from", "sender", "reply-to", "to", "cc", "bcc", "subject", "date", "message-id",
    "in-reply-to", "references", "mime-version", "content-type", "content-transfer-encoding",
    "content-disposition", "content-id",
  ]
  private static let longestID = 900

  /// The bytes of a message.
  ///
  /// Ids of more than 900 bytes are left out of `References` and `In-Reply-To`, as they would make
  /// a line too long.
  ///
  /// - Throws: ``MessageFault``, and nothing is written.
  public static func write(_ draft: MessageDraft) throws(MessageFault) -> [UInt8] {
    var writer = Self(draft: draft)
    try writer.writeFields()
    let body = try BodyWriter.body(of: draft)
    return writer.fields.bytes + body
  }

  private init(draft: MessageDraft) { self.draft = draft }

  private mutating func writeFields() throws(MessageFault) {
    guard !draft.from.isEmpty else { throw .noAuthor }
    guard draft.from.count == 1 || draft.sender != nil else { throw .noSender }
    fields.add("Date", draft.date.text)
    try add("From", draft.from)
    try add("Sender", [draft.sender].compactMap { $0 })
    try add("Reply-To", draft.replyTo)
    try add("To", draft.to)
    try add("Cc", draft.cc)
    fields.add("Subject", text: draft.subject)
    fields.add("Message-ID", draft.messageID.description)
    add("In-Reply-To", draft.inReplyTo)
    add("References", draft.references)
    for field in draft.fields { try add(field) }
    fields.add("MIME-Version", "1.0")
  }

  private mutating func add(
    _ name: String,
    _ addresses: [MailAddress]
  ) throws(MessageFault) {
    guard !addresses.isEmpty else { return }
    var pieces: [String] = []
    for address in addresses { pieces.append(try AddressWriter(name).text(of: address)) }
    fields.add(name, pieces: pieces, separator: ",")
  }

  private mutating func add(_ name: String, _ ids: [MessageID]) {
    let written = ids.map(\.description).filter { $0.utf8.count <= Self.longestID }
    if !written.isEmpty { fields.add(name, pieces: written, separator: "") }
  }

  private mutating func add(_ field: MessageDraft.Field) throws(MessageFault) {
    let isUsable = field.name.utf8.allSatisfy { 0x21...0x7E ~= $0 && $0 != .colon }
    guard isUsable, 1...70 ~= field.name.utf8.count else { throw .unusableFieldName(field.name) }
    guard !Self.ownFields.contains(field.name.lowercased()) else {
      throw .reservedField(field.name)
    }
    fields.add(field.name, text: field.text)
  }
}
