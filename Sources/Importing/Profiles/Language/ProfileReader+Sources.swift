extension ProfileReader {
  /// What the list around a value is made of, on which it depends what a `part` is.
  enum Items {
    /// There is no list.
    case none
    /// Parts are numbered.
    case marked
    /// Parts are found by a path.
    case json
    /// The list was refused, and nothing more is said of its parts.
    case refused
  }

  /// Reads a list, if there is one, and gives the reader of what stands within it.
  func list(_ node: ProfileNode?) -> (items: ProfileItems?, inside: ProfileReader) {
    guard let node else { return (nil, self) }
    let items = items(node)
    var reader = self
    switch items {
    case .marked: reader.items = .marked
    case .json, .inner: reader.items = .json
    case nil: reader.items = .refused
    }
    return (items, reader)
  }

  // MARK: Lists

  private func items(_ node: ProfileNode) -> ProfileItems? {
    let entries = node.entries([
      "from", "json", "part", "bad", "separator", "open", "close", "parts",
    ])
    let bad = entries["bad"]?.choice(ProfileValue.BadCell.self) ?? .reject
    if let part = entries["part"] {
      guard items == .json else {
        part.refuse("There is no JSON list around this one.", "Name its column with “from”.")
        return nil
      }
      return path(part).map { .inner($0, bad) }
    }
    guard let column = entries["from"].flatMap(column) else {
      if entries["from"] == nil { node.refuse("The list has no column.", "Add “from”.") }
      return nil
    }
    if let json = entries["json"] { return path(json).map { .json(column, $0, bad) } }
    var list = ProfileList(column)
    list.separator = entries["separator"]?.text ?? ""
    list.open = entries["open"]?.text ?? ""
    list.close = entries["close"]?.text ?? ""
    list.parts = entries["parts"]?.text ?? ""
    return .marked(list)
  }

  private func path(_ node: ProfileNode) -> JSONPath? {
    guard let text = node.text else { return nil }
    if let path = JSONPath(text) { return path }
    node.refuse(
      "“\(text)” is not a path in JSON.",
      "Write names with points between them, such as supplier.name; $ is the whole."
    )
    return nil
  }

  // MARK: Sources

  func source(_ entries: [String: ProfileNode], _ node: ProfileNode) -> ProfileSource? {
    let given = Self.sourceKeys.filter {
      $0 != "with" && $0 != "json" && entries[$0] != nil
    }
    guard given.count == 1, let name = given.first, let source = entries[name] else {
      node.refuse(
        "“\(node.path)” must say once where the value comes from.",
        "Use exactly one of “from”, “position”, “join”, “firstOf”, “constant”, “ask” and “part”."
      )
      return nil
    }
    let glue = entries["with"]?.text ?? " "
    if let json = entries["json"] { return self.json(json, in: name, source, with: glue) }
    switch name {
    case "from", "position": return column(name, source).map { .column($0) }
    case "join": return .joined(source.items.compactMap(column), with: glue)
    case "firstOf": return .firstFilled(source.items.compactMap(column))
    case "constant": return source.text.map { .constant($0) }
    case "ask": return source.text.map { answer($0, source) }
    default: return part(source, with: glue)
    }
  }

  private func column(_ name: String, _ source: ProfileNode) -> ProfileColumn? {
    guard name == "position" else { return column(source) }
    return source.count.map { ProfileColumn(position: max(1, $0)) }
  }

  private func json(
    _ node: ProfileNode,
    in name: String,
    _ source: ProfileNode,
    with glue: String
  ) -> ProfileSource? {
    guard name == "from" || name == "position" else {
      node.refuse(
        "“json” says where a value stands in one column.",
        "Use it with “from” or “position”; within a list “part” alone is the path."
      )
      return nil
    }
    guard let column = column(name, source), let path = path(node) else { return nil }
    return .json(column, path, with: glue)
  }

  private func part(_ node: ProfileNode, with glue: String) -> ProfileSource? {
    switch items {
    case .marked: return node.count.map { .part($0) }
    case .json: return path(node).map { .inner($0, with: glue) }
    case .refused: return nil
    case .none:
      node.refuse("There is no list of which this is a part.", "Add “list”, or use “from”.")
      return nil
    }
  }

  /// Where a currency or unit stands: a column, or a value in the same JSON.
  func beside(_ node: ProfileNode) -> (column: ProfileColumn?, path: JSONPath?) {
    guard node.isMapping, node.known(["json"])["json"] != nil else { return (column(node), nil) }
    return (nil, node.entries(["json"])["json"].flatMap(path))
  }
}
