import Importing
import Model

extension AgreementMerger {
  /// Brings the versions that a source gives, oldest first, together with what is stored.
  ///
  /// Versions are the same if the source calls them the same; the first also if it has no name
  /// in the store. A version's facts build on those of the version before it.
  func update(_ agreement: Int64, _ versions: [VersionDraft], digest: [UInt8]) throws {
    let stored = try reader.revisions(of: agreement)
    let (names, highest) = try storedVersions(of: agreement, isStored: !stored.isEmpty)
    var state = MergeState(
      agreement: agreement,
      stored: stored,
      names: names,
      highestVersion: highest
    )
    for (index, version) in versions.enumerated() {
      let isLast = index == versions.count - 1
      try merge(version, isFirst: index == 0, digest: isLast ? digest : nil, &state)
    }
    let source = FactSource(sourceId: versions.last?.sourceId, place: versions.last?.place)
    let said = versions.reversed().flatMap(\.parties).uniqued()
    let effect = stored.isEmpty ? state.firstEffect : self.effect
    if try writeParties(agreement, said, effectiveOn: effect ?? self.effect, source),
      !stored.isEmpty
    {
      state.changes.append(PlanItem.Change(field: "parties", before: nil, after: nil))
    }
    count(state, isNew: stored.isEmpty, place: versions.last?.place)
    if let version = state.unaddable { doubts.append(try notAdded(version, agreement)) }
  }

  /// Says that changes of value cannot be added, being too large or of several currencies.
  private func notAdded(
    _ version: VersionDraft,
    _ agreement: Int64
  ) throws -> (source: Int64, problem: Problem) {
    let name = try referenceOf(agreement)
    let problem = Problem(
      "money.notAdded",
      .warning,
      place: version.place,
      value: version.amendment,
      message:
        "The changes of value of \u{201C}\(name)\u{201D} cannot be added, being too large or "
        + "of several currencies, so that its value is not known.",
      remedy: "Enter the value by hand."
    )
    return (version.sourceId, problem)
  }

  /// The numbers of versions that hold by the source's name of the version, "" for one without,
  /// in our own format by the day of one without; and the highest number of all, voided ones too.
  private func storedVersions(
    of agreement: Int64,
    isStored: Bool
  ) throws -> (names: [String: Int64], highest: Int64) {
    let statement = try RawStatement(
      session.database,
      """
      SELECT number, amendment, EXISTS (
        SELECT 1 FROM voiding
        WHERE kind = 'agreementVersion' AND recordId = (agreementId << 20) + number), effectiveFrom
      FROM agreementVersion WHERE agreementId = ?
      """
    )
    statement.bind(1, agreement)
    var names: [String: Int64] = [:]
    var highest: Int64 = isStored ? 1 : 0
    while try statement.step() {
      highest = max(highest, statement.integer(0))
      guard statement.integer(2) == 0 else { continue }
      var name = statement.text(1)
      if name.isEmpty, request.isOwnFormat {
        name = VersionDraft.identity(of: statement.optionalText(3))
      }
      names[name] = statement.integer(0)
    }
    if !names.values.contains(1), isStored { names[""] = 1 }
    return (names, highest)
  }

  private func merge(
    _ version: VersionDraft,
    isFirst: Bool,
    digest: [UInt8]?,
    _ state: inout MergeState
  ) throws {
    let name = version.identity(isOwnFormat: request.isOwnFormat)
    let number = state.names[name] ?? (isFirst ? first(name, state) : nil)
    let source = FactSource(sourceId: version.sourceId, place: version.place)
    var version = version
    version.said = state.said(by: version)
    if let number {
      try revise(version, number: number, digest: digest, source, &state)
    } else {
      try append(version, isFirst: isFirst, digest: digest, source, &state)
    }
  }

  /// The number of the first version in the store, if it is the one that a source gives first.
  private func first(_ name: String, _ state: MergeState) -> Int64? {
    let stored = state.names.min { $0.value < $1.value }
    if name.isEmpty { return stored?.value }
    guard request.isOwnFormat, let stored else { return nil }
    let isNamed = [name, stored.key].allSatisfy { !VersionDraft.isUnnamed($0) }
    return isNamed ? nil : stored.value
  }

  /// Inserts a version that the store does not have.
  private func append(
    _ version: VersionDraft,
    isFirst: Bool,
    digest: [UInt8]?,
    _ source: FactSource,
    _ state: inout MergeState
  ) throws {
    let isNew = state.nextNumber == 1
    let first = version.firstEffect(importDay: request.importDay)
    let effect =
      isNew
      ? min(version.changedOn ?? first, first)
      : max(version.changedOn ?? (state.isStored ? self.effect : first), state.lastEffect ?? first)
    state.firstEffect = state.firstEffect ?? effect
    if !isNew || version.isNamed {
      try writer.insertVersion(
        VersionRow(
          agreement: state.agreement,
          number: state.nextNumber,
          effectiveFrom: version.changedOn,
          amendment: version.amendment,
          title: version.title,
          valueChange: version.valueChange,
          valueCurrency: state.currency,
          effectiveOn: effect
        ),
        source
      )
    }
    let (facts, changed) = try settle(version, over: state.last, &state)
    try writer.insertRevision(
      state.next(
        version: state.nextNumber,
        facts: facts,
        changed: isNew ? nil : changed.map { "\($0)" }.joined(separator: ","),
        source,
        digest,
        effectiveOn: effect.description
      )
    )
    state.lastEffect = effect
    state.names[version.identity(isOwnFormat: request.isOwnFormat)] = state.nextNumber
    state.nextNumber += 1
    if !isNew { state.newAmendments += 1 }
  }

