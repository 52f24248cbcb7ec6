import Mail
public import Model
public import Storage

/// What a person makes of a mail that waits.
public struct MailTriage {
  /// What of a complaint only a person can say.
  public struct ComplaintFacts: Sendable {
    /// The party's reference; nil for the one that the sender belongs to.
    public var party: String?
    /// How grave; nil for not yet known.
    public var severity: Complaint.Severity?
    /// Who of us handles it, by reference; nil for nobody yet.
    public var owner: String?
    /// The service that it is about, by reference, or nil.
    public var service: String?
    /// What is wrong; nil for what the mail says.
    public var description: String?
    /// Whether the complainant gets a receipt, if that may be.
    public var sendsReceipt = true

    /// Makes facts of which nothing is known.
    public init() {}
  }

  private let reference: String
  private let person: String
  private let now: Instant

  /// Makes the triage of one mail.
  ///
  /// - Parameters:
  ///   - reference: The mail's reference.
  ///   - person: Who decides.
  ///   - now: The present instant.
  public init(_ reference: String, by person: String, at now: Instant) {
    self.reference = reference
    self.person = person
    self.now = now
  }

  private func mail(
    _ reader: Reader,
    in states: Set<MailMessage.State> = [.waiting, .quarantined]
  ) throws -> MailMessage {
    guard let mail = try reader.record(MailMessage.self, reference) else {
      throw StoreError.unknown(kind: "mail", reference: reference)
    }
    guard states.contains(mail.state) else {
      throw StoreError.notAllowed(
        "\(reference) is \(mail.state.rawValue) and does not wait; take that back first with "
          + "`liaison mail undo \(reference)`."
      )
    }
    return mail
  }

  // MARK: Putting aside

  /// Puts the mail aside.
  ///
  /// - Throws: `StoreError` if it does not wait.
  public func discard(reason: String, _ reader: Reader) throws -> DecidedChange<String> {
    var entry = MailEntry(try mail(reader))
    entry.enter(.discarded, by: person, note: reason, at: now)
    return DecidedChange("\(reference) is put aside.", records: [entry.record])
  }

  /// Says that nothing more is to be done with the mail, which belongs where it was put.
  ///
  /// - Throws: `StoreError` if it does not wait.
  public func finish(note: String?, _ reader: Reader) throws -> DecidedChange<String> {
    var entry = MailEntry(try mail(reader))
    entry.enter(.accepted, by: person, note: note, at: now)
    return DecidedChange("\(reference) is done.", records: [entry.record])
  }

  // MARK: Making something of it

  /// Makes a complaint of the mail, received when the mail was.
  ///
  /// - Parameters:
  ///   - facts: What the mail does not say.
  ///   - identity: Under whom the receipt goes out; nil for no receipt.
  ///   - reader: The store on the day.
  /// - Returns: What was done, as a sentence, and what is to be written.
  /// - Throws: `StoreError` if the mail does not wait; a `Problem` if the receipt cannot be written.
  public func acceptComplaint(
    _ facts: ComplaintFacts,
    _ identity: MailIdentity?,
    _ reader: Reader
  ) throws -> DecidedChange<String> {
    let mail = try mail(reader)
    let read = try ReadMail(of: mail, reader, identity)
    let complaint = try reader.nextReference(of: Complaint.type)
    var records = [
      try record(complaint, mail, read, facts, reader), received(complaint, mail, reader),
    ]
    var change = DecidedChange("\(reference) is \(complaint).", records: [])
    if let step = try sentReceipt(mail, complaint, reader) {
      records.append(step)
    } else if facts.sendsReceipt, let identity {
      let receipt = Receipt(.complaint(complaint), complaint, mail, read, identity)
      if let refusal = try receipt.refusal(reader, at: now) {
        change.value += " No receipt is sent: \(refusal)"
      } else {
        let written = try receipt.write(reader, receivedAt: mail.receivedAt, at: now)
        let at = max(now, mail.receivedAt)
        records += [written.record, step(.receipt, complaint, at, written.messageID, reader)]
        change.originals = [written.bytes]
        change.value += " A receipt to \(read.sender?.address ?? "") waits in the outbox."
      }
    }
    var entry = MailEntry(mail)
    entry.set("complaint", reference: complaint)
    entry.set("result", complaint)
    entry.enter(.accepted, by: person, at: now)
    change.records = records + [entry.record]
    return change
  }

