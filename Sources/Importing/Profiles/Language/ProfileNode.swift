import Yams

/// A place in the YAML text of a profile, read strictly: what does not fit is noted with its
/// line and reading goes on.
struct ProfileNode {
  /// Takes what is wrong with one profile.
  final class Findings {
    let file: String
    private(set) var problems: [Problem] = []

    init(file: String) { self.file = file }

    func add(_ code: String, at mark: Mark?, field: String?, _ message: String, _ remedy: String) {
      let place = mark.map { Place(line: $0.line, column: $0.column) }
      problems.append(
        Problem(code, file: file, place: place, field: field, message: message, remedy: remedy)
      )
    }
  }

  let node: Node
  /// The keys that lead here, such as `fields.startsOn.dates`.
  let path: String
  let findings: Findings

  /// Notes that the value here cannot be used.
  func refuse(_ message: String, _ remedy: String) {
    findings.add("profile.value", at: node.mark, field: path, message, remedy)
  }

  // MARK: Mappings

  /// The entries of a mapping by key; anything else, and keys that are not allowed, are noted.
  func entries(_ allowed: [String]) -> [String: ProfileNode] {
    var result: [String: ProfileNode] = [:]
    for (key, child) in pairs(of: "a mapping with keys from \(list(allowed))") {
      if allowed.contains(key) {
        result[key] = child
      } else {
        findings.add(
          "profile.key",
          at: child.keyMark,
          field: child.path,
          "The key “\(key)” is not known here.",
          "Use one of \(list(allowed))."
        )
      }
    }
    return result
  }

  /// The entries of a mapping in their order, whatever the keys.
  func pairs(of wanted: String) -> [(String, ProfileNode)] {
    // A key with nothing but comments below it has an empty mapping.
    if case .scalar(let scalar) = node, scalar.string.isEmpty { return [] }
    guard case .mapping(let mapping) = node else {
      refuse("“\(path)” must be \(wanted).", "Write it as “key: value” lines.")
      return []
    }
    return mapping.compactMap { key, value in
      guard case .scalar(let scalar) = key else { return nil }
      let name = scalar.string
      let child = ProfileNode(
        node: value,
        path: path.isEmpty ? name : "\(path).\(name)",
        findings: findings,
        keyMark: key.mark
      )
      return (name, child)
    }
  }

  /// The items of a sequence; a single value is a sequence of one.
  var items: [ProfileNode] {
    guard case .sequence(let sequence) = node else { return [self] }
    return sequence.enumerated().map { index, item in
      ProfileNode(node: item, path: "\(path)[\(index + 1)]", findings: findings, keyMark: nil)
    }
  }

  /// Where the key of this value stands, or nil if it has none.
  let keyMark: Mark?

  private func list(_ names: [String]) -> String {
    names.map { "“\($0)”" }.joined(separator: ", ")
  }

  // MARK: Values

  /// Whether the value is a mapping.
  var isMapping: Bool {
    if case .mapping = node { return true }
    return false
  }

  /// Whether the value is a sequence.
  var isSequence: Bool {
    if case .sequence = node { return true }
    return false
  }

  /// The text of a scalar, as written; anything else is noted.
  var text: String? {
    guard case .scalar(let scalar) = node else {
      refuse("“\(path)” must be a single text.", "Put the text in quotes after the colon.")
      return nil
    }
    return scalar.string
  }

  /// The texts of a sequence of scalars, or of one.
  var texts: [String] { items.compactMap(\.text) }

  /// A whole number of 0 or more.
  var count: Int? {
    guard let text else { return nil }
    guard let number = Int(text), number >= 0 else {
      refuse("“\(text)” is not a whole number of 0 or more.", "Write digits only.")
      return nil
    }
    return number
  }

  /// Yes or no.
  var flag: Bool? {
    guard let text else { return nil }
    switch text {
    case "true": return true
    case "false": return false
    default:
      refuse("“\(text)” is neither true nor false.", "Write true or false.")
      return nil
    }
  }

  /// A value of a closed list, by its raw value.
  func choice<Choice>(_ type: Choice.Type) -> Choice?
  where Choice: RawRepresentable & CaseIterable, Choice.RawValue == String {
    guard let text else { return nil }
    if let choice = Choice(rawValue: text) { return choice }
    let names = Choice.allCases.map(\.rawValue)
    refuse("“\(text)” is not possible for “\(path)”.", "Use one of \(list(names)).")
    return nil
  }

  /// One ASCII character as a byte; `none` gives nil without a problem.
  func byte(orNone: Bool = false) -> UInt8? {
    guard let text else { return nil }
    if orNone, text == "none" { return nil }
    if text == "tab" { return 0x09 }
    guard text.utf8.count == 1, let byte = text.utf8.first else {
      refuse(
        "“\(text)” is not one ASCII character.",
        "Write one character in quotes, or tab\(orNone ? " or none" : "")."
      )
      return nil
    }
    return byte
  }
}
