import Foundation
import GRDB
public import Importing
import Model

/// One import under way: sources and drafts go in, an outcome comes out.
///
/// Everything happens in one transaction of ``Store/importing(_:request:isDryRun:plan:body:)``.
public final class ImportSession {
  private let session: WriteSession
  private let request: ImportRequest
  private let batch: Int64
  private let schemeId: Int64
  private let merger: AgreementMerger
  private var gathering: DraftGathering?
  private let records: RecordIntake
  private var nextSource: Int64
  private var paths: [Int64: String] = [:]

  init(
    _ session: WriteSession,
    request: ImportRequest,
    plan: @escaping (PlanItem) -> Void
  ) throws {
    self.session = session
    self.request = request
    batch = try session.nextId("batch")
    nextSource = try session.nextId("batchSource")
    schemeId = try session.scheme(request.scheme)
    merger = try AgreementMerger(
      session,
      request: request,
      schemeId: schemeId,
      batch: batch,
      plan: plan
    )
    records = try RecordIntake(session, request: request, schemeId: schemeId, plan: plan)
    gathering = request.gathers ? try DraftGathering(session.database) : nil
  }

  /// Keeps a source's bytes and names it as the place that the next drafts come from.
  ///
  /// - Returns: The source's number, for ``take(_:from:)``.
  /// - Throws: A ``Problem`` if the bytes are not those of the digest; ``StoreError``.
  public func addSource(
    path: String,
    _ digest: OriginalDigest,
    open: () throws -> any ByteSource
  ) throws -> Int64 {
    let original = try session.keepOriginal(digest, open)
    let id = nextSource
    nextSource += 1
    paths[id] = path
    merger.lastSource = id
    try session.insert(
      "batchSource",
      [.integer(id), .integer(batch), .text(path), .integer(original)]
    )
    return id
  }

  /// Takes one draft; one that is sealed was checked.
  ///
  /// - Returns: What keeps it from being stored; empty if it is taken.
  /// - Throws: ``StoreError``.
  public func take(_ draft: borrowing Draft, from source: Int64) throws -> [Problem] {
    let problems = draft.seal == nil ? DraftCheck.problems(draft) : []
    guard problems.isEmpty else { return problems }
    switch draft.kind {
    case .party:
      try takeParty(draft, source)
      return []
    default:
      let isVersion = request.isOwnFormat && !draft.order.isEmpty
      guard request.gathers || isVersion else { return try merger.take(draft, sourceId: source) }
      let gathering = try gathering ?? DraftGathering(session.database)
      self.gathering = gathering
      try gathering.keep(draft, sourceId: source)
      return []
    }
  }

  /// Takes a record of a kind; it is written when the import ends.
  ///
  /// - Returns: What keeps it from being stored, whatever the store has; empty if it is taken.
  /// - Throws: ``StoreError``.
  public func take(_ record: RecordDraft, from source: Int64) throws -> [Problem] {
    try records.take(record, sourceId: source)
  }

  /// What is doubtful in the records taken since the last call, each with its file.
  public func takeDoubts() -> [Problem] {
    guard !merger.doubts.isEmpty else { return [] }
    defer { merger.doubts.removeAll() }
    return merger.doubts.map { source, problem in
      var problem = problem
      problem.file = paths[source]
      return problem
    }
  }

  private func takeParty(_ draft: borrowing Draft, _ source: Int64) throws {
    let place = FactSource(sourceId: source, place: draft.place)
    for number in draft.parties.indices {
      let id = try merger.parties.resolve(draft, party: number, from: place)
      try records.references.note(party: draft.string(draft.key), id: id)
    }
  }

  /// Puts gathered rows together, judges what has vanished, settles the parties, and then brings
  /// in the records of kinds.
  ///
  /// If the source was not read whole, what it no longer lists is told and left as it is.
  ///
  /// - Parameters:
  ///   - isWhole: Whether every record of the source was taken so far.
  ///   - report: Takes problems with their files; an error for each record that is
  ///     rejected after all.
  /// - Throws: ``StoreError``.
  public func finish(isWhole: Bool = true, report: (Problem) throws -> Void) throws {
    var isWhole = isWhole
    for problem in takeDoubts() { try report(problem) }
    try gathering?.forEachKey { rows in
      if try !put(rows, report) { isWhole = false }
    }
    if request.isComplete { try judgeVanished(isWhole, report) }
    try merger.parties.finish(outcome: &merger.outcome.parties, plan: merger.plan)
    try records.finish { problem, source in
      var problem = problem
      problem.file = paths[source]
      try report(problem)
    }
    merger.outcome.others = records.outcome
  }

  private func judgeVanished(_ isWhole: Bool, _ report: (Problem) throws -> Void) throws {
    var vanishing = Vanishing(merger, action: isWhole ? request.vanished : nil)
    try vanishing.finish()
    guard vanishing.hasVanished, !isWhole, request.vanished != .keep else { return }
    try report(
      Problem(
        "vanished.notJudged",
        .warning,
        message:
          "Not every record could be read, so that nothing is flagged or ended for being gone.",
        remedy: "Correct the rejected records and import the whole source again."
      )
    )
  }

