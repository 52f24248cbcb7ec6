import Yams

extension Profile {
  /// What came of reading the text of a profile.
  public struct Reading: Sendable {
    /// The profile, or nil if ``problems`` has an error.
    public var profile: Profile?
    /// Everything that is wrong with the text, in its order, each with line and column.
    public var problems: [Problem]
  }

  /// Reads a profile from YAML.
  ///
  /// Everything that is wrong is collected: unknown keys (`profile.key`), impossible values
  /// (`profile.value`), missing parts (`profile.incomplete`), text that is not YAML
  /// (`profile.syntax`), another version of the language (`profile.version`).
  public static func read(yaml: String, named file: String) -> Reading {
    let findings = ProfileNode.Findings(file: file)
    guard let node = compose(yaml, findings) else {
      return Reading(profile: nil, problems: findings.problems)
    }
    let root = ProfileNode(node: node, path: "", findings: findings, keyMark: nil)
    var reader = ProfileReader(findings: findings)
    let profile = reader.profile(root)
    let problems = findings.problems.sorted {
      ($0.place?.line ?? 0, $0.place?.column ?? 0) < ($1.place?.line ?? 0, $1.place?.column ?? 0)
    }
    return Reading(profile: problems.isEmpty ? profile : nil, problems: problems)
  }

  private static func compose(_ yaml: String, _ findings: ProfileNode.Findings) -> Node? {
    let remedy = "Correct the YAML; indentation and quotes are the usual causes."
    do {
      if let node = try Yams.compose(yaml: yaml) { return node }
      findings.add(
        "profile.syntax",
        at: nil,
        field: nil,
        "The profile is empty.",
        "Start with “profile: 1”."
      )
    } catch YamlError.scanner(_, let problem, let mark, _),
      YamlError.parser(_, let problem, let mark, _),
      YamlError.composer(_, let problem, let mark, _)
    {
      findings.add("profile.syntax", at: mark, field: nil, "Not YAML: \(problem).", remedy)
    } catch YamlError.duplicatedKeysInMapping(let keys, let context) {
      let names = keys.map { "“\($0)”" }.joined(separator: ", ")
      findings.add(
        "profile.syntax",
        at: context.mark,
        field: nil,
        "The mapping that starts here has \(names) more than once.",
        "Keep one of them."
      )
    } catch {
      findings.add("profile.syntax", at: nil, field: nil, "Not YAML.", remedy)
    }
    return nil
  }
}

/// Turns the YAML of a profile into a ``Profile``; see `docs/formats/csv-profile.md`.
struct ProfileReader {
  let findings: ProfileNode.Findings
  var formats = ProfileFormats()
  var missing: [String] = []
  var id = ""
  var questions: [String: String] = [:]
  /// What the list around the values that are read next is made of.
  var items = Items.none

  init(findings: ProfileNode.Findings) { self.findings = findings }

  static let keys = [
    "profile", "id", "title", "source", "note", "complete", "record", "dialect", "formats",
    "missing", "recognizedBy", "ignored", "questions", "key", "operation", "fields", "identifiers",
    "parties", "mentions", "rows", "amendments", "partyFile", "checks", "behaviour",
  ]

  mutating func profile(_ root: ProfileNode) -> Profile {
    let entries = root.entries(Self.keys)
    var profile = Profile()
    version(entries["profile"], root)
    head(entries, root, into: &profile)
    if let dialect = entries["dialect"] { self.dialect(dialect, into: &profile) }
    if let node = entries["formats"] { formats = self.formats(node, over: formats) }
    missing = entries["missing"]?.texts ?? []
    profile.recognizedBy = entries["recognizedBy"]?.items.compactMap(column) ?? []
    profile.ignored = entries["ignored"]?.items.compactMap(column) ?? []
    profile.key = entries["key"].flatMap(key)
    profile.fields = entries["fields"].map(fields) ?? []
    profile.identifiers = entries["identifiers"]?.items.compactMap(identifier) ?? []
    profile.parties = entries["parties"]?.items.compactMap(party) ?? []
    profile.mentions = entries["mentions"]?.items.compactMap(mention) ?? []
    relations(entries, into: &profile)
    profile.operation = entries["operation"].flatMap(operation)
    judgeOperation(profile, entries["operation"])
    complete(profile, root)
    return profile
  }

  private func version(_ node: ProfileNode?, _ root: ProfileNode) {
    guard let node else {
      findings.add(
        "profile.incomplete",
        at: root.node.mark,
        field: "profile",
        "The version of the profile language is not stated.",
        "Write “profile: \(Profile.version)” in the first line."
      )
      return
    }
    guard let text = node.text, text != String(Profile.version) else { return }
    findings.add(
      "profile.version",
      at: node.node.mark,
      field: "profile",
      "Version “\(text)” of the profile language is not known.",
      "Write “profile: \(Profile.version)”, or use a newer program."
    )
  }

  private mutating func head(
    _ entries: [String: ProfileNode],
    _ root: ProfileNode,
    into profile: inout Profile
  ) {
    profile.id = entries["id"]?.text ?? ""
    let letters = "abcdefghijklmnopqrstuvwxyz0123456789-"
    if !profile.id.allSatisfy(letters.contains) {
      entries["id"]?.refuse(
        "“\(profile.id)” cannot be the id of a profile.",
        "Use lower-case letters, digits and hyphens."
      )
    }
    id = profile.id
    profile.title = entries["title"]?.text ?? ""
    profile.source = entries["source"]?.text ?? ""
    profile.note = entries["note"]?.text ?? ""
    profile.isComplete = entries["complete"]?.flag ?? false
    if let node = entries["record"], let name = node.choice(RecordName.self) {
      profile.record = name.kind
    }
    for (name, node) in entries["questions"]?.pairs(of: "names with questions") ?? [] {
      profile.questions[name] = node.text
    }
    questions = profile.questions
  }

  private func relations(_ entries: [String: ProfileNode], into profile: inout Profile) {
    if let rows = entries["rows"]?.choice(ProfileRows.self) { profile.rows = rows }
    profile.amendments = entries["amendments"].flatMap(amendments)
    profile.partyFile = entries["partyFile"].flatMap(partyFile)
    if let checks = entries["checks"]?.entries(["recomputeEnd"]) {
      profile.checks.recomputesEnd = checks["recomputeEnd"]?.flag ?? false
    }
    if let node = entries["behaviour"] { profile.behaviour = behaviour(node) }
  }

  /// Notes what a profile cannot do without.
  private func complete(_ profile: Profile, _ root: ProfileNode) {
    var lacking: [(String, String)] = []
    if profile.id.isEmpty { lacking.append(("id", "a name for the profile")) }
    if profile.fields.isEmpty { lacking.append(("fields", "at least one field")) }
    if profile.key == nil, profile.needsGathering || profile.isComplete {
      lacking.append(("key", "the columns by which rows belong together"))
    }
    for (name, what) in lacking {
      findings.add(
        "profile.incomplete",
        at: root.node.mark,
        field: name,
        "The profile lacks “\(name)”.",
        "Add “\(name)”: \(what)."
      )
    }
  }
}

/// The names of record kinds in a profile.
private enum RecordName: String, CaseIterable {
  case agreement, party, contact, person, assignment, service

  var kind: RecordKind {
    switch self {
    case .agreement: .agreement
    case .party: .party
    case .contact: .contact
    case .person: .person
    case .assignment: .assignment
    case .service: .service
    }
  }
}
