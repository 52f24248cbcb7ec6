import Model

/// The files of `Schemas/csv`: a Table Schema of the Data Package standard, version 2, for the
/// native CSV of each kind of record.
enum TableSchemaText {
  /// The schema of a kind, as JSON with a line for each column.
  static func text(_ type: RecordType) -> String {
    let title = type.pluralWords.prefix(1).uppercased() + type.pluralWords.dropFirst()
    let columns = (type.isEntry ? [] : [reference]) + type.fields.map(column) + [effectiveOn]
    let keys = EntryType.named(type.name)?.keys ?? ["reference"]
    let links = type.fields.compactMap { foreignKey($0, in: type) }
    var members = [
      "\"name\": \(quote(type.plural))", "\"title\": \(quote(title))",
      "\"description\": \(quote(type.summary))", "\"fieldsMatch\": \"superset\"",
      "\"fields\": \(list(columns))", "\"missingValues\": [\"\"]",
      "\"primaryKey\": [\(keys.map(quote).joined(separator: ", "))]",
    ]
    if !links.isEmpty { members.append("\"foreignKeys\": \(list(links))") }
    return "{\n" + members.map { "  " + $0 }.joined(separator: ",\n") + "\n}\n"
  }

  private static let reference = object([
    ("name", quote("reference")), ("type", quote("string")),
    ("description", quote("our reference")), ("constraints", "{\"required\": true}"),
  ])

  private static let effectiveOn = object([
    ("name", quote("effectiveOn")), ("type", quote("date")),
    ("description", quote("the day from which the values hold")),
  ])

  private static func column(_ field: RecordField) -> String {
    var members = [("name", quote(field.name)), ("type", quote(name(field.type)))]
    members.append(("description", quote(description(field))))
    if field.type == .flag {
      members.append(("trueValues", "[\"true\", \"yes\"]"))
      members.append(("falseValues", "[\"false\", \"no\"]"))
    }
    let constraints = constraints(field)
    if !constraints.isEmpty { members.append(("constraints", object(constraints))) }
    return object(members)
  }

  private static func name(_ type: FieldType) -> String {
    switch type {
    case .text, .duration, .money, .choice, .reference: "string"
    case .day: "date"
    case .instant: "datetime"
    case .count: "integer"
    case .flag: "boolean"
    case .decimal: "number"
    }
  }

  /// What the fact says, and how it is written where the type of the standard does not tell.
  private static func description(_ field: RecordField) -> String {
    switch field.type {
    case .duration, .money, .reference: "\(field.summary); \(field.type.expectation)"
    default: field.summary
    }
  }

  private static func constraints(_ field: RecordField) -> [(String, String)] {
    var constraints = field.isRequired ? [("required", "true")] : []
    switch field.type {
    case .count: constraints.append(("minimum", "0"))
    case .choice(let words):
      constraints.append(("enum", "[" + words.map(quote).joined(separator: ", ") + "]"))
    case .money:
      constraints.append(("pattern", quote("-?[0-9]+(\\.[0-9]+)? [A-Z]{3}")))
    default: break
    }
    return constraints
  }

  /// A reference to a kind that has a file too; one to the kind itself names no file.
  private static func foreignKey(_ field: RecordField, in type: RecordType) -> String? {
    guard case .reference(let kind) = field.type,
      let other = RecordType.inCSV.first(where: { $0.name == kind })
    else {
      return nil
    }
    let file = [("resource", quote(other.plural))].filter { _ in other.name != type.name }
    return object([
      ("fields", "[\(quote(field.name))]"),
      ("reference", object(file + [("fields", "[\"reference\"]")])),
    ])
  }

  // MARK: JSON

  private static func list(_ elements: [String]) -> String {
    "[\n" + elements.map { "    " + $0 }.joined(separator: ",\n") + "\n  ]"
  }

  private static func object(_ members: [(String, String)]) -> String {
    "{" + members.map { "\(quote($0.0)): \($0.1)" }.joined(separator: ", ") + "}"
  }

  /// A text in quotes; the names and sentences of kinds have no control characters.
  private static func quote(_ text: String) -> String {
    "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
  }
}
