/// A group of fields as delivery reports have them (RFC 3464, 2.1).
struct FieldGroup {
  /// The fields in their order; names in small letters, values unfolded.
  private(set) var fields: [(name: String, value: String)] = []

  /// The first value of a field, its name in small letters; nil if it is missing or empty.
  subscript(name: String) -> String? {
    fields.first { $0.name == name && !$0.value.isEmpty }?.value
  }

  /// The groups of a text, which blank lines divide.
  ///
  /// A line that is neither a field nor the continuation of one is added to the field before it,
  /// since some servers write answers of several lines without indenting them.
  static func groups(in text: String) -> [Self] {
    var groups: [Self] = []
    var group = Self()
    for line in TextLines.lines(of: text) {
      if line.allSatisfy(\.isWhitespace) {
        if !group.fields.isEmpty { groups.append(group) }
        group = Self()
      } else {
        if group.startsAnother(line) {
          groups.append(group)
          group = Self()
        }
        group.add(line)
      }
    }
    return group.fields.isEmpty ? groups : groups + [group]
  }

  /// Whether the line names another recipient, so that the blank line before it is missing.
  private func startsAnother(_ line: Substring) -> Bool {
    line.lowercased().hasPrefix("final-recipient:") && self["final-recipient"] != nil
  }

  private mutating func add(_ line: Substring) {
    let isContinued = line.first?.isWhitespace == true && !fields.isEmpty
    if !isContinued, let (name, value) = Self.field(line) {
      fields.append((name, value))
    } else if let last = fields.indices.last {
      fields[last].value += " " + Self.trimmed(line)
    }
  }

  private static func field(_ line: Substring) -> (String, String)? {
    guard let colon = line.firstIndex(of: ":") else { return nil }
    let name = trimmed(line[..<colon])
    let isName = name.utf8.allSatisfy { ($0 | 0x20) &- 97 < 26 || $0 == 45 || $0 &- 48 < 10 }
    guard !name.isEmpty, isName, name.first?.isLetter == true else { return nil }
    return (name.lowercased(), trimmed(line[line.index(after: colon)...]))
  }

  private static func trimmed(_ text: Substring) -> String {
    guard let last = text.lastIndex(where: { !$0.isWhitespace }) else { return "" }
    return String(text[...last].drop(while: \.isWhitespace))
  }
}
