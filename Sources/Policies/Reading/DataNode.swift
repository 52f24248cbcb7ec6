import Importing
import Yams

/// A place in a YAML text, read strictly: what does not fit is noted with its line and column, and
/// reading goes on.
package struct DataNode {
  /// The value as it was parsed.
  let node: Node
  /// The keys that lead here, such as `complaint.targets.minor`; empty at the root.
  let path: String
  /// Where the key of this value stands, or nil if it has none.
  let keyPlace: Place?
  let findings: DataFindings
  /// What to write here instead of what does not fit: one sentence.
  var remedy = "Correct the value."

  /// Where the value stands, or else its key.
  var place: Place? { node.mark.map(Place.init) ?? keyPlace }

  /// The same place with another remedy.
  package func advised(_ remedy: String) -> Self {
    var copy = self
    copy.remedy = remedy
    return copy
  }

  /// Notes that the value here cannot be used.
  package func refuse(_ message: String, fault: String = "value", value: String? = nil) {
    findings.add(fault, at: place, field: path, value: value, message, remedy)
  }

  /// What the value is, in words for a message.
  var kind: String {
    switch node {
    case .scalar: "a single value"
    case .mapping: "a group of keys"
    case .sequence: "a list"
    case .alias: "an alias"
    }
  }

  // MARK: Mappings

  /// Whether the value is a mapping.
  package var isMapping: Bool {
    if case .mapping = node { return true }
    return false
  }

  /// The entries of a mapping in their order, whatever the keys; anything else is noted.
  var pairs: [(name: String, child: DataNode)] {
    guard case .mapping(let mapping) = node else {
      refuse("\(subject) must be a group of keys, not \(kind).", fault: "type")
      return []
    }
    return mapping.compactMap { key, value in
      guard case .scalar(let scalar) = key else {
        findings.add(
          "key",
          at: key.mark.map(Place.init),
          field: path,
          "A key must be a word, not a list or a group of keys.",
          "Write “key: value” lines."
        )
        return nil
      }
      return (scalar.string, child(value, named: scalar.string, keyPlace: key.mark.map(Place.init)))
    }
  }

  private func child(_ value: Node, named name: String, keyPlace: Place?) -> DataNode {
    DataNode(
      node: value,
      path: path.isEmpty ? name : "\(path).\(name)",
      keyPlace: keyPlace,
      findings: findings
    )
  }

  /// The entries of a mapping by key; keys that are not allowed are noted.
  package func entries(_ allowed: [String]) -> [String: DataNode] {
    var result: [String: DataNode] = [:]
    for (name, child) in pairs {
      if allowed.contains(name) {
        result[name] = child
      } else {
        findings.add(
          "key",
          at: child.keyPlace,
          field: child.path,
          "The key “\(name)” is not known here.",
          "Use one of \(DataNode.list(allowed))."
        )
      }
    }
    return result
  }

  /// Names in quotes, one after the other.
  package static func list(_ names: [String]) -> String {
    names.map { "“\($0)”" }.joined(separator: ", ")
  }

  /// The path in quotes, or what the root is called.
  package var subject: String { path.isEmpty ? "The file" : "“\(path)”" }
}
