public import Model

/// What a rule says of one subject.
public struct Judgement: Sendable, Hashable {
  /// Whom or what it is about.
  public var subject: Subject
  /// The result.
  public var result: RuleResult
  /// The grade if something is to be done; nil for pass, notApplicable and waived.
  public var grade: Grade?
  /// The day that was or is due, or nil.
  public var due: CivilDay?
  /// What tells judgements apart that have the same subject and due day, such as the reference of a
  /// target; empty if nothing does.
  public var part = ""
  /// What was expected and found, and by how much; a sentence that names the subject.
  public var message: String
  /// Why the grade was raised, or nil.
  public var upgrade: String?
  /// The records that it rests on, in order.
  public var evidence: [Evidence] = []
  /// Whether a law or the organisation itself asks for it, so that its grade stays even if the
  /// edition does not.
  public var keepsGrade = false

  init(_ subject: Subject, _ result: RuleResult, _ grade: Grade?, due: CivilDay?, _ message: String)
  {
    self.subject = subject
    self.result = result
    self.grade = grade
    self.due = due
    self.message = message
  }

  /// Calendar days past the due day, 0 on it; nil without a due day or before it.
  public func daysOverdue(on day: CivilDay) -> Int? {
    guard let due, due <= day, result == .fail else { return nil }
    return due.days(to: day)
  }
}

extension Judgement {
  /// Whom or what a judgement is about.
  public struct Subject: Sendable, Hashable {
    /// What sort of thing a subject is.
    public enum Kind: String, Sendable, CaseIterable {
      case party, agreement, service, organization
    }

    /// The sort.
    public var kind: Kind
    /// Its reference; empty for the organisation.
    public var reference: String
    /// Its name or title.
    public var name: String

    /// Makes a subject.
    public init(_ kind: Kind, _ reference: String, name: String) {
      self.kind = kind
      self.reference = reference
      self.name = name
    }

    /// A party.
    public static func party(_ party: PartyFacts) -> Subject {
      Subject(.party, party.reference, name: party.name)
    }

    /// An agreement.
    public static func agreement(_ agreement: AgreementFile) -> Subject {
      Subject(.agreement, agreement.reference, name: agreement.title ?? agreement.reference)
    }

    /// A service.
    public static func service(_ service: ServiceGraph.Service) -> Subject {
      Subject(.service, service.reference, name: service.name)
    }

    /// The organisation itself.
    public static func organization(_ file: OrganizationFile) -> Subject {
      Subject(.organization, "", name: file.name)
    }
  }

  /// A record that a judgement rests on.
  public struct Evidence: Sendable, Hashable {
    /// The kind of record, such as `review`.
    public var kind: String
    /// Its reference.
    public var reference: String

    /// Makes a reference to a record.
    public init(_ kind: String, _ reference: String) {
      self.kind = kind
      self.reference = reference
    }

    /// Makes a reference to a record of a kind.
    public init<Kind: StoredRecord>(_ record: Kind) {
      self.init(Kind.type.name, record.reference)
    }
  }
}

extension Judgement {
  /// It holds.
  public static func pass(_ subject: Subject, due: CivilDay? = nil, _ message: String) -> Self {
    Self(subject, .pass, nil, due: due, message)
  }

  /// It does not concern the subject, for the reason given.
  public static func notApplicable(_ subject: Subject, _ reason: String) -> Self {
    Self(subject, .notApplicable, nil, due: nil, reason)
  }

  /// It holds, and will not for long.
  public static func dueSoon(
    _ subject: Subject,
    due: CivilDay?,
    _ message: String,
    grade: Grade = .observation
  ) -> Self {
    Self(subject, .dueSoon, grade, due: due, message)
  }

  /// It does not hold.
  public static func fail(
    _ subject: Subject,
    _ grade: Grade,
    due: CivilDay? = nil,
    _ message: String
  ) -> Self {
    Self(subject, .fail, grade, due: due, message)
  }

  /// It cannot be shown, because something is not known.
  public static func insufficientData(
    _ subject: Subject,
    due: CivilDay? = nil,
    _ message: String,
    grade: Grade = .minor
  ) -> Self {
    Self(subject, .insufficientData, grade, due: due, message)
  }

  /// The same with the records that it rests on.
  public func resting(on evidence: [Evidence]) -> Self {
    var judgement = self
    judgement.evidence = evidence
    return judgement
  }

  /// The same with its grade kept in editions that do not ask for it, if something else does.
  func required(elsewhere keepsGrade: Bool) -> Self {
    var judgement = self
    judgement.keepsGrade = keepsGrade
    return judgement
  }

  /// The same, told apart by a part of the subject.
  public func about(_ part: String) -> Self {
    var judgement = self
    judgement.part = part
    return judgement
  }
}
