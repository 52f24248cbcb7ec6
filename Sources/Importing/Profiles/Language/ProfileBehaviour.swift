/// What an import by a profile may change in the store.
public struct ProfileBehaviour: Sendable, Equatable {
  /// Whether a value that the store has is replaced.
  public enum Overwrite: String, Sendable, CaseIterable {
    /// Only fields without a value are filled.
    case never
    /// What the source gives replaces what the store has; what it leaves blank does not.
    case given
    /// The source decides, also where it leaves a field blank.
    case always
  }

  /// What a changed value is taken for.
  public enum Change: String, Sendable, CaseIterable {
    /// A correction of what we knew.
    case revision
    /// Something that the parties changed.
    case version
  }

  /// What happens to records that a complete file has no longer.
  public enum Absent: String, Sendable, CaseIterable {
    case keep, flag, end
  }

  /// Whether records that the store does not have are added.
  public var mayAdd = true
  /// Whether records that the store has are changed.
  public var mayUpdate = true
  /// Whether parties that the store does not have are added.
  public var mayAddParties = true
  /// Whether a value that the store has is replaced.
  public var overwrite = Overwrite.given
  /// What a changed value is taken for.
  public var change = Change.revision
  /// What happens to records that a complete file has no longer, unless the command says else.
  public var absent = Absent.keep
  /// Schemes of identifiers by which a record is looked for after its key, in this order.
  public var matchBy: [String] = []
  /// The number of rejected rows above which nothing is stored, or nil.
  public var rejectLimit: Int?

  /// Makes the default behaviour.
  public init() {}
}

/// How amendments are told where they are rows.
public struct ProfileAmendments: Sendable, Equatable {
  /// What the amount in a row is.
  public enum Amount: String, Sendable, CaseIterable {
    /// What this version adds or takes; the value of the agreement is the sum.
    case change
    /// The value of the agreement from this version on.
    case total
  }

  /// The columns that name the version within the agreement.
  public var revision: [ProfileColumn]
  /// Date columns by which the versions are ordered before the revision itself, oldest first; a
  /// version without a day comes first.
  public var order: [ProfileColumn] = []
  /// What the amount in a row is.
  public var amount = Amount.total

  /// Makes amendments named by columns.
  public init(revision: [ProfileColumn]) { self.revision = revision }
}

/// The second file that holds the parties of the agreements.
public struct ProfilePartyFile: Sendable, Equatable {
  /// The name of the file, with `*` for any run of characters, in the folder of the first file.
  public var pattern: String
  /// How the file is laid out.
  public var dialect = CSVDialect()
  /// The columns that hold the key of the agreement.
  public var key: ProfileKey
  /// The parties that a row names.
  public var parties: [ProfileParty] = []
  /// Columns that are known and deliberately not read.
  public var ignored: [ProfileColumn] = []

  /// Makes a party file.
  public init(pattern: String, key: ProfileKey) {
    self.pattern = pattern
    self.key = key
  }

  /// Whether a file name (without folders) fits the pattern; case is folded.
  public func fits(name: String) -> Bool {
    let name = name.lowercased()
    let pieces = pattern.lowercased().split(separator: "*", omittingEmptySubsequences: false)
    guard let first = pieces.first, let last = pieces.last, pieces.count > 1 else {
      return name == pattern.lowercased()
    }
    guard name.hasPrefix(first), name.hasSuffix(last), name.count >= first.count + last.count
    else { return false }
    var rest = name.dropFirst(first.count).dropLast(last.count)
    for piece in pieces.dropFirst().dropLast() where !piece.isEmpty {
      guard let found = rest.firstRange(of: piece) else { return false }
      rest = rest[found.upperBound...]
    }
    return true
  }
}

/// Judgements over several fields of one row.
public struct ProfileChecks: Sendable, Equatable {
  /// Whether the end is computed from start and initial term, and one that is given is only
  /// compared with it.
  public var recomputesEnd = false

  /// Makes checks that only look whether dates are in order.
  public init() {}
}
