import GRDB
public import Model

extension Store {
  /// Changes facts of a record that is one row: its row is voided, and another takes its place.
  ///
  /// With a day after that of the row, a record with a first and a last day ends on the day before
  /// and begins anew on the day. A calendar keeps what held before, and is read by its latest row.
  ///
  /// - Parameters:
  ///   - entry: The kind.
  ///   - name: The number, or the reference of a calendar.
  ///   - values: The new facts; nil takes a fact away, what is not named stays as it is.
  ///   - effectiveOn: The day from which the values hold; nil for the day of what they correct.
  ///   - today: The present day in the organisation's zone.
  ///   - request: Who changes it, when and how.
  /// - Returns: The number of the row that holds then, and what changed; nothing if the record has
  ///   these values already.
  /// - Throws: ``InvalidRecord``; ``StoreError/unknown(kind:reference:)`` for the record or for
  ///   what it shall refer to; ``StoreError/notAllowed(_:)`` for a day before that of the row, for
  ///   a person who would stand in for himself or herself, and for another reference of a calendar.
  @discardableResult
  public func changeEntry(
    _ entry: EntryType,
    _ name: String,
    to values: [String: FieldValue?],
    effectiveOn: CivilDay? = nil,
    today: CivilDay,
    _ request: WriteRequest
  ) throws -> (number: Int64, changes: [PlanItem.Change]) {
    let called = "\(entry.type.words) \(name)"
    var record = NewRecord(entry.type, reference: called, effectiveOn: effectiveOn)
    record.values = values
    var check = RecordCheck()
    record.check(&check)
    try check.finish()
    return try change(request, record.payload) { session in
      let writer = EntryWriter(session, entry)
      let known = try writer.require(name)
      try session.requireFixed(record, name)
      let (id, changes) = try writer.write(
        record,
        over: known,
        today: today,
        reason: "It was changed.",
        isByNumber: entry.isNumbered
      )
      return (id, changes)
    }
  }

  /// Withdraws a record that is one row as never true; it stays in the history.
  ///
  /// With a calendar go the days on which it is closed or has other windows.
  ///
  /// - Returns: How many of these days went with a calendar.
  /// - Throws: ``InvalidRecord`` for a blank reason; ``StoreError/unknown(kind:reference:)``;
  ///   ``StoreError/notAllowed(_:)`` for the organisation's calendar.
  @discardableResult
  public func voidEntry(
    _ entry: EntryType,
    _ name: String,
    reason: String,
    today: CivilDay,
    _ request: WriteRequest
  ) throws -> Int {
    var check = RecordCheck()
    check.require(reason, "reason")
    try check.finish()
    let payload = ["reference": "\(entry.type.words) \(name)", "reason": reason]
    return try change(request, payload) { session in
      let known = try EntryWriter(session, entry).require(name)
      guard !entry.isNumbered else {
        try session.void(entry.table, known.id, reason: reason)
        return 0
      }
      return try session.voidCalendar(name, reason: reason, today: today)
    }
  }
}

extension EntryWriter {
  /// The row that holds and is called so.
  ///
  /// - Throws: ``StoreError/unknown(kind:reference:)`` if there is none.
  fileprivate func require(_ name: String) throws -> Holding {
    var found: Holding?
    if entry.isNumbered {
      found = try Int64(name).flatMap { try find($0) }
    } else {
      var key = NewRecord(entry.type, reference: nil, effectiveOn: nil)
      key.set("reference", .text(name))
      found = try find(key)
    }
    guard let found else {
      throw StoreError.unknown(kind: entry.type.words, reference: name)
    }
    return found
  }
}

extension WriteSession {
  /// Refuses another reference for a calendar, and a calendar that does not exist.
  fileprivate func requireFixed(_ record: NewRecord, _ name: String) throws {
    if let reference = record.values["reference"], reference != .text(name) {
      throw StoreError.notAllowed(
        "The calendar \(name) keeps its reference. Add another calendar with the new one."
      )
    }
    if case .reference(let calendar)?? = record.values["calendar"],
      try find("calendar", calendar) == nil
    {
      throw StoreError.unknown(kind: "calendar", reference: calendar)
    }
  }

  /// Voids all rows of a calendar, and its own days.
  fileprivate func voidCalendar(_ name: String, reason: String, today: CivilDay) throws -> Int {
    guard try !isOrganizations(name, today) else {
      throw StoreError.notAllowed(
        "The setting calendar names \(name). Set another calendar before you withdraw this one."
      )
    }
    for id in try holding("calendar", "reference", name) {
      try void("calendar", id, reason: reason)
    }
    let days = try holding("calendarException", "calendarReference", name)
    for id in days { try void("calendarException", id, reason: reason) }
    return days.count
  }

  private func holding(_ table: String, _ column: String, _ value: String) throws -> [Int64] {
    try Int64.fetchAll(
      database,
      sql: """
        SELECT id FROM \(table) t WHERE \(column) = ? AND NOT EXISTS (
          SELECT 1 FROM voiding WHERE kind = '\(table)' AND recordId = t.id) ORDER BY id
        """,
      arguments: [value]
    )
  }

  /// Whether the organisation's setting names a calendar today or will on a later day.
  private func isOrganizations(_ calendar: String, _ today: CivilDay) throws -> Bool {
    let holding = "SELECT 1 FROM voiding WHERE kind = 'setting' AND recordId"
    return try Int64.fetchOne(
      database,
      sql: """
        SELECT 1 FROM setting s WHERE key = ?1 AND value = ?2 AND NOT EXISTS (\(holding) = s.id)
          AND NOT EXISTS (
            SELECT 1 FROM setting t WHERE t.key = ?1 AND NOT EXISTS (\(holding) = t.id)
              AND t.effectiveOn <= max(?3, s.effectiveOn)
              AND (t.effectiveOn, t.recordingId, t.id) > (s.effectiveOn, s.recordingId, s.id))
        """,
      arguments: [Organization.Key.calendar.rawValue, calendar, today.description]
    ) != nil
  }
}
