/// How files of one shape are read: an import profile, version 1 of the language.
///
/// A profile is data, written in YAML and described in `docs/formats/csv-profile.md`. It says
/// how the bytes divide into cells, which cell becomes which field, how dates and numbers are
/// written, what identifies a record, how rows belong together, and what an import may change.
public struct Profile: Sendable, Equatable {
  /// The version of the profile language that is understood.
  public static let version = 1

  /// The name, lower-case letters, digits and hyphens; also the scheme of the keys it makes.
  public var id = ""
  /// What people call files of this shape.
  public var title = ""
  /// Who publishes or exports such files, and where; empty if not said.
  public var source = ""
  /// What a user should know before relying on it; empty if there is nothing.
  public var note = ""
  /// Whether a file always lists everything, so that a record that is gone has vanished.
  public var isComplete = false
  /// What a row describes.
  public var record = RecordKind.agreement
  /// How the file is laid out.
  public var dialect = CSVDialect()
  /// Delimiters to try in this order, for exporters that let users choose.
  ///
  /// The first under which the header fits is taken. Empty if only that of ``dialect`` is
  /// possible.
  public var delimiters: [UInt8] = []
  /// What happens to rows with more or fewer cells than the header.
  public var ragged = ProfileRagged.reject
  /// The key of a record; nil where the source has none.
  public var key: ProfileKey?
  /// Columns that must be in the header for the profile to fit, beside those of the key and of
  /// required fields.
  public var recognizedBy: [ProfileColumn] = []
  /// Columns that are known and deliberately not read.
  public var ignored: [ProfileColumn] = []
  /// Texts that whoever imports is asked for: a name and the question.
  public var questions: [String: String] = [:]
  /// Where a row says what is to be done with its agreement, or nil.
  public var operation: ProfileOperation?
  /// Which value goes to which field, in the order of the profile.
  public var fields: [ProfileField] = []
  /// Further names of the record.
  public var identifiers: [ProfileIdentifier] = []
  /// The parties that a row names.
  public var parties: [ProfileParty] = []
  /// Services, content items and documents that a row names.
  public var mentions: [ProfileMention] = []
  /// How rows belong together.
  public var rows = ProfileRows.one
  /// How amendments are told, for a source whose amendments are rows.
  public var amendments: ProfileAmendments?
  /// The second file with the parties, or nil.
  public var partyFile: ProfilePartyFile?
  /// Judgements over several fields.
  public var checks = ProfileChecks()
  /// What an import may change.
  public var behaviour = ProfileBehaviour()

  /// Makes an empty profile.
  public init() {}

  /// Whether several rows or files can speak of one key, so that drafts must be gathered by key
  /// and order before they are compared with the store.
  public var needsGathering: Bool {
    rows != .one || amendments != nil || partyFile != nil
  }

  /// The dialects to try, in order.
  public var dialects: [CSVDialect] {
    guard !delimiters.isEmpty else { return [dialect] }
    return delimiters.map { delimiter in
      var variant = dialect
      variant.delimiter = delimiter
      return variant
    }
  }
}

/// What happens to rows with more or fewer cells than the header.
public enum ProfileRagged: String, Sendable, CaseIterable {
  /// They are rejected.
  case reject
  /// Short rows are filled with blank cells, with a warning; long ones are rejected.
  case pad
  /// Long rows lose their surplus cells if these are blank, with a warning else, and short ones
  /// are filled.
  case cut
}

/// How rows belong together.
public enum ProfileRows: String, Sendable, CaseIterable {
  /// Every row is a record of its own.
  case one
  /// Rows with the same key describe one record and are put together.
  case several
  /// As `several`, and a row with a blank key goes on with the record of the row before.
  case continued
  /// Each row names one more party of the record.
  case perParty
}

/// What identifies a record within its source.
public struct ProfileKey: Sendable, Equatable {
  /// The columns whose cells make the key, in this order.
  public var columns: [ProfileColumn]
  /// What stands between them.
  public var joiner = "/"
  /// Whether the first column that is filled is the key, instead of all of them together.
  public var isFirstFilled = false

  /// Makes a key of columns.
  public init(_ columns: [ProfileColumn]) { self.columns = columns }
}

/// A value and the field of the draft that it fills.
public struct ProfileField: Sendable, Equatable {
  /// The field filled.
  public var target: Field
  /// How the value is read.
  public var value: ProfileValue
  /// Whether a value that the store has is replaced, if other than the profile's rule.
  public var overwrites: ProfileBehaviour.Overwrite?

  /// Makes a field.
  public init(_ target: Field, _ value: ProfileValue) {
    self.target = target
    self.value = value
  }
}

/// A further name of the record or of a party, within a scheme.
public struct ProfileIdentifier: Sendable, Equatable {
  /// The scheme, or the one to use where ``schemeValue`` says nothing.
  public var scheme: String
  /// Where the scheme itself is read, through its value map, or nil.
  public var schemeValue: ProfileValue?
  /// How the value is read.
  public var value: ProfileValue
  /// A regular expression; other cells are no identifiers of this scheme and passed over.
  public var matching: String?
  /// How one cell holds several identifiers, or nil.
  public var list: ProfileItems?

  /// Makes an identifier.
  public init(scheme: String, value: ProfileValue) {
    self.scheme = scheme
    self.value = value
  }
}

/// Something that a row names: a service, a content item, a document.
public struct ProfileMention: Sendable, Equatable {
  /// What is named.
  public var kind: DraftMention.Kind
  /// How its name is read.
  public var name: ProfileValue
  /// How the detail is read, or nil.
  public var detail: ProfileValue?
  /// The separator of several names in one cell, or nil.
  public var separator: String?
  /// How one cell holds several names with their details, or nil.
  public var list: ProfileItems?

  /// Makes a mention.
  public init(_ kind: DraftMention.Kind, name: ProfileValue) {
    self.kind = kind
    self.name = name
  }
}
