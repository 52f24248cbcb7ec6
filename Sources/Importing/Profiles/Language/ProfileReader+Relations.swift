extension ProfileReader {
  func identifier(_ node: ProfileNode) -> ProfileIdentifier? {
    let entries = node.entries(Self.valueKeys + ["scheme", "schemeFrom", "matching", "list"])
    let (items, inside) = list(entries["list"])
    guard let value = inside.value(node, kind: .identifier, isJudged: true) else { return nil }
    let scheme = entries["scheme"]?.text ?? "\(id):party"
    var identifier = ProfileIdentifier(scheme: scheme, value: value)
    identifier.list = items
    identifier.schemeValue = entries["schemeFrom"].flatMap { inside.value($0, kind: .choice) }
    if let matching = entries["matching"], let text = matching.text {
      if (try? Regex(text)) == nil {
        matching.refuse("“\(text)” is not a regular expression.", "Correct its brackets.")
      }
      identifier.matching = text
    }
    if entries["scheme"] == nil, identifier.schemeValue == nil {
      node.refuse("The identifier has no scheme.", "Add “scheme”, such as GB-COH or LEI.")
    }
    return identifier
  }

  func party(_ node: ProfileNode) -> ProfileParty? {
    let details = ProfileParty.Detail.allCases.map(\.rawValue)
    let own = ["role", "own", "name", "identifiers", "numbers", "list", "when"]
    let entries = node.entries(own + details)
    let (items, inside) = list(entries["list"])
    return inside.party(entries, node, items)
  }

  private func party(
    _ entries: [String: ProfileNode],
    _ node: ProfileNode,
    _ items: ProfileItems?
  ) -> ProfileParty? {
    guard let roleNode = entries["role"], let name = entries["name"].flatMap({ value($0) }) else {
      for key in ["role", "name"] where entries[key] == nil {
        node.refuse("The party has no \(key).", "Add “\(key)”.")
      }
      return nil
    }
    var party = ProfileParty(nil, name: name)
    role(roleNode, of: &party)
    if let own = entries["own"] {
      if own.isMapping {
        party.ownValue = value(own, kind: .boolean)
      } else {
        party.isOwn = own.flag ?? false
      }
    }
    for detail in ProfileParty.Detail.allCases {
      if let node = entries[detail.rawValue] { party.details[detail] = value(node) }
      if detail == .country { party.details[detail]?.demandCountryCode() }
    }
    party.identifiers = entries["identifiers"]?.items.compactMap(identifier) ?? []
    party.numbers = entries["numbers"].flatMap(numbers)
    party.list = items
    party.condition = entries["when"].flatMap(condition)
    return party
  }

  /// Reads the role: a word that holds for all, or a value whose words stand for roles.
  private func role(_ node: ProfileNode, of party: inout ProfileParty) {
    guard node.isMapping else {
      party.role = node.choice(DraftParty.Role.self)
      return
    }
    party.roleValue = value(node, kind: .choice)
    refuseOthers(than: DraftParty.Role.allCases.map(\.rawValue), party.roleValue, node)
  }

  private func condition(_ node: ProfileNode) -> ProfileParty.Condition? {
    let entries = node.entries(["from", "json", "part", "is", "isNot"])
    guard entries["from"] != nil || entries["part"] != nil,
      let words = (entries["is"] ?? entries["isNot"])?.texts
    else {
      node.refuse("The condition is incomplete.", "Add “from”, and “is” or “isNot”.")
      return nil
    }
    guard let source = source(entries, node) else { return nil }
    return ProfileParty.Condition(
      source: source,
      words: words.map { $0.lowercased() },
      wants: entries["is"] != nil
    )
  }

  private func numbers(_ node: ProfileNode) -> ClosedRange<Int>? {
    let bounds = node.items.compactMap(\.count)
    guard bounds.count == 2, bounds[0] <= bounds[1], bounds[1] - bounds[0] < 1000 else {
      node.refuse("“numbers” must be a first and a last number.", "Write [1, 9].")
      return nil
    }
    return bounds[0]...bounds[1]
  }

  func mention(_ node: ProfileNode) -> ProfileMention? {
    let entries = node.entries(["kind", "name", "detail", "separator", "list"])
    let (items, inside) = list(entries["list"])
    guard let kind = entries["kind"]?.choice(DraftMention.Kind.self),
      let name = entries["name"].flatMap({ inside.value($0) })
    else {
      for key in ["kind", "name"] where entries[key] == nil {
        node.refuse("The mention has no \(key).", "Add “\(key)”.")
      }
      return nil
    }
    var mention = ProfileMention(kind, name: name)
    mention.detail = entries["detail"].flatMap { inside.value($0) }
    mention.list = items
    mention.separator = entries["separator"]?.text
    return mention
  }

  func amendments(_ node: ProfileNode) -> ProfileAmendments? {
    let entries = node.entries(["revision", "order", "amount"])
    let revision = entries["revision"]?.items.compactMap(column) ?? []
    if revision.isEmpty {
      node.refuse("The amendments have no revision column.", "Add “revision”.")
    }
    var amendments = ProfileAmendments(revision: revision)
    amendments.order = entries["order"]?.items.compactMap(column) ?? []
    if let amount = entries["amount"]?.choice(ProfileAmendments.Amount.self) {
      amendments.amount = amount
    }
    return amendments
  }

  func partyFile(_ node: ProfileNode) -> ProfilePartyFile? {
    let entries = node.entries(["pattern", "dialect", "key", "parties", "ignored"])
    guard let pattern = entries["pattern"]?.text, let key = entries["key"].flatMap(key) else {
      for name in ["pattern", "key"] where entries[name] == nil {
        node.refuse("The party file has no \(name).", "Add “\(name)”.")
      }
      return nil
    }
    var file = ProfilePartyFile(pattern: pattern, key: key)
    var shell = Profile()
    shell.dialect.trim = true
    if let dialect = entries["dialect"] { self.dialect(dialect, into: &shell) }
    file.dialect = shell.dialect
    file.parties = entries["parties"]?.items.compactMap(party) ?? []
    file.ignored = entries["ignored"]?.items.compactMap(column) ?? []
    if file.parties.isEmpty {
      node.refuse("The party file names no parties.", "Add “parties”.")
    }
    return file
  }

  func behaviour(_ node: ProfileNode) -> ProfileBehaviour {
    let entries = node.entries([
      "mayAdd", "mayUpdate", "mayAddParties", "overwrite", "change", "absent", "matchBy",
      "rejectLimit",
    ])
    var behaviour = ProfileBehaviour()
    if let flag = entries["mayAdd"]?.flag { behaviour.mayAdd = flag }
    if let flag = entries["mayUpdate"]?.flag { behaviour.mayUpdate = flag }
    if let flag = entries["mayAddParties"]?.flag { behaviour.mayAddParties = flag }
    if let rule = entries["overwrite"]?.choice(ProfileBehaviour.Overwrite.self) {
      behaviour.overwrite = rule
    }
    if let change = entries["change"]?.choice(ProfileBehaviour.Change.self) {
      behaviour.change = change
    }
    if let absent = entries["absent"]?.choice(ProfileBehaviour.Absent.self) {
      behaviour.absent = absent
    }
    behaviour.matchBy = entries["matchBy"]?.texts ?? []
    behaviour.rejectLimit = entries["rejectLimit"]?.count
    return behaviour
  }
}
