import Importing
import Policies

/// Reads a framework from the root of its file.
struct FrameworkReader {
  /// Reads a framework from the bytes of a YAML file.
  ///
  /// What is wrong is collected: `crosswalk.key`, `crosswalk.type`, `crosswalk.value`,
  /// `crosswalk.missing`, `crosswalk.syntax`, `crosswalk.size` and `crosswalk.alias`. A part with a
  /// fault is left out.
  static func read(
    _ bytes: some Collection<UInt8>,
    named file: String
  ) -> (framework: Framework?, problems: [Problem]) {
    let findings = DataFindings(file: file, subject: "crosswalk")
    let framework = DataText(findings: findings).root(bytes).flatMap(FrameworkReader().read)
    return (framework, findings.sorted)
  }

  private func read(_ root: DataNode) -> Framework? {
    let entries = root.entries(["framework", "title", "edition", "note", "parts"])
    guard let id = root.needed("framework", in: entries)?.text,
      let title = root.needed("title", in: entries)?.text,
      let edition = root.needed("edition", in: entries)?.text,
      let items = root.needed("parts", in: entries)?.items
    else { return nil }
    return Framework(
      id: id,
      title: title,
      edition: edition,
      note: entries["note"]?.text,
      parts: items.compactMap(part)
    )
  }

  private func part(_ node: DataNode) -> Framework.Part? {
    let entries = node.entries(["reference", "title", "rules", "source"])
    guard let reference = node.needed("reference", in: entries)?.text,
      let title = node.needed("title", in: entries)?.text,
      let rules = node.needed("rules", in: entries)?.items,
      let source = node.needed("source", in: entries)?.text
    else { return nil }
    return Framework.Part(
      reference: reference,
      title: title,
      rules: rules.compactMap(\.ruleID),
      source: source
    )
  }
}
