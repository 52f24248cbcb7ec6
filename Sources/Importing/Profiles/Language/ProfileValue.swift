/// How one value is read from a row: where from, as what, and what to do about bad cells.
public struct ProfileValue: Sendable, Equatable {
  /// The kinds of values that a cell can hold.
  public enum Kind: String, Sendable, CaseIterable {
    /// Words, trimmed.
    case text
    /// A name or number that identifies something; never turned into a number.
    case identifier
    /// A civil day.
    case date
    /// An amount with a currency, kept in minor units.
    case money
    /// A whole number.
    case integer
    /// Yes or no.
    case boolean
    /// A number of days, weeks, months, quarters or years.
    case duration
    /// A word from a closed list, usually through a value map.
    case choice
  }

  /// What a bad cell costs.
  public enum BadCell: String, Sendable, CaseIterable {
    /// The whole row is rejected.
    case reject
    /// The field is left empty, with a warning.
    case warn
  }

  /// What happens to a word that the value map does not have.
  public enum UnknownWord: Sendable, Hashable {
    /// The row is rejected.
    case reject
    /// The field is left empty, with a warning.
    case warn
    /// The word itself is kept.
    case keep
    /// A stated value takes its place, with a warning.
    case use(String)
  }

  /// Where the value comes from.
  public var source: ProfileSource
  /// What the cell holds.
  public var kind: Kind
  /// How dates, numbers, yes and no, and durations are written here.
  public var formats: ProfileFormats
  /// Cells that mean "no value", beside the blank one, compared byte for byte after trimming.
  public var missing: [String]
  /// Source words and what they stand for, compared with case folded.
  public var map: [String: String]
  /// What happens to a word outside ``map``; applies only where a map or closed list is.
  public var unknown: UnknownWord
  /// Values with a meaning of their own.
  public var sentinels: [ProfileSentinel]
  /// What must hold.
  public var constraints: ProfileConstraints
  /// What a bad cell costs.
  public var badCell: BadCell

  /// Makes a value of a kind from a source.
  public init(
    _ source: ProfileSource,
    kind: Kind = .text,
    formats: ProfileFormats = ProfileFormats(),
    missing: [String] = [],
    badCell: BadCell = .warn
  ) {
    self.source = source
    self.kind = kind
    self.formats = formats
    self.missing = missing
    map = [:]
    unknown = .warn
    sentinels = []
    constraints = ProfileConstraints()
    self.badCell = badCell
  }
}

/// A value that stands for something else than itself, such as 9999-12-31 for "no end".
public struct ProfileSentinel: Sendable, Hashable {
  /// What it stands for.
  public enum Meaning: String, Sendable, CaseIterable {
    /// There is no agreed end; the day is kept as read.
    case openEnded
    /// There is no value.
    case missing
  }

  /// Where the value lies: a cell's text, or days since 1970-01-01 from one on or up to one.
  public enum Extent: Sendable, Hashable {
    case text(String)
    case onOrAfter(Int64)
    case onOrBefore(Int64)
  }

  /// Which values are meant.
  public var extent: Extent
  /// What they stand for.
  public var meaning: Meaning

  /// Makes a sentinel.
  public init(_ extent: Extent, means meaning: Meaning) {
    self.extent = extent
    self.meaning = meaning
  }
}

/// What must hold for a value.
public struct ProfileConstraints: Sendable, Hashable {
  /// Whether a blank or missing cell is a fault.
  public var isRequired = false
  /// Whether no two rows may have the same value.
  public var isUnique = false
  /// The least number, minor units or day allowed (days since 1970-01-01), or nil.
  public var minimum: Int64?
  /// A regular expression that the whole cell must match, or nil.
  public var pattern: String?
  /// The only cells allowed, or nil.
  public var oneOf: [String]?

  /// Makes constraints that allow everything.
  public init() {}
}
