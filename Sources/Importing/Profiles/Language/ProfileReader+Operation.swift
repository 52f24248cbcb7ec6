extension ProfileReader {
  private static let operationKeys = [
    "from", "position", "json", "join", "with", "firstOf", "constant", "missing", "values",
    "unknown", "required",
  ]

  /// Reads where the operation of a row stands; a column name alone is enough if its cells hold
  /// our own words.
  func operation(_ node: ProfileNode) -> ProfileOperation? {
    let entries = node.isMapping ? node.entries(Self.operationKeys + ["mismatch", "endedOn"]) : [:]
    let own = node.isMapping
    guard var value = value(node, kind: .choice, bad: .reject, isJudged: own) else { return nil }
    // A word that nobody explained must not add or end anything.
    if let rule = entries["unknown"], value.unknown == .warn {
      rule.refuse(
        "A row cannot be read without its operation.",
        "Use reject or {use: VALUE} for “unknown”."
      )
    }
    if entries["unknown"] == nil { value.unknown = .reject }
    refuseOthers(than: DraftOperation.words, value, node)
    var operation = ProfileOperation(value)
    operation.endedOn = entries["endedOn"].flatMap { self.value($0, kind: .date, bad: .reject) }
    if let day = entries["endedOn"], let kind = operation.endedOn?.kind, kind != .date {
      day.refuse("“\(day.path)” must be a day.", "Leave out “type”.")
    }
    if let rule = entries["mismatch"]?.choice(ProfileOperation.Mismatch.self) {
      operation.mismatch = rule
    }
    return operation
  }

  /// Refuses an operation where it cannot mean anything.
  func judgeOperation(_ profile: Profile, _ node: ProfileNode?) {
    guard profile.operation != nil, let node else { return }
    if profile.isComplete {
      node.refuse(
        "A file with operations lists changes and cannot be complete.",
        "Remove “operation” or “complete: true”."
      )
    }
    if profile.record != .agreement {
      node.refuse("Only agreements can have an operation.", "Remove “operation” or “record”.")
    }
    if profile.key == nil {
      node.refuse("The operation has no key to act upon.", "Add “key”.")
    }
  }
}
