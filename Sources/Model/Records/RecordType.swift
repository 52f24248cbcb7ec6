/// A kind of record: what it is called, and which facts it has.
///
/// The store's tables, the native XML and CSV formats and the commands of a kind derive from
/// this. All kinds are listed in ``RecordType/all``.
public struct RecordType: Sendable {
  /// The name in the singular, as table, element and command: `review`.
  public let name: String
  /// The name of many, as a part of the native document and as a file name: `reviews`.
  public let plural: String
  /// What such a record is, in one sentence.
  public let summary: String
  /// The facts, in the order of the store's columns.
  public let fields: [RecordField]

  /// The command of the kind, such as `service-acceptance`.
  public let command: String

  /// Makes a kind; without a command of its own that is the name in words with hyphens.
  public init(
    _ name: String,
    _ plural: String,
    _ summary: String,
    _ fields: [RecordField],
    command: String? = nil
  ) {
    self.name = name
    self.command = command ?? Self.words(name).replacing(" ", with: "-")
    self.plural = plural
    self.summary = summary
    self.fields = fields
  }

  /// The table of what a record is known by, the same as ``name``.
  public var table: String { name }

  /// The table of what holds of a record from which day on.
  public var revisionTable: String { name + "Revision" }

  /// The name in words, such as `service acceptance`.
  public var words: String { Self.words(name) }

  /// The name of many in words, such as `service acceptances`.
  public var pluralWords: String { Self.words(plural) }

  /// The field of that name, or nil.
  public func field(_ name: String) -> RecordField? { fields.first { $0.name == name } }

  private static func words(_ name: String) -> String {
    name.reduce(into: "") { text, character in
      if character.isUppercase { text += " " }
      text += character.lowercased()
    }
  }
}

/// One fact of a kind of record.
public struct RecordField: Sendable {
  /// The name, as element, CSV column and word of the command line: `heldOn`.
  public let name: String
  /// What values it has.
  public let type: FieldType
  /// Whether every record has a value.
  public let isRequired: Bool
  /// What it says, in a few words without a full stop.
  public let summary: String

  /// Makes a field that a record may lack.
  public init(_ name: String, _ type: FieldType, _ summary: String) {
    self.init(name, type, isRequired: false, summary)
  }

  private init(_ name: String, _ type: FieldType, isRequired: Bool, _ summary: String) {
    self.name = name
    self.type = type
    self.isRequired = isRequired
    self.summary = summary
  }

  /// A field that every record has.
  public static func required(_ name: String, _ type: FieldType, _ summary: String) -> RecordField {
    RecordField(name, type, isRequired: true, summary)
  }

  /// The columns of the store: two for money, one for everything else.
  public var columns: [String] {
    switch type {
    case .money: [name, name + "Currency"]
    case .reference: [name + "Id"]
    default: [name]
    }
  }
}
