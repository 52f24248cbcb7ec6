import Mail
import Model
import Storage

/// What a mail answers: a reminder, a complaint, or nothing that is known.
enum MailThread: Equatable {
  /// One of our reminders, by the token of the mail that it went out with.
  case reminder(token: String)
  /// A complaint, by its reference.
  case complaint(String)
  /// An earlier mail for which a receipt went out, by its reference.
  case mail(String)

  /// How it is marked in own addresses and ids; tokens of reminders are numbers alone.
  var token: String {
    switch self {
    case .reminder(let token): token
    case .complaint(let reference): "c/\(reference)"
    case .mail(let reference): "m/\(reference)"
    }
  }

  init(subject: String) {
    let rest = String(subject.dropFirst(2))
    if subject.hasPrefix("c/") {
      self = .complaint(rest)
    } else {
      self = subject.hasPrefix("m/") ? .mail(rest) : .reminder(token: subject)
    }
  }
}

/// Finds what a mail answers.
struct MailThreadSearch {
  /// What was found: the thread, whether it is certain, and why, as a sentence.
  struct Found: Equatable {
    var thread: MailThread
    var isCertain: Bool
    var reason: String
  }

  private let reader: Reader
  private let directory: SenderDirectory

  init(_ reader: Reader, _ directory: SenderDirectory) {
    self.reader = reader
    self.directory = directory
  }

  /// What a mail answers, or nil.
  ///
  /// - Throws: `StoreError`.
  func find(_ mail: ReadMail, _ identity: MailIdentity?) throws -> Found? {
    let addresses = mail.message.addresses
    let delivered = ["Delivered-To", "X-Original-To", "Envelope-To"].flatMap {
      mail.message.headers.all($0).flatMap { $0.addresses(limit: 10).addresses }
    }
    let search = ThreadSearch(
      sender: mail.sender,
      recipients: delivered + addresses.to.addresses + addresses.cc.addresses,
      inReplyTo: mail.message.inReplyTo,
      references: mail.message.references,
      returned: mail.classified.bounce?.returned?.messageID.map { [$0] } ?? [],
      subjectLine: mail.message.subject ?? ""
    )
    let candidates = try search.candidates(key: identity?.key, lookup: lookup)
    guard let best = candidates.first(where: \.isCertain) ?? candidates.first else { return nil }
    return Found(
      thread: MailThread(subject: best.subject),
      isCertain: best.isCertain,
      reason: "\(Self.words(best.ground)): \(best.evidence)"
    )
  }

  private static func words(_ ground: ThreadCandidate.Ground) -> String {
    switch ground {
    case .ownAddress: "It was sent to the address of the case"
    case .ownMessageID: "It answers a mail of ours"
    case .knownMessageID: "It answers a mail that is known"
    case .subjectToken: "Its subject has the mark of the case"
    case .foreignReference: "It has the other side’s number of the case"
    }
  }

  // MARK: What the store knows

  private var lookup: ThreadLookup {
    ThreadLookup(
      subjectOfMessage: { try subject(of: $0) },
      subjectOfToken: { reference in
        if let complaint = try reader.record(Complaint.self, reference) {
          return MailThread.complaint(complaint.reference).token
        }
        return try reader.record(MailMessage.self, reference).map {
          MailThread.mail($0.reference).token
        }
      },
      subjectsOfReference: { _ in [] },
      isPartner: { address, subject in try isPartner(address, subject) }
    )
  }

  private func subject(of id: MessageID) throws -> String? {
    if let complaint = try reader.records(Complaint.self, having: "messageId", id.value).first {
      return MailThread.complaint(complaint.reference).token
    }
    let mails = try reader.records(MailMessage.self, having: "messageId", id.value)
    let numbers =
      try mails.compactMap(\.complaint)
      + reader.records(ComplaintStep.self, having: "messageId", id.value).map(\.complaint)
    guard let number = numbers.first,
      let complaint = try reader.record(Complaint.self, number: number)
    else { return nil }
    return MailThread.complaint(complaint.reference).token
  }

  private func isPartner(_ address: MailAddress, _ subject: String) throws -> Bool {
    let thread = MailThread(subject: subject)
    if case .mail(let reference) = thread {
      let mail = try reader.record(MailMessage.self, reference)
      return mail?.sender?.lowercased() == address.address.lowercased()
    }
    guard case .complaint(let reference) = thread,
      let complaint = try reader.record(Complaint.self, reference)
    else { return false }
    if complaint.address?.lowercased() == address.address.lowercased() { return true }
    return complaint.party != nil && directory.match(address)?.party == complaint.party
  }
}
