import Foundation
public import Importing

extension Draft {
  /// The draft as one line of JSON, the same for the same content.
  ///
  /// Members come in a fixed order: `kind`, `key`, `operation`, `amendment` and `order` where there are any,
  /// `place`, then `fields` in the order of ``Field``, `identifiers`, `parties`, `mentions`. A day
  /// is ISO text, another number a JSON number, a field said to be empty is `null`.
  public var dump: String {
    var line = JSONLine()
    line.add("kind", text: String(describing: kind))
    line.add("key", text: string(key))
    if operation != .unsaid { line.add("operation", text: operation.word) }
    if let amendment { line.add("amendment", text: string(amendment)) }
    if !order.isEmpty { line.add("order", text: string(order)) }
    line.add("place", raw: place.dump)
    line.add("fields", raw: fieldsDump)
    line.add("identifiers", raw: JSONLine.list(identifiers.map { dump(of: $0) }))
    line.add("parties", raw: JSONLine.list(parties.indices.map { dump(ofParty: $0) }))
    line.add("mentions", raw: JSONLine.list(mentions.map { dump(of: $0) }))
    return line.object
  }

  private var fieldsDump: String {
    var line = JSONLine()
    for field in Field.allCases where said.contains(field) {
      line.add(String(describing: field), raw: dump(of: field))
    }
    return line.object
  }

  private func dump(of field: Field) -> String {
    guard given.contains(field) else { return "null" }
    if field.isDay { return JSONLine.quoted(isoDay(number(field) ?? 0)) }
    if field.isNumber { return String(number(field) ?? 0) }
    return JSONLine.quoted(text(field) ?? "")
  }

  private func dump(of identifier: DraftIdentifier) -> String {
    JSONLine.quoted("\(identifier.scheme)=\(string(identifier.value))")
  }

  private func dump(ofParty number: Int) -> String {
    let party = parties[number]
    var line = JSONLine()
    line.add("role", text: party.role.rawValue)
    if party.isOwn { line.add("own", raw: "true") }
    line.add("name", text: string(party.name))
    for (name, bytes) in [
      ("country", party.country), ("address", party.address), ("postalCode", party.postalCode),
      ("city", party.city), ("email", party.email), ("phone", party.phone),
      ("website", party.website),
    ] {
      if let bytes { line.add(name, text: string(bytes)) }
    }
    let own = partyIdentifiers.filter { $0.party == number }
    let texts = own.map { JSONLine.quoted("\($0.scheme)=\(string($0.value))") }
    line.add("identifiers", raw: JSONLine.list(texts))
    return line.object
  }

  private func dump(of mention: DraftMention) -> String {
    var line = JSONLine()
    line.add("kind", text: mention.kind.rawValue)
    line.add("name", text: string(mention.name))
    if let detail = mention.detail { line.add("detail", text: string(detail)) }
    return line.object
  }
}

extension RecordDraft {
  /// The record as one line of JSON, the same for the same content.
  public var dump: String {
    var line = JSONLine()
    line.add("record", text: kind)
    line.add("reference", text: reference)
    if let effectiveOn { line.add("effectiveOn", text: effectiveOn) }
    line.add("place", raw: place.dump)
    var facts = JSONLine()
    for value in values { facts.add(value.field, text: value.text) }
    line.add("facts", raw: facts.object)
    return line.object
  }
}

extension Place {
  /// The place as JSON, members without a value left out.
  var dump: String {
    var line = JSONLine()
    line.add("line", raw: String(self.line))
    if let column { line.add("column", raw: String(column)) }
    if let record { line.add("record", raw: String(record)) }
    return line.object
  }
}

extension Problem {
  /// The problem as one line of JSON, the same for the same content.
  public var dump: String {
    var line = JSONLine()
    line.add("code", text: code)
    line.add("severity", text: severity.rawValue)
    if let file { line.add("file", text: file) }
    if let place { line.add("place", raw: place.dump) }
    if let field { line.add("field", text: field) }
    if let value { line.add("value", text: value) }
    line.add("message", text: message)
    line.add("remedy", text: remedy)
    return line.object
  }
}

/// ISO text of a number of days since 1970-01-01, by Hinnant's `civil_from_days`
/// (howardhinnant.github.io/date_algorithms.html), apart from the code under test.
func isoDay(_ number: Int64) -> String {
  let shifted = number + 719_468
  let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
  let dayOfEra = shifted - era * 146_097
  let yearOfEra =
    (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
  let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
  let shiftedMonth = (5 * dayOfYear + 2) / 153
  let day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
  let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
  let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
  return String(format: "%04ld-%02ld-%02ld", Int(year), Int(month), Int(day))
}

/// Puts members into one line of JSON in the order in which they are added.
struct JSONLine {
  private var members: [String] = []

  /// The line.
  var object: String { "{" + members.joined(separator: ",") + "}" }

  /// Adds a member whose value is already JSON.
  mutating func add(_ name: String, raw: String) { members.append("\(Self.quoted(name)):\(raw)") }

  /// Adds a member with a text.
  mutating func add(_ name: String, text: String) { add(name, raw: Self.quoted(text)) }

  /// A list of values that are already JSON.
  static func list(_ values: [String]) -> String { "[" + values.joined(separator: ",") + "]" }

  /// The text as a JSON string (RFC 8259, section 7), with only what must be escaped.
  static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\t": result += "\\t"
      case _ where scalar.value < 0x20:
        result += String(format: "\\u%04x", scalar.value)
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}
