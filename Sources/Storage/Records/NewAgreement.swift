public import Importing
public import Model

/// An agreement that a person enters.
public struct NewAgreement: Sendable {
  /// Our reference; no agreement that holds may have it.
  public var reference: String
  /// What is known of it; `kind` is `contract` if it is not given.
  public var values: [Field: RecordValue]
  /// Who takes part, in order: role and the party's reference.
  public var parties: [(role: AgreementPartyRole, reference: String)] = []
  /// The day on which it takes effect; nil means the day of signing, else of the start, but
  /// not after ``recordedOn``.
  public var effectiveOn: CivilDay?
  /// The day of the entry in the organisation's zone.
  public var recordedOn: CivilDay

  /// Makes an agreement without parties.
  public init(reference: String, values: [Field: RecordValue], recordedOn: CivilDay) {
    self.reference = reference
    self.values = values
    self.recordedOn = recordedOn
  }
}

/// A change that a person makes to an agreement.
public struct AgreementChange: Sendable {
  /// What the parties agreed anew; a change without it corrects what is known.
  public struct Version: Sendable {
    /// The day from which the change holds between the parties.
    public var effectiveFrom: CivilDay
    /// What the amendment is called, or nil.
    public var amendment: String?
    /// What it changed in words, or nil.
    public var title: String?

    /// Makes a version.
    public init(effectiveFrom: CivilDay, amendment: String? = nil, title: String? = nil) {
      self.effectiveFrom = effectiveFrom
      self.amendment = amendment
      self.title = title
    }
  }

  /// The agreement's reference.
  public var reference: String
  /// The fields to set.
  public var values: [Field: RecordValue]
  /// The day from which the values hold; nil means as long as those they correct, or the day
  /// of the version.
  public var effectiveOn: CivilDay?
  /// A new version, or nil for a correction.
  public var version: Version?

  /// Makes a correction.
  public init(
    reference: String,
    values: [Field: RecordValue],
    effectiveOn: CivilDay? = nil,
    version: Version? = nil
  ) {
    self.reference = reference
    self.values = values
    self.effectiveOn = effectiveOn
    self.version = version
  }
}
