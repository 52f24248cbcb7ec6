import Importing

/// Reads the root of a policy file over the default or a template.
struct PolicyReader {
  let findings: DataFindings
  let templates: PolicyTemplates
  private(set) var policy = Policy()
  private(set) var title: String?
  private(set) var source: String?
  private(set) var basedOn: String?
  private(set) var named: [String] = []
  private var places: [String: Place] = [:]

  /// The keys that are no thresholds.
  static let headKeys = ["policy", "title", "source", "basedOn"]

  init(findings: DataFindings, templates: PolicyTemplates) {
    self.findings = findings
    self.templates = templates
  }

  /// Reads all keys, then looks whether the values in force fit each other.
  mutating func read(_ root: DataNode) {
    // The template comes first, wherever it is named.
    let pairs = root.pairs
    for (name, node) in pairs where name == "basedOn" { base(on: node) }
    keys(in: pairs)
    let refused = Set(findings.problems.compactMap(\.field))
    PolicyOrder.check(policy) { fault in
      guard refused.isDisjoint(with: fault.keys) else { return }
      let place = fault.keys.reversed().compactMap { places[$0] }.first
      findings.add("order", at: place, field: fault.keys.last, fault.message, fault.remedy)
    }
  }

  private mutating func base(on node: DataNode) {
    let known = templates.templates.map(\.id)
    let choice = known.isEmpty ? "Leave" : "Write one of \(DataNode.list(known)), or leave"
    let node = node.advised("\(choice) the key out.")
    guard let id = node.text else { return }
    guard let template = templates.template(id: id) else {
      node.refuse("There is no template “\(id)”.", value: id)
      return
    }
    basedOn = id
    policy = template.policy
  }

  private mutating func keys(in pairs: [(name: String, child: DataNode)]) {
    for (name, node) in pairs {
      let isNew = note(node)
      if node.path == name, Self.headKeys.contains(name) {
        if isNew { head(name, node) }
      } else if let key = PolicyKey.byName[node.path] {
        if isNew { take(key, node) }
      } else if PolicyKey.groupNames.contains(node.path) {
        if node.isMapping { keys(in: node.pairs) } else { refuseGroup(node) }
      } else {
        refuseUnknown(node)
      }
    }
  }

  /// Notes where a key stands; false, and noted, if it stood already in another form.
  private mutating func note(_ node: DataNode) -> Bool {
    if let first = places[node.path], PolicyKey.byName[node.path] != nil {
      findings.add(
        "duplicate",
        at: node.keyPlace,
        field: node.path,
        "The key “\(node.path)” stands in line \(first.line) already.",
        "Keep one of them."
      )
      return false
    }
    places[node.path] = node.keyPlace
    return true
  }

  private mutating func take(_ key: PolicyKey, _ node: DataNode) {
    named.append(key.name)
    key.read(node, into: &policy)
  }

  private mutating func head(_ name: String, _ node: DataNode) {
    switch name {
    case "policy": version(node)
    case "title": title = node.advised("Write a few words.").text
    case "source": source = node.advised("Write where the numbers come from.").text
    default: break
    }
  }

  private func version(_ node: DataNode) {
    let node = node.advised("Write “policy: \(Policy.version)”, or use a newer program.")
    guard let text = node.text, text != String(Policy.version) else { return }
    node.refuse("Version “\(text)” of policy files is not known.", fault: "version", value: text)
  }

  private func refuseGroup(_ node: DataNode) {
    let example = PolicyKey.all.first { $0.name.hasPrefix(node.path + ".") }
    let text = example.map { "\($0.name): \($0.standard)" } ?? ""
    let advised = node.advised("Write its keys whole, such as “\(text)”.")
    advised.refuse("“\(node.path)” is a group of keys and has no value of its own.", fault: "type")
  }

  private func refuseUnknown(_ node: DataNode) {
    let nearest = NearestName.of(node.path, among: PolicyKey.all.map(\.name) + Self.headKeys)
    findings.add(
      "key",
      at: node.keyPlace,
      field: node.path,
      "The key “\(node.path)” is not known.",
      nearest.map { "Did you mean “\($0)”?" } ?? "Take it out, or look up the right name."
    )
  }
}
