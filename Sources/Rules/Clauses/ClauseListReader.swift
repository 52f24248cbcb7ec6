import Importing
import Policies

/// Reads the clauses of an edition from the root of their file.
struct ClauseListReader {
  let findings: DataFindings
  let edition: Edition

  func read(_ root: DataNode) -> [Clause] {
    let entries = root.entries(["edition", "clauses"])
    _ = entries["edition"]?.advised("Write “edition: \"\(edition.rawValue)\"”.")
      .choice([edition.rawValue])
    guard let items = root.needed("clauses", in: entries)?.items else { return [] }
    var seen: Set<String> = []
    return items.compactMap { node in
      guard let clause = clause(node) else { return nil }
      guard seen.insert(clause.number).inserted else {
        node.refuse("Clause \(clause.number) stands more than once.", fault: "duplicate")
        return nil
      }
      return clause
    }
  }

  private func clause(_ node: DataNode) -> Clause? {
    let entries = node.entries(["clause", "title", "proof", "records", "rules"])
    let proofs = Clause.Proof.allCases.map(\.rawValue)
    guard let number = node.needed("clause", in: entries)?.text,
      let title = node.needed("title", in: entries)?.text,
      let word = node.needed("proof", in: entries)?
        .advised("Write one of \(DataNode.list(proofs)).").choice(proofs),
      let proof = Clause.Proof(rawValue: word)
    else { return nil }
    return Clause(
      number: number,
      title: title,
      proof: proof,
      records: entries["records"]?.text,
      rules: entries["rules"]?.items?.compactMap(\.ruleID) ?? []
    )
  }
}

extension DataNode {
  /// The entry of a key that must be there; that it is not is noted.
  func needed(_ key: String, in entries: [String: DataNode]) -> DataNode? {
    if let entry = entries[key] { return entry }
    guard isMapping else { return nil }
    advised("Write it.").refuse("\(subject) has no “\(key)”.", fault: "missing")
    return nil
  }

  /// The id of a rule, such as `SUP-09`: capitals, a hyphen, two digits; anything else is noted.
  var ruleID: String? {
    guard let text else { return nil }
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    if parts.count == 2, !parts[0].isEmpty, parts[0].utf8.allSatisfy({ (65...90).contains($0) }),
      parts[1].utf8.count == 2, parts[1].utf8.allSatisfy({ (48...57).contains($0) })
    {
      return text
    }
    advised("Write an id such as SUP-09.").refuse("“\(text)” is no id of a rule.", value: text)
    return nil
  }
}