  private func record(
    _ reference: String,
    _ mail: MailMessage,
    _ read: ReadMail,
    _ facts: ComplaintFacts,
    _ reader: Reader
  ) throws -> NewRecord {
    let day = reader.organization.zone.day(at: mail.receivedAt)
    var record = NewRecord(Complaint.type, reference: reference, effectiveOn: day)
    record.set("receivedAt", .instant(mail.receivedAt))
    let known = try mail.party.flatMap { try reader.party($0)?.reference }
    record.set("party", (facts.party ?? known).map(FieldValue.reference))
    record.set("complainant", Self.text(mail.senderName ?? mail.sender))
    record.set("address", Self.text(mail.sender))
    record.set("channel", .text(Complaint.Channel.mail.rawValue))
    record.set("messageId", Self.text(mail.messageId))
    record.set("service", facts.service.map(FieldValue.reference))
    let said = "\(mail.subject ?? "")\n\n\(read.reply)".prefix(Self.longestDescription)
    record.set("description", Self.text(facts.description ?? String(said)))
    record.set("severity", facts.severity.map { .text($0.rawValue) })
    record.set("owner", facts.owner.map(FieldValue.reference))
    return record
  }

  private static let longestDescription = 4_000

  private static func text(_ text: String?) -> FieldValue? {
    text.flatMap { $0.allSatisfy(\.isWhitespace) ? nil : .text($0) }
  }

  /// The step of a receipt that went out when the mail came, or nil.
  private func sentReceipt(
    _ mail: MailMessage,
    _ complaint: String,
    _ reader: Reader
  ) throws -> NewRecord? {
    guard let about = mail.about, let sent = try reader.record(OutboxMail.self, about) else {
      return nil
    }
    let at = max(sent.queuedAt, mail.receivedAt)
    return step(.receipt, complaint, at, sent.messageId, reader)
  }

  private func received(_ complaint: String, _ mail: MailMessage, _ reader: Reader) -> NewRecord {
    var step = step(.received, complaint, mail.receivedAt, mail.messageId, reader)
    step.set("note", .text("By mail, \(reference)."))
    return step
  }

  private func step(
    _ kind: ComplaintStep.Kind,
    _ complaint: String,
    _ at: Instant,
    _ messageID: String?,
    _ reader: Reader
  ) -> NewRecord {
    let day = reader.organization.zone.day(at: at)
    var step = NewRecord(ComplaintStep.type, reference: nil, effectiveOn: day)
    step.set("complaint", .reference(complaint))
    step.set("kind", .text(kind.rawValue))
    step.set("at", .instant(at))
    step.set("messageId", Self.text(messageID))
    return step
  }

  /// Puts the mail to a complaint that is there already.
  ///
  /// - Throws: `StoreError` if the mail does not wait, or there is no such complaint.
  public func acceptReply(to complaint: String?, _ reader: Reader) throws -> DecidedChange<String> {
    let mail = try mail(reader)
    let known = try mail.complaint.flatMap {
      try reader.record(Complaint.self, number: $0)?.reference
    }
    guard let target = complaint ?? known ?? mail.about else {
      throw StoreError.notAllowed("Say to which complaint it belongs: --to complaint-1.")
    }
    guard try reader.record(Complaint.self, target) != nil else {
      throw StoreError.unknown(kind: "complaint", reference: target)
    }
    var entry = MailEntry(mail)
    entry.set("complaint", reference: target)
    entry.set("result", target)
    entry.enter(.accepted, by: person, at: now)
    return DecidedChange("\(reference) belongs to \(target).", records: [entry.record])
  }

  /// Which proof a file of a mail is.
  public struct ProofFacts: Sendable {
    /// The obligation's reference.
    public var obligation: String
    /// The due day that it is for.
    public var dueOn: CivilDay
    /// What sort.
    public var kind: Proof.Kind
    /// Which of the files, counted from one.
    public var file = 1

    /// Makes facts about the first file.
    public init(obligation: String, dueOn: CivilDay, kind: Proof.Kind) {
      self.obligation = obligation
      self.dueOn = dueOn
      self.kind = kind
    }
  }

  /// Makes a file of the mail a proof for an obligation, which somebody has still to accept.
  ///
  /// - Throws: `StoreError` if the mail does not wait, has no such file, or there is no such
  ///   obligation.
  public func acceptProof(_ facts: ProofFacts, _ reader: Reader) throws -> DecidedChange<String> {
    let mail = try mail(reader)
    let files = try ReadMail(of: mail, reader).message.attachments
    guard files.indices.contains(facts.file - 1) else {
      throw StoreError.notAllowed(
        "\(reference) has \(files.count) files; there is no file \(facts.file)."
      )
    }
    let file = files[facts.file - 1]
    let bytes = file.decoded().bytes
    let name = try reader.nextReference(of: Proof.type)
    let day = reader.organization.zone.day(at: mail.receivedAt)
    var proof = NewRecord(Proof.type, reference: name, effectiveOn: day)
    proof.set("obligation", .reference(facts.obligation))
    proof.set("dueOn", .day(facts.dueOn))
    proof.set("kind", .text(facts.kind.rawValue))
    proof.set("title", .text(AttachedFile(file).label))
    proof.set(
      "party",
      try mail.party.flatMap { try reader.party($0)?.reference }.map(FieldValue.reference)
    )
    proof.set("receivedOn", .day(day))
    proof.set("sha256", .text(OriginalDigest.of(bytes).hexadecimal))
    proof.set("messageId", Self.text(mail.messageId))
    var entry = MailEntry(mail)
    entry.set("result", name)
    entry.enter(.accepted, by: person, at: now)
    return DecidedChange(
      "\(reference) is \(name). Next: liaison obligation accept \(name)",
      records: [proof, entry.record],
      originals: [bytes]
    )
  }

