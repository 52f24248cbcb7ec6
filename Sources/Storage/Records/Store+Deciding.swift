import Importing
public import Model

/// What a change writes that was decided on what it read.
public struct DecidedChange<Value> {
  /// What the caller gets.
  public var value: Value
  /// The records that are entered or changed, in order.
  public var records: [NewRecord]
  /// The bytes that are kept among the originals.
  public var originals: [[UInt8]]
  /// How far a mailbox, file or folder has been read by this change; nil for none.
  public var cursor: MailCursor?

  /// Makes a change.
  public init(_ value: Value, records: [NewRecord], originals: [[UInt8]] = []) {
    self.value = value
    self.records = records
    self.originals = originals
  }
}

/// Ends a transaction in which there was nothing to write.
private struct NothingToWrite<Value: Sendable>: Error {
  let value: Value
  let cursor: MailCursor?
}

extension Store {
  /// Reads, decides and writes in one transaction, so that no other process changes in between what
  /// the decision rests on.
  ///
  /// If there is nothing to write, the journal gets no entry.
  ///
  /// - Parameters:
  ///   - day: The day as of which is read, and from which records hold that name none.
  ///   - request: Who writes.
  ///   - body: Reads and decides.
  /// - Returns: The value of the body.
  /// - Throws: As ``addRecord(_:today:_:)``; what the body throws; nothing is stored then.
  public func decide<Value: Sendable>(
    on day: CivilDay,
    _ request: WriteRequest,
    _ body: (Reader) throws -> DecidedChange<Value>
  ) throws -> Value {
    do {
      let payload = { (done: (value: Value, count: Int)) in
        try JournalPayload.text(["records": "\(done.count)"])
      }
      let decided = { (session: WriteSession) in
        try AsOfViews.create(session.database)
        let change = try body(Reader(session.database, asOf: AsOf(day: day)))
        let count = try session.put(change, on: day)
        if session.isEmpty { throw NothingToWrite(value: change.value, cursor: change.cursor) }
        return (value: change.value, count: count)
      }
      return try write(request, payload: payload, body: decided).value
    } catch let nothing as NothingToWrite<Value> {
      if let cursor = nothing.cursor { try save(cursor) }
      return nothing.value
    }
  }
}

extension WriteSession {
  /// Writes what was decided.
  ///
  /// - Returns: How many records were entered or changed.
  func put<Value>(_ change: DecidedChange<Value>, on day: CivilDay) throws -> Int {
    var check = RecordCheck()
    for record in change.records { record.check(&check) }
    try check.finish()
    if let cursor = change.cursor { try cursor.write(database) }
    for bytes in change.originals {
      _ = try keepOriginal(OriginalDigest.of(bytes)) { MemorySource(bytes) }
    }
    var count = 0
    for record in change.records {
      let writer = RecordWriter(self, record.type)
      let reference = try record.reference ?? writer.nextReference()
      let known = try writer.find(reference)
      let id = try known ?? writer.make(reference)
      let changes = try writer.revise(id, record, isNew: known == nil, today: day)
      if known == nil || !changes.isEmpty { count += 1 }
    }
    return count
  }
}
