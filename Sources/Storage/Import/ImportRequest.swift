public import Importing
public import Model

/// How one import is to be done.
public struct ImportRequest: Sendable {
  /// What becomes of an agreement that a complete source no longer lists.
  public enum Vanished: String, Sendable, CaseIterable, Comparable {
    /// It is listed in the plan of the import in which it vanishes, nothing else.
    case keep
    /// It is marked as no longer listed by its source.
    case flag
    /// It is marked, and ends on the day before the import takes effect.
    case end

    /// Orders by how much is done: `keep`, `flag`, `end`.
    public static func < (left: Self, right: Self) -> Bool {
      allCases.firstIndex(of: left) ?? 0 < allCases.firstIndex(of: right) ?? 0
    }
  }

  /// Whether a changed field is something new that the parties agreed, or a better reading.
  public enum ChangeStyle: String, Sendable, CaseIterable {
    case revision, version
  }

  /// When a value already there is replaced.
  public enum Overwrite: String, Sendable, CaseIterable {
    /// Only empty fields are filled.
    case never
    /// By what the source gives; a blank in the source leaves the value.
    case given
    /// By what the source says, also by a blank.
    case always
  }

  /// The profile or format that reads the source.
  public var profile: String
  /// SHA-256 of the profile's text, or nil for a format that has none.
  public var profileDigest: [UInt8]?
  /// The name space of the source's keys: the source's name if one is given, else the profile.
  public var scheme: String
  /// The day of the import in the organisation's zone.
  public var importDay: CivilDay
  /// The day given for the changes, or nil for the import day.
  public var effectiveOn: CivilDay?
  /// Whether the source lists all there is, so that what is missing has vanished.
  public var isComplete = false
  /// What to do with what has vanished.
  public var vanished: Vanished = .keep
  /// What a changed field is.
  public var changes: ChangeStyle = .revision
  /// Whether a value already there is replaced by a different one.
  public var overwrite = Overwrite.given
  /// The fields for which it is otherwise.
  public var overwriteByField: [Field: Overwrite] = [:]
  /// Schemes of further names by which an agreement is looked for after its key, in order.
  public var matchBy: [String] = []
  /// Whether keys are our own references and further names those of the sources, as in our own
  /// format: an agreement is then found by its reference, and by every name it has.
  public var isOwnFormat = false
  /// Whether agreements that the store does not have are added.
  public var mayAdd = true
  /// Whether agreements that the store has are changed.
  public var mayUpdate = true
  /// Whether a record whose operation does not fit the store is rejected; else what is possible
  /// is done, with a warning.
  public var isStrictAboutOperations = true
  /// Whether several rows make one agreement, so that rows are put together by key first.
  public var gathers = false

  /// Makes a request with the defaults of the properties.
  public init(profile: String, scheme: String, importDay: CivilDay) {
    self.profile = profile
    self.scheme = scheme
    self.importDay = importDay
  }

  /// Whether a value may take the place of another.
  func allows(_ new: StoredValue, for field: Field, over old: StoredValue) -> Bool {
    switch overwriteByField[field] ?? overwrite {
    case .never: old == .null
    case .given: new != .null
    case .always: true
    }
  }
}
