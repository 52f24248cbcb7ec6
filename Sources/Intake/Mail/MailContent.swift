import Mail
public import Model
public import Storage

/// What a mail that is kept says and brings, read anew from its bytes.
public struct MailContent: Sendable {
  /// A file that came with the mail.
  public struct File: Sendable, Equatable {
    /// The name that the sender gave it, or what it is; a label only.
    public var name: String
    /// What it is said to be.
    public var mediaType: String
    /// The SHA-256 of its content in hexadecimal digits.
    public var sha256: String
    /// How many bytes it has.
    public var byteCount: Int
    /// Whether it may be a register that can be imported, or an archive that has one.
    public var isRegister: Bool
    /// The content.
    public var bytes: [UInt8]
  }

  /// What a report says of one recipient of a mail of ours.
  public struct Recipient: Sendable, Equatable {
    /// The address; nil if the report does not name it.
    public var address: String?
    /// The enhanced status, or nil.
    public var status: String?
    /// What the other server said.
    public var reply: String
    /// Whether the address will not work again.
    public var isDead: Bool
  }

  /// The new text, without what is quoted.
  public var text: String
  /// The files, in their order.
  public var files: [File]
  /// Of reports on deliveries: what they say of each recipient.
  public var recipients: [Recipient]

  /// Reads a mail.
  ///
  /// - Throws: `StoreError` if its bytes are not there.
  public init(of mail: MailMessage, _ reader: Reader) throws {
    let read = try ReadMail(of: mail, reader)
    text = read.reply
    files = read.message.attachments.map { part in
      let bytes = part.decoded().bytes
      let file = AttachedFile(part)
      return File(
        name: file.label,
        mediaType: part.mediaType.essence,
        sha256: OriginalDigest.of(bytes).hexadecimal,
        byteCount: bytes.count,
        isRegister: file.isRegister,
        bytes: bytes
      )
    }
    recipients = (read.classified.bounce?.recipients ?? []).map { one in
      Recipient(
        address: one.address,
        status: one.status?.description,
        reply: one.diagnosis,
        isDead: one.isAddressDead
      )
    }
  }
}
