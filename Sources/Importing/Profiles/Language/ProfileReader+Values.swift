extension ProfileReader {
  static let sourceKeys = [
    "from", "position", "json", "join", "with", "firstOf", "constant", "ask", "part",
  ]
  static let valueKeys =
    sourceKeys + formatKeys + [
      "type", "missing", "values", "unknown", "sentinels", "required", "unique", "minimum",
      "pattern", "oneOf", "bad",
    ]

  func column(_ node: ProfileNode) -> ProfileColumn? {
    if node.isMapping {
      guard let position = node.entries(["position"])["position"]?.count, position > 0 else {
        return nil
      }
      return ProfileColumn(position: position)
    }
    let names = node.texts.filter { !$0.isEmpty }
    guard !names.isEmpty else {
      node.refuse("“\(node.path)” names no column.", "Write the words of the header cell.")
      return nil
    }
    return ProfileColumn(names: names)
  }

  func key(_ node: ProfileNode) -> ProfileKey? {
    guard node.isMapping else { return ProfileKey(node.items.compactMap(column)) }
    let entries = node.entries(["columns", "joiner", "firstOf"])
    var key = ProfileKey((entries["columns"] ?? entries["firstOf"])?.items.compactMap(column) ?? [])
    key.isFirstFilled = entries["firstOf"] != nil
    if let joiner = entries["joiner"]?.text { key.joiner = joiner }
    if key.columns.isEmpty {
      node.refuse("The key has no columns.", "Add “columns” with the names of the columns.")
    }
    return key
  }

  func fields(_ node: ProfileNode) -> [ProfileField] {
    node.pairs(of: "a mapping of our fields to columns").flatMap { name, child -> [ProfileField] in
      guard let target = Field(profileName: name) else {
        findings.add(
          "profile.key",
          at: child.keyMark,
          field: child.path,
          "There is no field “\(name)”.",
          "Use a name from the table of fields in docs/formats/csv-profile.md."
        )
        return []
      }
      let isList = child.isSequence && child.items.allSatisfy(\.isMapping)
      return (isList ? child.items : [child]).compactMap { field(target, $0) }
    }
  }

  private func field(_ target: Field, _ node: ProfileNode) -> ProfileField? {
    var overwrites: ProfileBehaviour.Overwrite?
    if node.isMapping {
      let extra = node.entries(Self.valueKeys + ["overwrite"])
      overwrites = extra["overwrite"]?.choice(ProfileBehaviour.Overwrite.self)
    }
    guard
      let value = value(node, kind: target.profileKind, bad: target.badCell, isJudged: true)
    else { return nil }
    if !target.canHold(value.kind) {
      node.refuse(
        "The field “\(target.profileName)” cannot hold the type “\(value.kind.rawValue)”.",
        "Leave out “type”, or use “\(target.profileKind.rawValue)”."
      )
    }
    closedList(of: target, value, node)
    var field = ProfileField(target, value)
    if target == .country { field.value.demandCountryCode() }
    field.overwrites = overwrites
    return field
  }

  private func closedList(of target: Field, _ value: ProfileValue, _ node: ProfileNode) {
    guard let list = target.closedList else { return }
    for wrong in others(than: list, value) {
      node.refuse(
        "The field “\(target.profileName)” cannot be “\(wrong)”.",
        "Use one of \(list.map { "“\($0)”" }.joined(separator: ", "))."
      )
    }
    if value.unknown == .keep {
      node.refuse(
        "The field “\(target.profileName)” has a closed list and cannot keep other words.",
        "Use reject, warn or {use: VALUE} for “unknown”."
      )
    }
  }

  /// The words that a value can give and that are not in the list.
  private func others(than list: [String], _ value: ProfileValue) -> [String] {
    var results = Array(value.map.values)
    if case .use(let text) = value.unknown { results.append(text) }
    if case .constant(let text) = value.source, value.map.isEmpty { results.append(text) }
    return Set(results).subtracting(list).sorted()
  }

  /// Refuses a value that can give words outside a list, for what is no field.
  func refuseOthers(than list: [String], _ value: ProfileValue?, _ node: ProfileNode) {
    guard let value else { return }
    let names = list.map { "“\($0)”" }.joined(separator: ", ")
    for wrong in others(than: list, value) {
      node.refuse("“\(node.path)” cannot be “\(wrong)”.", "Use one of \(names).")
    }
    if value.unknown == .keep {
      node.refuse(
        "“\(node.path)” has a closed list and cannot keep other words.",
        "Use reject, warn or {use: VALUE} for “unknown”."
      )
    }
  }

  /// Reads a value: a column name, a list of aliases, or a mapping with everything.
  ///
  /// If `isJudged`, unknown keys of the mapping were already noted by the caller.
  func value(
    _ node: ProfileNode,
    kind: ProfileValue.Kind = .text,
    bad: ProfileValue.BadCell = .warn,
    isJudged: Bool = false
  ) -> ProfileValue? {
    guard node.isMapping else {
      guard let column = column(node) else { return nil }
      return ProfileValue(
        .column(column),
        kind: kind,
        formats: formats,
        missing: missing,
        badCell: bad
      )
    }
    let entries = isJudged ? node.known(Self.valueKeys) : node.entries(Self.valueKeys)
    guard let source = source(entries, node) else { return nil }
    var value = ProfileValue(source, kind: kind, formats: formats(entries, over: formats))
    if let type = entries["type"]?.choice(ProfileValue.Kind.self) { value.kind = type }
    value.missing = missing + (entries["missing"]?.texts ?? [])
    value.constraints = constraints(entries, value)
    value.badCell = value.constraints.isRequired ? .reject : bad
    if let bad = entries["bad"]?.choice(ProfileValue.BadCell.self) { value.badCell = bad }
    for (word, ours) in entries["values"]?.pairs(of: "their words with ours") ?? [] {
      value.map[word.lowercased()] = ours.text
    }
    value.unknown = entries["unknown"].flatMap(unknown) ?? .warn
    value.sentinels = entries["sentinels"]?.items.compactMap { sentinel($0, value) } ?? []
    return value
  }

  func answer(_ name: String, _ node: ProfileNode) -> ProfileSource {
    if questions[name] == nil {
      node.refuse("There is no question “\(name)”.", "Add it under “questions”.")
    }
    return .answer(name)
  }

  private func constraints(
    _ entries: [String: ProfileNode],
    _ value: ProfileValue
  ) -> ProfileConstraints {
    var constraints = ProfileConstraints()
    constraints.isRequired = entries["required"]?.flag ?? false
    constraints.isUnique = entries["unique"]?.flag ?? false
    constraints.oneOf = entries["oneOf"]?.texts
    if let pattern = entries["pattern"], let text = pattern.text {
      if (try? Regex(text)) == nil {
        pattern.refuse("“\(text)” is not a regular expression.", "Correct its brackets.")
      }
      constraints.pattern = text
    }
    if let minimum = entries["minimum"], let text = minimum.text {
      constraints.minimum = value.kind == .date ? isoDay(text) : Int64(text)
      if constraints.minimum == nil {
        minimum.refuse(
          "“\(text)” cannot be a least value.",
          "Write a day as yyyy-MM-dd, an amount as whole minor units, a number as digits."
        )
      }
    }
    return constraints
  }

  private func isoDay(_ text: String) -> Int64? {
    let bytes = Array(text.utf8)
    return DatePattern.iso.day(in: bytes.span, pivot: nil)
  }

  private func unknown(_ node: ProfileNode) -> ProfileValue.UnknownWord? {
    if node.isMapping { return node.entries(["use"])["use"]?.text.map { .use($0) } }
    switch node.text {
    case "reject": return .reject
    case "warn": return .warn
    case "keep": return .keep
    default:
      node.refuse(
        "“\(node.path)” has no such rule.",
        "Use reject, warn, keep or {use: VALUE}."
      )
      return nil
    }
  }

  private func sentinel(_ node: ProfileNode, _ value: ProfileValue) -> ProfileSentinel? {
    let entries = node.entries(["value", "onOrAfter", "onOrBefore", "means"])
    guard let meaning = entries["means"]?.choice(ProfileSentinel.Meaning.self) else {
      if entries["means"] == nil {
        node.refuse("The sentinel has no meaning.", "Add “means: openEnded” or “means: missing”.")
      }
      return nil
    }
    if let text = entries["value"]?.text { return ProfileSentinel(.text(text), means: meaning) }
    for name in ["onOrAfter", "onOrBefore"] {
      guard let bound = entries[name], let text = bound.text else { continue }
      guard value.kind == .date, let day = isoDay(text) else {
        bound.refuse("“\(text)” is not a day to compare with.", "Write yyyy-MM-dd, for dates only.")
        return nil
      }
      let extent: ProfileSentinel.Extent =
        name == "onOrAfter" ? .onOrAfter(day) : .onOrBefore(day)
      return ProfileSentinel(extent, means: meaning)
    }
    node.refuse(
      "The sentinel says no value.",
      "Add “value”, “onOrAfter” or “onOrBefore”."
    )
    return nil
  }
}

extension ProfileNode {
  /// The entries of a mapping with the keys given, without a word about others.
  func known(_ keys: [String]) -> [String: ProfileNode] {
    let pairs = pairs(of: "a mapping").filter { keys.contains($0.0) }
    return Dictionary(pairs) { first, _ in first }
  }
}

extension ProfileValue {
  /// Demands ISO 3166-1 alpha-2 codes, unless the profile states a form of its own.
  mutating func demandCountryCode() {
    if constraints.pattern == nil { constraints.pattern = "[A-Z]{2}" }
  }
}
