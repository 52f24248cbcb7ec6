import Importing
import Yams

extension DataText {
  /// The parsed text, or nil if it is no YAML, holds nothing or has anchors; that is noted.
  func compose(_ text: String) -> Node? {
    do {
      let parser = try Parser(yaml: text, encoding: .utf8)
      if let node = try parser.singleRoot(), !isNothing(node) {
        // The nodes do not hold their anchors, the parser does.
        return withExtendedLifetime(parser) { hasAnchors(node) ? nil : node }
      }
      findings.add("syntax", at: nil, "The file holds nothing.", "Write “key: value” lines.")
    } catch let error as YamlError {
      note(error)
    } catch {
      findings.add("syntax", at: nil, "The file is not YAML.", Self.syntaxRemedy)
    }
    return nil
  }

  private static let syntaxRemedy =
    "Correct the YAML; indentation and quotes are the usual causes."

  private func isNothing(_ node: Node) -> Bool {
    if case .scalar(let scalar) = node { return scalar.string.isEmpty }
    return false
  }

  private func note(_ error: YamlError) {
    switch error {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      findings.add(
        "syntax",
        at: Place(mark),
        "The file is not YAML: \(problem).",
        Self.syntaxRemedy
      )
    case .duplicatedKeysInMapping(let keys, let context):
      findings.add(
        "duplicate",
        at: Place(context.mark),
        "In one group of keys, \(DataNode.list(keys)) stands more than once.",
        "Keep one of them."
      )
    case .reader(let problem, let offset, _, _):
      let place = offset.map { " at byte \($0)" } ?? ""
      findings.add(
        "syntax",
        at: nil,
        "The file is not YAML: \(problem)\(place).",
        Self.syntaxRemedy
      )
    default:
      findings.add("syntax", at: nil, "The file is not YAML.", Self.syntaxRemedy)
    }
  }

  /// Whether a value has a name for later use; each such place is noted once.
  private func hasAnchors(_ node: Node) -> Bool {
    var places: [Place] = []
    collect(from: node, into: &places)
    var seen: Set<Place> = []
    for place in places where seen.insert(place).inserted {
      findings.add(
        "alias",
        at: place,
        "Anchors and aliases (“&name”, “*name”) are not read.",
        "Write each value out where it is needed."
      )
    }
    return !places.isEmpty
  }

  private func collect(from node: Node, into places: inout [Place]) {
    // What follows an anchor may be one value many times; its own place is enough.
    if node.anchor != nil {
      places.append(node.mark.map(Place.init) ?? Place(line: 1))
      return
    }
    switch node {
    case .scalar, .alias: break
    case .sequence(let sequence):
      for item in sequence { collect(from: item, into: &places) }
    case .mapping(let mapping):
      for (key, value) in mapping {
        collect(from: key, into: &places)
        collect(from: value, into: &places)
      }
    }
  }
}
