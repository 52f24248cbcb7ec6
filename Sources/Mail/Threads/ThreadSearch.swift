/// Looks for the case of a message, by the strongest ground first.
///
/// A message is attached to one case and never joins two; that the subject lines are equal is no
/// ground at all.
public struct ThreadSearch: Sendable {
  /// Who sent the message; nil if nobody readable did.
  public var sender: MailAddress?
  /// All addresses to which the message came, those of the envelope first.
  public var recipients: [MailAddress]
  /// The ids in `In-Reply-To`, in their order.
  public var inReplyTo: [MessageID]
  /// The ids in `References`, in their order: the latest last.
  public var references: [MessageID]
  /// The ids of own messages that a bounce or receipt gives back.
  public var returned: [MessageID]
  /// The subject line, decoded.
  public var subjectLine: String
  /// The text in which reference numbers of the other side are looked for.
  public var text: String

  /// Makes a search.
  public init(
    sender: MailAddress?,
    recipients: [MailAddress],
    inReplyTo: [MessageID] = [],
    references: [MessageID] = [],
    returned: [MessageID] = [],
    subjectLine: String = "",
    text: String = ""
  ) {
    self.sender = sender
    self.recipients = recipients
    self.inReplyTo = inReplyTo
    self.references = references
    self.returned = returned
    self.subjectLine = subjectLine
    self.text = text
  }

  /// The cases that come into question, the strongest ground first, each case once.
  ///
  /// The first one that is certain, if there is one, is the case of the message; what follows it
  /// is only worth showing. A mark or reference number is certain only if the sender belongs to
  /// the case's party, and a reference number only if it fits one case.
  ///
  /// Without a key no address and no id is known as an own one.
  ///
  /// - Throws: What the lookup throws.
  public func candidates(key: MailKey?, lookup: ThreadLookup) throws -> [ThreadCandidate] {
    var found = key.map { signedAddresses($0) + signedIDs($0) } ?? []
    found += try knownIDs(lookup) + tokens(lookup) + foreignReferences(lookup)
    var seen: Set<String> = []
    return found.filter { seen.insert($0.subject).inserted }
  }

  /// The ids that are answered or returned, in the order in which they count.
  private var answered: [MessageID] { returned + inReplyTo + references.reversed() }

  private func signedAddresses(_ key: MailKey) -> [ThreadCandidate] {
    recipients.compactMap { address in
      OwnAddress(address, key: key).map {
        .init(subject: $0.subject, ground: .ownAddress, evidence: address.address, isCertain: true)
      }
    }
  }

  private func signedIDs(_ key: MailKey) -> [ThreadCandidate] {
    answered.compactMap { id in
      OwnMessageID(id, key: key).map {
        .init(subject: $0.subject, ground: .ownMessageID, evidence: id.value, isCertain: true)
      }
    }
  }

  private func knownIDs(_ lookup: ThreadLookup) throws -> [ThreadCandidate] {
    try answered.compactMap { id in
      try lookup.subjectOfMessage(id).map {
        .init(subject: $0, ground: .knownMessageID, evidence: id.value, isCertain: true)
      }
    }
  }

  private func tokens(_ lookup: ThreadLookup) throws -> [ThreadCandidate] {
    try SubjectToken.references(in: subjectLine).compactMap { reference in
      guard let subject = try lookup.subjectOfToken(reference) else { return nil }
      let isCertain = try isPartner(of: subject, lookup)
      return .init(
        subject: subject,
        ground: .subjectToken,
        evidence: reference,
        isCertain: isCertain
      )
    }
  }

  private func foreignReferences(_ lookup: ThreadLookup) throws -> [ThreadCandidate] {
    try ForeignReference.words(in: subjectLine + "\n" + text).flatMap { word in
      let subjects = try lookup.subjectsOfReference(word)
      return try subjects.map { subject in
        let isCertain = try subjects.count == 1 && isPartner(of: subject, lookup)
        return ThreadCandidate(
          subject: subject,
          ground: .foreignReference,
          evidence: word,
          isCertain: isCertain
        )
      }
    }
  }

  private func isPartner(of subject: String, _ lookup: ThreadLookup) throws -> Bool {
    guard let sender, sender.isComplete else { return false }
    return try lookup.isPartner(sender, subject)
  }
}
