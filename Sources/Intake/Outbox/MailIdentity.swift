import Crypto
import Importing
public import Mail

/// Who the program is when it sends mail: its mailbox, and the secret by which it knows its own
/// mails again.
public struct MailIdentity: Sendable {
  /// The mailbox that mails come from and answers go to.
  public let mailbox: MailAddress
  /// The secret with which own addresses and ids are signed.
  public let key: MailKey
  /// What the store is called in the mark that own mails carry; it says nothing about the store.
  public let instance: String

  /// Makes the identity of a store.
  ///
  /// - Parameters:
  ///   - address: The mailbox, as `name@example.org`.
  ///   - name: The name that goes with it.
  ///   - secret: The secret of the store, of any length; the key and the instance are made of it.
  /// - Throws: A `Problem` for an address that is none.
  public init(address: String, name: String, secret: [UInt8]) throws {
    let envelope = try MailEnvelope(sender: address, recipients: [address])
    let parts = envelope.sender.split(separator: "@", omittingEmptySubsequences: false)
    mailbox = MailAddress(
      displayName: name,
      localPart: parts.dropLast().joined(separator: "@"),
      domain: parts.last.map(String.init) ?? ""
    )
    let digest = Self.digest("mail key", secret)
    guard let key = MailKey(secret: digest) else { throw Self.noKey }
    self.key = key
    instance = Self.digest("mail instance", secret).prefix(8).map { byte in
      String(String(UInt16(byte) + 256, radix: 16).dropFirst())
    }.joined()
  }

  private static func digest(_ purpose: String, _ secret: [UInt8]) -> [UInt8] {
    Array(SHA256.hash(data: Array("liaison \(purpose)\n".utf8) + secret))
  }

  private static var noKey: Problem {
    Problem(
      "mail.key",
      message: "The store has no secret for signing mails.",
      remedy: "Run `liaison doctor`."
    )
  }
}

/// A mail of our own before it is written.
public struct OwnDraft: Sendable {
  /// To whom.
  public var to: MailAddress
  /// The subject.
  public var subject: String
  /// The text.
  public var text: String
  /// The same as HTML; nil for text alone.
  public var html: String?
  /// By what an answer is known, such as `12.1`.
  public var token: String
  /// What makes the message's id the only one of its token.
  public var serial: String
  /// When it is sent.
  public var date: MessageDate
  /// The message that it answers by itself; nil for one that nobody asked for.
  public var answers: MessageID?
  /// The ids of the messages before it, the oldest first.
  public var references: [MessageID] = []
  /// Whether a person wrote it, so that it may be answered as any letter.
  public var isPersonal = false

  /// Makes a draft.
  public init(
    to: MailAddress,
    subject: String,
    text: String,
    token: String,
    serial: String,
    date: MessageDate
  ) {
    self.to = to
    self.subject = subject
    self.text = text
    self.token = token
    self.serial = serial
    self.date = date
  }
}

/// A mail of our own as it goes out.
public struct WrittenMail: Sendable {
  /// Header and body.
  public var bytes: [UInt8]
  /// Its id.
  public var messageID: MessageID
}

extension MailIdentity {
  /// The address that answers to a token go to; the plain mailbox if the token is too long for one.
  public func address(for token: String) -> MailAddress {
    OwnAddress(subject: token)
      .written(localPart: mailbox.localPart, domain: mailbox.domain, key: key) ?? mailbox
  }

  /// Writes a mail with all that keeps programs from answering it.
  ///
  /// It says that it was sent by a program, unless a person wrote it (RFC 3834, section 5), asks
  /// Exchange for no automatic answers, and carries the mark by which we know it again.
  ///
  /// - Throws: A `Problem` for what cannot be written.
  public func write(_ draft: OwnDraft) throws -> WrittenMail {
    let id = OwnMessageID(subject: draft.token, serial: draft.serial)
      .written(domain: mailbox.domain, key: key)
    guard let id else { throw Self.problem(.noAuthor) }
    var message = MessageDraft(from: mailbox, date: draft.date, messageID: id, text: draft.text)
    message.replyTo = [address(for: draft.token)]
    message.to = [draft.to]
    message.subject = draft.subject
    message.html = draft.html
    message.inReplyTo = draft.answers.map { [$0] } ?? []
    message.references = draft.references + message.inReplyTo
    if !draft.isPersonal {
      let word = draft.answers == nil ? "auto-generated" : "auto-replied"
      message.fields.append(.init("Auto-Submitted", word))
    }
    message.fields += [
      .init("X-Auto-Response-Suppress", "All"),
      .init(LoopMark.fieldName, LoopMark(instance: instance, message: id).written(key: key)),
    ]
    do {
      return WrittenMail(bytes: try MessageWriter.write(message), messageID: id)
    } catch {
      throw Self.problem(error)
    }
  }

  private static func problem(_ fault: MessageFault) -> Problem {
    Problem(fault.code, message: fault.message, remedy: fault.remedy)
  }
}