  /// Opens a dispute about an agreement, opened by them on the day on which the mail came.
  ///
  /// - Throws: `StoreError` if the mail does not wait, or there is no such agreement.
  public func acceptDispute(
    about agreement: String,
    subject: String?,
    _ reader: Reader
  ) throws -> DecidedChange<String> {
    let mail = try mail(reader)
    let name = try reader.nextReference(of: Dispute.type)
    let day = reader.organization.zone.day(at: mail.receivedAt)
    var dispute = NewRecord(Dispute.type, reference: name, effectiveOn: day)
    dispute.set("agreement", .reference(agreement))
    dispute.set("subject", .text(subject ?? mail.subject ?? reference))
    dispute.set("openedOn", .day(day))
    dispute.set("openedBy", .text(Dispute.OpenedBy.them.rawValue))
    var entry = MailEntry(mail)
    entry.set("result", name)
    entry.enter(.accepted, by: person, at: now)
    return DecidedChange("\(reference) is \(name).", records: [dispute, entry.record])
  }

  /// Keeps the mail as the minutes of a review that was held.
  ///
  /// - Throws: `StoreError` if the mail does not wait, or there is no such review.
  public func acceptMinutes(of review: String, _ reader: Reader) throws -> DecidedChange<String> {
    let mail = try mail(reader)
    guard try reader.record(Review.self, review) != nil else {
      throw StoreError.unknown(kind: "review", reference: review)
    }
    var record = NewRecord(Review.type, reference: review, effectiveOn: nil)
    record.set("minutesIssuedOn", .day(reader.organization.zone.day(at: mail.receivedAt)))
    record.set("minutesSha256", .text(mail.sha256))
    var entry = MailEntry(mail)
    entry.set("result", review)
    entry.enter(.accepted, by: person, at: now)
    return DecidedChange(
      "\(reference) has the minutes of \(review).",
      records: [record, entry.record]
    )
  }

  /// Notes what the mail was made of, where that was written by other means.
  ///
  /// - Throws: `StoreError` if the mail does not wait.
  public func accept(as result: String, _ reader: Reader) throws -> DecidedChange<String> {
    var entry = MailEntry(try mail(reader))
    entry.set("result", result)
    entry.enter(.accepted, by: person, at: now)
    return DecidedChange("\(reference): \(result)", records: [entry.record])
  }

  /// Finds the files of the mail that are to be imported.
  ///
  /// - Parameters:
  ///   - choice: Names or numbers of its files; empty for all that may be registers.
  ///   - reader: The store.
  /// - Returns: The files, taken out of archives; at least one.
  /// - Throws: `StoreError` if the mail does not wait, or has no such file; a `Problem` for an
  ///   archive that cannot be used.
  public func registers(_ choice: [String], _ reader: Reader) throws -> MailRegisters {
    try MailRegisters(of: mail(reader), choice, reader)
  }

  // MARK: Taking back

  /// Lets the mail wait again; what was made of it is for the caller to void.
  ///
  /// - Throws: `StoreError` if it waits already or was never read.
  public func undo(_ reader: Reader) throws -> DecidedChange<String> {
    let mail = try mail(reader, in: [.accepted, .discarded, .settled, .quarantined])
    var entry = MailEntry(mail)
    entry.set("result", nil)
    if mail.result?.hasPrefix(Complaint.type.command + "-") ?? false {
      entry.set("complaint", reference: nil)
    }
    entry.enter(.waiting, by: person, at: now)
    return DecidedChange("\(reference) waits again.", records: [entry.record])
  }
}

extension ReadMail {
  /// Reads a mail that is kept.
  ///
  /// - Throws: `StoreError` if its bytes are not there.
  init(of mail: MailMessage, _ reader: Reader, _ identity: MailIdentity? = nil) throws {
    guard let raw = try reader.original(mail.sha256) else {
      throw StoreError.unknown(kind: "original", reference: mail.sha256)
    }
    self.init(raw, MailSettings(identity: identity, authenticationServer: nil))
  }
}
