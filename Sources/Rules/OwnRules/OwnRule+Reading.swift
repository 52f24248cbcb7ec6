public import Importing
import Model

extension OwnRule {
  /// The most bytes that a file may have.
  public static let mostBytes = 65_536

  /// Reads a rule from the bytes of a file.
  ///
  /// - Returns: The rule, or nil with everything that is wrong: `rule.text`, `rule.key`,
  ///   `rule.missing`, `rule.id`, `rule.value` and `rule.query`, each with its line.
  public static func read(
    _ bytes: some Collection<UInt8>,
    named file: String
  ) -> (rule: OwnRule?, problems: [Problem]) {
    var reader = OwnRuleReader(file: file)
    let rule = reader.read(bytes)
    return (reader.problems.isEmpty ? rule : nil, reader.problems)
  }
}

/// Reads the head of a rule's file.
private struct OwnRuleReader {
  let file: String
  private(set) var problems: [Problem] = []
  private var values: [String: (text: String, line: Int)] = [:]

  init(file: String) { self.file = file }

  mutating func read(_ bytes: some Collection<UInt8>) -> OwnRule? {
    guard bytes.count <= OwnRule.mostBytes, let text = String(validating: bytes, as: UTF8.self)
    else {
      add(
        "text",
        nil,
        "The file is no text in UTF-8 of at most \(OwnRule.mostBytes) bytes.",
        "Save the query as such a text."
      )
      return nil
    }
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let head = lines.prefix { $0.hasPrefix("--") || $0.allSatisfy(\.isWhitespace) }
    for (index, line) in head.enumerated() { take(line, index + 1) }
    let query = lines.dropFirst(head.count).joined(separator: "\n")
    if query.allSatisfy(\.isWhitespace) {
      add("query", lines.count, "There is no query.", "Write it after the comment lines.")
    }
    return rule(query)
  }

  private mutating func take(_ line: Substring, _ number: Int) {
    let parts = line.drop { $0 == "-" || $0 == " " }.split(separator: ":", maxSplits: 1)
    guard parts.count == 2 else { return }
    let key = String(parts[0].filter { !$0.isWhitespace })
    let value = String(
      parts[1].drop(while: \.isWhitespace).reversed()
        .drop(while: \.isWhitespace).reversed()
    )
    guard OwnRule.keys.contains(key) else {
      let known = OwnRule.keys.joined(separator: ", ")
      return add("key", number, "The key “\(key)” is not known.", "Use \(known).")
    }
    guard values[key] == nil else {
      return add("key", number, "The key “\(key)” stands twice.", "Keep one of them.")
    }
    values[key] = (value, number)
  }

  private mutating func rule(_ query: String) -> OwnRule {
    let id = needed("id")
    if !id.isEmpty, !Self.isId(id) {
      add(
        "id",
        values["id"]?.line,
        "“\(id)” is no id.",
        "Use capital letters, digits and hyphens, such as ACME-01."
      )
    }
    return OwnRule(
      id: id,
      title: needed("title"),
      clause: values["clause"]?.text,
      grade: choice("grade", .minor, [.major, .minor, .observation]),
      remediation: needed("remediation"),
      subject: choice("subject", .agreement, Judgement.Subject.Kind.allCases),
      query: query,
      file: file
    )
  }

  private static func isId(_ id: String) -> Bool {
    let isPlain = id.utf8.allSatisfy { byte in
      (65...90).contains(byte) || (48...57).contains(byte) || byte == 45
    }
    return isPlain && id.utf8.count <= 40 && id.first?.isLetter == true
  }

  private mutating func needed(_ key: String) -> String {
    if let text = values[key]?.text, !text.isEmpty { return text }
    add("missing", 1, "The key “\(key)” is missing.", "Write a line “-- \(key): …” at the top.")
    return ""
  }

  private mutating func choice<Value: RawRepresentable<String>>(
    _ key: String,
    _ standard: Value,
    _ choices: [Value]
  ) -> Value {
    guard let (text, line) = values[key] else { return standard }
    if let value = choices.first(where: { $0.rawValue == text }) { return value }
    let known = choices.map(\.rawValue).joined(separator: ", ")
    add("value", line, "“\(text)” is no value of \(key).", "Use one of \(known).")
    return standard
  }

  private mutating func add(_ fault: String, _ line: Int?, _ message: String, _ remedy: String) {
    problems.append(
      Problem(
        "rule.\(fault)",
        file: file,
        place: line.map { Place(line: $0) },
        message: message,
        remedy: remedy
      )
    )
  }
}
