public import Model

extension ChangedRecord {
  /// The kinds of records that are compared, in the order in which changes are handed over.
  ///
  /// What the program did itself (reminders and mails) is none.
  public static let records: [String] =
    ["agreement"] + ComparedRows.partsOfAgreements.map(\.entry.type.name) + ["party"]
    + ComparedRows.partsOfParties.map(\.entry.type.name) + kept.map(\.name)
    + ComparedRows.organization.map(\.entry.type.name)

  fileprivate static let kept =
    RecordType.all.filter { type in
      ![Reminder.type, OutboxMail.type, MailMessage.type].contains { $0.name == type.name }
    } + [RecordType.service, RecordType.person]
}

extension Reader {
  /// Hands over what changed from the end of a day to the end of the reader's day, by kind of
  /// record and reference.
  ///
  /// With all that is recorded counted as known, the store is the same on both days but for what
  /// took effect between them; else also what was recorded or voided between them is a change.
  /// What was added as a part of a new agreement or party is not told for itself. Memory does not
  /// grow with the number of records.
  ///
  /// - Parameters:
  ///   - day: The earlier day.
  ///   - record: Only this kind of record, or nil for all of ``ChangedRecord/records``.
  ///   - body: Called with each change.
  /// - Throws: ``StoreError``; what the body throws.
  public func forEachChange(
    since day: CivilDay,
    of record: String? = nil,
    _ body: (ChangedRecord) throws -> Void
  ) throws {
    let walk = try ChangeWalk(self, since: day, record)
    try walk.agreements(body)
    for rows in ComparedRows.partsOfAgreements { try walk.rows(rows, body) }
    try walk.records(ComparedRevisions.party, body)
    for rows in ComparedRows.partsOfParties { try walk.rows(rows, body) }
    for type in ChangedRecord.kept { try walk.records(type, body) }
    for rows in ComparedRows.organization { try walk.rows(rows, body) }
  }
}

/// Goes through the kinds of records, one after the other.
private struct ChangeWalk {
  private let reader: Reader
  private let days: ComparedDays
  private let record: String?
  private let maker: ChangeMaker
  private let wholes: [String: RawStatement]

  init(_ reader: Reader, since day: CivilDay, _ record: String?) throws {
    self.reader = reader
    self.record = record
    let then = AsOf(day: day, knowledge: reader.asOf.knowledge)
    let zone = reader.organization.zone
    days = ComparedDays(
      earlier: ComparedDays.Side(
        day: day,
        recording: try AsOfViews.lastRecording(reader.database, then, zone: zone)
      ),
      later: ComparedDays.Side(day: reader.asOf.day, recording: reader.lastRecording)
    )
    maker = try ChangeMaker(reader)
    wholes = try ["agreement", "party"].reduce(into: [:]) { wholes, whole in
      wholes[whole] = try RawStatement(
        reader.database,
        """
        SELECT 1 FROM main.\(whole)Revision WHERE id BETWEEN ?1 << 20 AND (?1 << 20) + 1048575
          AND effectiveOn <= ?2 AND recordingId <= ?3 LIMIT 1
        """
      )
    }
  }

  private func isWanted(_ name: String) -> Bool { record.map { $0 == name } ?? true }

  /// The records of a kind with revisions, in order of reference.
  func records(_ type: RecordType, _ body: (ChangedRecord) throws -> Void) throws {
    guard isWanted(type.name) else { return }
    let compared = ComparedRevisions(type)
    let walk = try compared.walk(reader.database)
    days.bind(to: walk)
    while try walk.step() {
      let hasEnded = walk.optionalText(4).map { $0 >= days.earlier.text && $0 < days.later.text }
      guard walk.optionalInteger(2) != walk.optionalInteger(3) || hasEnded ?? false else {
        continue
      }
      let comparison = try compared.comparison(of: walk.integer(0), days, reader)
      for change in try maker.changes(comparison, walk.text(1)) { try body(change) }
    }
  }

  /// The agreements in order of reference, and those that ended without a word.
  func agreements(_ body: (ChangedRecord) throws -> Void) throws {
    guard isWanted(ComparedRevisions.agreement.name) else { return }
    let compared = ComparedRevisions(ComparedRevisions.agreement)
    let walk = try compared.walk(reader.database)
    let reading = try AgreementReading(revision: reader.database)
    days.bind(to: walk)
    while try walk.step() {
      let before = walk.optionalInteger(2)
      let after = walk.optionalInteger(3)
      let lapse = try before.flatMap { before in
        try after.flatMap { try passing(from: before, to: $0, reading) }
      }
      guard before != after || lapse != nil else { continue }
      let comparison = try compared.comparison(of: walk.integer(0), days, reader)
      var changes = try maker.changes(comparison, walk.text(1))
      if let lapse {
        changes += try maker.ended(comparison, walk.text(1), from: lapse.before, to: lapse.after)
      }
      for change in changes { try body(change) }
    }
  }

  /// Where an agreement stood on both days if it was over only on the later one.
  private func passing(
    from before: Int64,
    to after: Int64,
    _ reading: AgreementReading
  ) throws -> (before: AgreementStanding, after: AgreementStanding)? {
    func standing(_ revision: Int64, _ day: CivilDay) throws -> AgreementStanding? {
      reading.statement.bind(1, revision)
      defer { reading.statement.reset() }
      guard try reading.statement.step() else { return nil }
      return try reading.record(reader).standing(reader, on: day)
    }
    guard let last = try standing(after, days.later.day), Self.isOver(last),
      let first = try standing(before, days.earlier.day), !Self.isOver(first)
    else { return nil }
    return (first, last)
  }

  private static func isOver(_ standing: AgreementStanding) -> Bool {
    standing.status == .expired || standing.status == .ended
  }

  /// The records of a kind that is kept in rows, in order of their keys.
  func rows(_ rows: ComparedRows, _ body: (ChangedRecord) throws -> Void) throws {
    let type = rows.entry.type
    guard isWanted(type.name) else { return }
    try rows.forEach(days, reader) { comparison in
      guard let state = comparison.after ?? comparison.before else { return }
      if comparison.before == nil, let whole = rows.whole, let id = state.references[whole],
        try !wasThere(whole, id)
      {
        return
      }
      let keys = rows.entry.keys.compactMap { key in
        type.fields.firstIndex { $0.name == key }.flatMap { state.values[$0] }
      }
      for change in try maker.changes(comparison, keys.joined(separator: " ")) { try body(change) }
    }
  }

  /// Whether an agreement or party was there on the earlier day.
  private func wasThere(_ whole: String, _ id: Int64) throws -> Bool {
    guard let statement = wholes[whole] else { return true }
    statement.bind(1, id)
    statement.bind(2, days.earlier.text)
    statement.bind(3, days.earlier.recording)
    defer { statement.reset() }
    return try statement.step()
  }
}
