public import Model

extension Store {
  /// Enters a record of a kind.
  ///
  /// - Returns: Its reference.
  /// - Throws: ``InvalidRecord``; ``StoreError/unknown(kind:reference:)`` for something it refers
  ///   to; ``StoreError/notAllowed(_:)`` for a reference that is taken.
  @discardableResult
  public func addRecord(
    _ new: NewRecord,
    today: CivilDay,
    _ request: WriteRequest
  ) throws -> String {
    var check = RecordCheck()
    new.check(&check)
    try check.finish()
    return try change(request, new.payload) { session in
      let writer = RecordWriter(session, new.type)
      let reference = try new.reference ?? writer.nextReference()
      let id = try writer.make(reference)
      _ = try writer.revise(id, new, isNew: true, today: today)
      return reference
    }
  }

  /// Changes facts of a record of a kind.
  ///
  /// - Returns: What changed; nothing if it has these values already.
  /// - Throws: As ``addRecord(_:today:_:)``.
  @discardableResult
  public func changeRecord(
    _ record: NewRecord,
    today: CivilDay,
    _ request: WriteRequest
  ) throws -> [PlanItem.Change] {
    var check = RecordCheck()
    record.check(&check)
    try check.finish()
    let reference = record.reference ?? ""
    return try change(request, record.payload) { session in
      let writer = RecordWriter(session, record.type)
      guard let id = try writer.find(reference) else {
        throw StoreError.unknown(kind: record.type.words, reference: reference)
      }
      return try writer.revise(id, record, isNew: false, today: today)
    }
  }

  /// Withdraws a record of a kind as never true; it stays in the history.
  ///
  /// - Throws: ``InvalidRecord`` for a blank reason; ``StoreError/unknown(kind:reference:)``.
  public func voidRecord(
    _ type: RecordType,
    _ reference: String,
    reason: String,
    _ request: WriteRequest
  ) throws {
    var check = RecordCheck()
    check.require(reason, "reason")
    try check.finish()
    try change(request, ["reference": reference, "reason": reason]) { session in
      guard let id = try session.find(type.table, reference) else {
        throw StoreError.unknown(kind: type.words, reference: reference)
      }
      try session.void(type.table, id, reason: reason)
    }
  }
}

extension Store {
  /// Enters records in one change, or changes those that are there.
  ///
  /// A record without a reference gets the next one of its kind.
  ///
  /// - Returns: How many were entered or changed.
  /// - Throws: As ``addRecord(_:today:_:)``; nothing is stored then.
  @discardableResult
  public func putRecords(
    _ records: [NewRecord],
    today: CivilDay,
    _ request: WriteRequest
  ) throws -> Int {
    var check = RecordCheck()
    for record in records { record.check(&check) }
    try check.finish()
    return try change(request, ["records": "\(records.count)"]) { session in
      var count = 0
      for record in records {
        let writer = RecordWriter(session, record.type)
        let reference = try record.reference ?? writer.nextReference()
        let known = try writer.find(reference)
        let id = try known ?? writer.make(reference)
        let changes = try writer.revise(id, record, isNew: known == nil, today: today)
        if known == nil || !changes.isEmpty { count += 1 }
      }
      return count
    }
  }
}
