import Importing
import Model

extension NativeReading {
  /// Reads the revision whose start tag is current into its version, unless a later one was read.
  func readRevision(_ key: String, into versions: inout NativeVersions) throws {
    versions.hasRevisions = true
    let number = reader.attribute(names.versionNumber).flatMap { Int($0) } ?? 1
    let time = NativeTime(reader, names)
    let day = effectiveDay()
    var version = versions.version(number, at: nextPlace)
    defer { versions.put(version) }
    if let latest = version.time, time < latest { return try reader.skip() }
    guard try readRevision(key) else { return }
    version.facts = draft
    version.problems = problems
    version.time = time
    version.day = day
    problems.removeAll(keepingCapacity: true)
  }

  /// Reads what the parties agreed, whose start tag is current.
  func readVersion(into versions: inout NativeVersions) throws {
    let number = reader.attribute(names.number).flatMap { Int($0) } ?? 1
    var version = versions.version(number, at: nextPlace)
    version.day = effectiveDay() ?? version.day
    let (facts, outer) = (draft, problems)
    draft = Draft()
    draft.place = facts.place
    problems = []
    defer { (draft, problems) = (facts, outer) }
    while let event = try reader.next() {
      guard case .start(let name) = event else {
        if case .end = event { break }
        continue
      }
      if name == names.voided { version.isVoided = true }
      try readTerm(name)
    }
    version.terms = draft
    version.problems += problems
    versions.put(version)
  }

  private func readTerm(_ name: XMLName) throws {
    switch reader.local(name) {
    case "effectiveFrom": try readFact(.changedOn)
    case "title": try readFact(.changeTitle)
    case "valueChange": try readAmount(.valueChange, .valueCurrency)
    case "amendment":
      let text = try readText()
      if !text.isEmpty { draft.amendment = text }
    default: try reader.skip()
    }
  }

  private func effectiveDay() -> Int64? {
    string(names.effectiveOn).flatMap { CivilDay($0) }.map { Int64($0.number) }
  }

  // MARK: Putting together

  /// Makes the first version the draft at hand, which takes parties and everything else.
  ///
  /// Facts that stand under the agreement itself are those of its last version.
  ///
  /// - Returns: The drafts of the later versions; none for an agreement without versions.
  func settle(_ key: String, _ versions: NativeVersions) -> [Draft] {
    let list = versions.standing
    problems += list.flatMap(\.problems)
    guard let first = list.first, list.count > 1 || first.terms != nil else {
      if let facts = list.first?.facts { draft = facts }
      return []
    }
    problems += unidentified(key, list)
    let direct = versions.hasRevisions ? nil : draft
    var drafts = list.enumerated().map { index, version in
      var facts = version.facts ?? (index == list.count - 1 ? direct : nil) ?? blank(key)
      facts.place = version.place
      facts.take(version)
      return facts
    }
    draft = drafts.removeFirst()
    return drafts
  }

  private func blank(_ key: String) -> Draft {
    var draft = Draft()
    draft.key = draft.append(key)
    return draft
  }

  /// Says which versions would not be found again.
  private func unidentified(_ key: String, _ list: [NativeVersion]) -> [Problem] {
    var met: Set<String> = []
    return list.enumerated().compactMap { index, version in
      guard let identity = version.identity else {
        return index == 0 ? nil : unnamed(key, version)
      }
      return met.insert(identity).inserted ? nil : repeated(key, version)
    }
  }

  private func unnamed(_ key: String, _ version: NativeVersion) -> Problem {
    Problem(
      "version.unnamed",
      file: reader.file,
      place: located(version.place),
      field: "version",
      value: "\(version.number)",
      message: "Version \(version.number) of \u{201C}\(key)\u{201D} has neither a name nor a day.",
      remedy: "Give it an element amendment or effectiveFrom."
    )
  }

  private func repeated(_ key: String, _ version: NativeVersion) -> Problem {
    Problem(
      "version.repeated",
      file: reader.file,
      place: located(version.place),
      field: "version",
      value: "\(version.number)",
      message:
        "Version \(version.number) of \u{201C}\(key)\u{201D} has the name of an earlier one, "
        + "or its day and no name.",
      remedy: "Give each version an amendment of its own."
    )
  }
}

extension Draft {
  /// Takes what the parties agreed in a version.
  fileprivate mutating func take(_ version: NativeVersion) {
    let number = String(version.number)
    order = append(String(repeating: "0", count: max(0, 19 - number.count)) + number)
    let day = version.terms?.number(.changedOn) ?? version.day
    if let day { set(.changedOn, number: day) }
    guard let terms = version.terms else { return }
    if let name = terms.amendment { amendment = append(terms.string(name)) }
    if let title = terms.text(.changeTitle) { set(.changeTitle, text: title) }
    guard let change = terms.number(.valueChange) else { return }
    set(.valueChange, number: change)
    if let currency = terms.text(.valueCurrency), !given.contains(.valueCurrency) {
      set(.valueCurrency, text: currency)
    }
  }
}