  /// Compares a version that the store has with what the source says of it now.
  private func revise(
    _ version: VersionDraft,
    number: Int64,
    digest: [UInt8]?,
    _ source: FactSource,
    _ state: inout MergeState
  ) throws {
    guard let before = state.stored.last(where: { $0.version == number }) else { return }
    let countBefore = state.changes.count
    let conflictsBefore = state.conflicts.count
    let (facts, changed) = try settle(version, over: before, &state)
    state.lastEffect = CivilDay(before.effectiveOn)
    state.last = before
    guard !changed.isEmpty || state.conflicts.count > conflictsBefore else {
      if number > 1 { state.unchangedAmendments += 1 }
      state.last?.facts = facts
      return
    }
    if number > 1, state.changes.count > countBefore { state.changedAmendments += 1 }
    let isVersion = request.changes == .version && !changed.isEmpty && digest != nil
    var target = number
    // A revision is a better reading of the same fact and holds from the same day, unless the
    // import states the day.
    var effect = max(before.effectiveOn, request.effectiveOn?.description ?? before.effectiveOn)
    if isVersion {
      target = state.nextNumber
      state.nextNumber += 1
      let day = version.changedOn ?? self.effect
      // What was learned last holds, also if it is said to hold from an earlier day.
      effect = max(day.description, state.stored.last?.effectiveOn ?? before.effectiveOn)
      try writer.insertVersion(
        VersionRow(
          agreement: state.agreement,
          number: target,
          effectiveFrom: day,
          effectiveOn: CivilDay(effect) ?? self.effect
        ),
        source
      )
      state.newAmendments += 1
    }
    try writer.insertRevision(
      state.next(
        version: target,
        facts: facts,
        changed: changed.map { "\($0)" }.joined(separator: ","),
        source,
        digest,
        effectiveOn: effect
      )
    )
  }

  /// The facts of a version: those before it with what the source says, as far as it may.
  private func settle(
    _ version: VersionDraft,
    over before: RevisionRow?,
    _ state: inout MergeState
  ) throws -> (facts: [StoredValue], changed: [Field]) {
    var facts = before?.facts ?? Array(repeating: .null, count: AgreementFacts.fields.count)
    var changed: [Field] = []
    let said = version.said
    for field in AgreementFacts.fields {
      guard let value = said[field], value != facts[Int(field.rawValue)] else { continue }
      let old = facts[Int(field.rawValue)]
      if state.isStored, !request.allows(value, for: field, over: old) { continue }
      if let kept = state.personalValue(field) {
        if kept.base == value { continue }
        state.conflicts.append(
          PlanItem.Change(field, before: old, in: facts, after: value, of: said)
        )
        try insertConflict(state.agreement, "\(field)", kept: old, offered: value)
        continue
      }
      facts[Int(field.rawValue)] = value
      changed.append(field)
      if state.isStored, before != nil {
        state.changes.append(
          PlanItem.Change(field, before: old, in: before?.facts ?? facts, after: value, of: said)
        )
      }
    }
    if facts[Int(Field.kind.rawValue)] == .null {
      facts[Int(Field.kind.rawValue)] = .text(AgreementKind.contract.rawValue)
    }
    return (facts, changed)
  }

  private func count(_ state: MergeState, isNew: Bool, place: Place?) {
    outcome.amendments.new += state.newAmendments
    outcome.amendments.changed += state.changedAmendments
    outcome.amendments.unchanged += state.unchangedAmendments
    let reference = (try? referenceOf(state.agreement)) ?? ""
    func item(_ action: PlanItem.Action, _ changes: [PlanItem.Change]) -> PlanItem {
      PlanItem(
        action: action,
        kind: "agreement",
        reference: reference,
        changes: changes,
        place: place
      )
    }
    if isNew {
      outcome.agreements.new += 1
      return plan(item(.new, []))
    }
    if !state.conflicts.isEmpty {
      outcome.agreements.conflicting += 1
      plan(item(.conflicting, state.conflicts))
    }
    if !state.changes.isEmpty || state.newAmendments > 0 {
      if changed.insert(state.agreement) { outcome.agreements.changed += 1 }
      plan(item(.changed, state.changes))
    } else if state.conflicts.isEmpty {
      countUnchanged(state.agreement)
    }
  }

  func referenceOf(_ agreement: Int64) throws -> String {
    let statement = try RawStatement(
      session.database,
      "SELECT reference FROM agreement WHERE id = ?"
    )
    statement.bind(1, agreement)
    defer { statement.reset() }
    return try statement.step() ? statement.text(0) : ""
  }
}

extension Sequence where Element: Hashable {
  /// The elements without repeats, in the order of their first appearance.
  func uniqued() -> [Element] {
    var seen: Set<Element> = []
    return filter { seen.insert($0).inserted }
  }
}