  /// Puts the rows of one key together into versions.
  ///
  /// - Returns: Whether they were taken.
  private func put(
    _ rows: [GatheredDraft],
    _ report: (Problem) throws -> Void
  ) throws -> Bool {
    var versions: [VersionDraft] = []
    var byName: [String: Int] = [:]
    var content: [UInt8] = []
    for row in rows { content += row.content }
    if let problems = try carryOut(rows, content) {
      for problem in takeDoubts() { try report(problem) }
      try refuse(rows, problems, report)
      return problems.isEmpty
    }
    if request.isOwnFormat, Set(rows.map { $0.draft.string($0.draft.order) }).count < rows.count {
      try refuse(rows, [merger.repeated(rows[0].draft)], report)
      return false
    }
    for row in rows {
      let source = FactSource(sourceId: row.sourceId, place: row.draft.place)
      var version = VersionDraft(row.draft, sourceId: row.sourceId)
      version.parties = try merger.resolveParties(row.draft, source)
      let name = version.identity(isOwnFormat: request.isOwnFormat)
      guard let index = byName[name] else {
        byName[name] = versions.count
        versions.append(version)
        continue
      }
      if versions[index].join(version) { try report(contradiction(row, name)) }
    }
    let refusals = try merger.take(versions, key: rows[0].draft, content: content)
    for problem in takeDoubts() { try report(problem) }
    guard refusals.isEmpty else {
      try refuse(rows, refusals, report)
      return false
    }
    for row in rows where !row.draft.mentions.isEmpty { try putMentions(row) }
    return true
  }

  /// Does what the operation of the rows asks for, which must be the same for all that say one.
  ///
  /// - Returns: Nil if the rows are still to be added or compared.
  private func carryOut(_ rows: [GatheredDraft], _ content: [UInt8]) throws -> [Problem]? {
    let speaking = rows.filter { $0.draft.operation != .unsaid }
    guard let first = speaking.first else { return nil }
    if let other = speaking.first(where: { $0.draft.operation != first.draft.operation }) {
      return [differing(first.draft, other.draft)]
    }
    let row = speaking.first { $0.draft.given.contains(.endedOn) } ?? first
    return try merger.carryOut(
      row.draft,
      sourceId: row.sourceId,
      digest: merger.digest(content)
    )
  }

  private func differing(_ first: Draft, _ other: Draft) -> Problem {
    let key = first.string(first.key)
    return Problem(
      "operation.differs",
      place: first.place,
      field: "operation",
      value: key,
      message: "The rows of \u{201C}\(key)\u{201D} have the operations "
        + "\u{201C}\(first.operation.word)\u{201D} and \u{201C}\(other.operation.word)\u{201D}.",
      remedy: "Give all rows of one key the same operation, or leave it blank in all but one."
    )
  }

  /// Tells the reasons for each of the rows, since none of them is stored.
  private func refuse(
    _ rows: [GatheredDraft],
    _ problems: [Problem],
    _ report: (Problem) throws -> Void
  ) throws {
    for row in rows {
      for var problem in problems {
        problem.place = row.draft.place
        problem.file = paths[row.sourceId]
        try report(problem)
      }
    }
  }

  private func putMentions(_ row: GatheredDraft) throws {
    try merger.takeMentions(row.draft, FactSource(sourceId: row.sourceId, place: row.draft.place))
  }

  private func contradiction(_ row: GatheredDraft, _ name: String) -> Problem {
    let key = row.draft.string(row.draft.key)
    return Problem(
      "amendment.contradicts",
      .warning,
      file: paths[row.sourceId],
      place: row.draft.place,
      value: name,
      message:
        "Amendment \u{201C}\(name)\u{201D} of \u{201C}\(key)\u{201D} stands in two rows with "
        + "different changes of value; the first in order counts.",
      remedy: "Correct one of the rows in the source."
    )
  }

  // MARK: Closing

  /// Writes the batch and gives what was done.
  func close(isDryRun: Bool) throws -> ImportOutcome {
    var outcome = merger.outcome
    let effect = (request.effectiveOn ?? request.importDay).description
    try session.insert(
      "batch",
      [
        .integer(batch), .text(request.profile),
        request.profileDigest.map(StoredValue.blob) ?? .null, .integer(schemeId),
        .text(effect), .text(outcome.summary),
      ]
    )
    outcome.batch = isDryRun ? nil : batch
    return outcome
  }
}

extension ImportOutcome {
  /// The counts as JSON with sorted keys; other kinds only if there were any.
  var summary: String {
    let kinds = [("agreements", agreements), ("amendments", amendments), ("parties", parties)]
    var parts = kinds.map { Self.part($0, $1) }
    if !others.isEmpty {
      let more = others.sorted { $0.key < $1.key }.map { Self.part($0.key, $0.value) }
      parts.insert("\"others\":{" + more.joined(separator: ",") + "}", at: 2)
    }
    return "{" + parts.joined(separator: ",") + "}"
  }

  private static func part(_ name: String, _ counts: ImportCounts) -> String {
    "\"\(name)\":{\"changed\":\(counts.changed),\"conflicting\":\(counts.conflicting),"
      + "\"new\":\(counts.new),\"unchanged\":\(counts.unchanged),"
      + "\"vanished\":\(counts.vanished)}"
  }
}
