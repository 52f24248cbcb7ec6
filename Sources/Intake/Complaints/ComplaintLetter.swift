import Mail
public import Model
public import Storage

/// What is written to a complainant with a step.
public struct ComplaintLetter {
  /// Why no letter can be written.
  public enum Refusal: Error, Equatable {
    /// It is not known where to write.
    case noAddress
    /// Nobody handles the complaint whom the letter could name.
    case noOwner
    /// The letter would say nothing.
    case noText

    /// The reason as a sentence.
    public var sentence: String {
      switch self {
      case .noAddress: "No address of the complainant is known; give it: --set address=ADDRESS."
      case .noOwner: "The letter names who handles it; say who: --set owner=REFERENCE."
      case .noText: "Say what to write: --note TEXT."
      }
    }
  }

  /// A letter as it goes into the outbox.
  public struct Written {
    /// The mail's record.
    public let record: NewRecord
    /// The bytes.
    public let bytes: [UInt8]
    /// The mail's id.
    public let messageID: String
  }

  private let kind: ComplaintStep.Kind
  private let complaint: Complaint
  private let note: String?
  private let owner: String?

  /// Makes the letter for a step.
  ///
  /// - Parameters:
  ///   - kind: What happens with the step.
  ///   - complaint: The complaint as it is with the step.
  ///   - note: What there is to say.
  ///   - owner: The name of who handles it, or nil.
  public init(
    _ kind: ComplaintStep.Kind,
    _ complaint: Complaint,
    note: String?,
    owner: String?
  ) {
    self.kind = kind
    self.complaint = complaint
    self.note = note.flatMap { $0.allSatisfy(\.isWhitespace) ? nil : $0 }
    self.owner = owner
  }

  /// The steps with which a letter can go.
  public static let kinds: [ComplaintStep.Kind] = [
    .acknowledged, .waitingComplainant, .responded, .awaitingConsent, .update, .reminder, .closed,
  ]

  /// Writes the letter into the outbox, in the thread of the complaint.
  ///
  /// - Throws: A ``Refusal``; a `Problem` for an address that is none; `StoreError`.
  public func write(
    _ identity: MailIdentity,
    _ reader: Reader,
    at now: Instant
  ) throws -> Written {
    guard let address = complaint.address else { throw Refusal.noAddress }
    let paragraphs = try paragraphs()
    let name = complaint.complainant ?? address
    let signature = [owner, reader.organization.name].compactMap { $0 }.joined(separator: "\n")
    let text = (["Good day \(name),"] + paragraphs + [signature]).joined(separator: "\n\n") + "\n"
    let mail = CaseMail(
      thread: .complaint(complaint.reference),
      reference: complaint.reference,
      name: complaint.complainant ?? "",
      address: address,
      subject: subject,
      text: text,
      earlier: try earlier(reader)
    )
    let written = try mail.write(identity, reader, at: now)
    return Written(record: written.record, bytes: written.bytes, messageID: written.messageID)
  }

  /// The ids of the mails before, the oldest first.
  private func earlier(_ reader: Reader) throws -> [String] {
    let line = try ComplaintLine(complaint, reader)
    var ids: [String] = []
    for id in [complaint.messageId] + line.steps.map(\.messageId) {
      if let id, !ids.contains(id) { ids.append(id) }
    }
    return ids
  }

  private var subject: String {
    switch kind {
    case .acknowledged: "Who handles your complaint"
    case .waitingComplainant: "A question about your complaint"
    case .responded: "Our decision about your complaint"
    case .awaitingConsent: "May we close your complaint?"
    case .reminder: "May we close your complaint? We asked before"
    case .closed: "Your complaint is closed"
    default: "How your complaint stands"
    }
  }

  // MARK: What it says

  private func paragraphs() throws -> [String] {
    switch kind {
    case .acknowledged: try acknowledgement()
    case .waitingComplainant:
      [
        try text(),
        "Please answer this mail. Until you do, the time in which we have to decide "
          + "stands still.",
      ]
    case .responded: decision()
    case .awaitingConsent, .reminder: consent()
    case .closed: closure()
    default: [try text()]
    }
  }

  private func text() throws -> String {
    guard let note else { throw Refusal.noText }
    return note
  }

  private func acknowledgement() throws -> [String] {
    guard let owner else { throw Refusal.noOwner }
    let next = note ?? "We look into it and tell you what we decide."
    return [
      "your complaint has the number \(complaint.reference). \(owner) handles it.",
      "What comes next: \(next)",
      "To add something, answer this mail.",
    ]
  }

  private func decision() -> [String] {
    let decided =
      switch complaint.decision {
      case .upheld: "Your complaint is justified."
      case .partlyUpheld: "Your complaint is justified in part."
      case .notUpheld: "We do not see your complaint as justified."
      case nil: "We have looked into your complaint."
      }
    return [decided]
      + [note ?? complaint.findings, complaint.remedy.map { "What we do: \($0)" }]
      .compactMap { $0 } + [
        "If you do not agree, answer this mail; it then goes to a higher level."
      ]
  }

  private func consent() -> [String] {
    var lines = kind == .reminder ? ["we asked you before, and have no answer yet."] : []
    lines += [note ?? "All that we promised is done."]
    return lines + [
      "Do you agree that we close your complaint? Please answer this mail with yes, or with what "
        + "is still missing."
    ]
  }

  private func closure() -> [String] {
    [note, "your complaint is closed. If something is still wrong, answer this mail."]
      .compactMap { $0 }
  }
}
