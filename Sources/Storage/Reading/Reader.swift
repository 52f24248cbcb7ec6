import GRDB
public import Model

/// The store as of a day, for as long as one read transaction lasts.
public final class Reader {
  let database: Database
  /// The day, and what counts as known.
  public let asOf: AsOf
  /// The organisation's settings.
  public let organization: Organization
  /// The calendar by which notice dates are moved to business days; nil if none is set.
  public let calendar: BusinessCalendar?
  /// The last recording that counts as known.
  let lastRecording: Int64
  private var calendars: [String: BusinessCalendar?] = [:]
  var sources: [Int64: (file: String, profile: String, sha256: String)] = [:]
  var parties: [Int64: PartyRecord] = [:]
  var statements: PartyStatements?
  private var kept: [String: RawStatement] = [:]
  /// Whether `temp.agreementOwner` was filled for this reader.
  var hasAgreementOwners = false
  /// Streams of records of which those of no party were read, to be gone on with.
  var begunStreams: [any OwnedStream]?

  init(_ database: Database, asOf: AsOf) throws {
    self.database = database
    self.asOf = asOf
    try AsOfViews.set(database, AsOf(day: asOf.day), zone: .utc)
    let zone = try Organization(database).zone
    try AsOfViews.set(database, asOf, zone: zone)
    organization = try Organization(database)
    lastRecording = try Int64.fetchOne(database, sql: "SELECT recordingId FROM temp.asOf") ?? 0
    calendar = try CalendarReading.calendar(database, for: organization)
  }

  /// A statement that is prepared once, for what is looked up again and again; nothing is bound.
  func statement(_ sql: String) throws -> RawStatement {
    if let known = kept[sql] {
      known.reset()
      known.clear()
      return known
    }
    let new = try RawStatement(database, sql)
    kept[sql] = new
    return new
  }

  /// The business calendar with the reference, or a country's; the organisation's for nil.
  ///
  /// - Returns: Nil if no calendar has the reference.
  /// - Throws: ``StoreError``.
  public func calendar(_ reference: String?) throws -> BusinessCalendar? {
    guard let reference else { return calendar }
    if let known = calendars[reference] { return known }
    let found = try CalendarReading.calendar(
      database,
      reference: reference,
      zone: organization.zone
    )
    calendars[reference] = .some(found)
    return found
  }
}

extension Store {
  /// Reads the store as of a day, in one read transaction that sees no later change.
  ///
  /// - Returns: What the body returns.
  /// - Throws: ``StoreError``; what the body throws.
  public func read<Value>(asOf: AsOf, _ body: (Reader) throws -> Value) throws -> Value {
    try onConnection { database in
      try AsOfViews.create(database)
      // Reading in another order than that of the file goes through the mapped file, which
      // saves a copy of a page for each row.
      try database.execute(sql: "PRAGMA mmap_size = 4294967296; BEGIN")
      defer { try? database.execute(sql: "ROLLBACK; PRAGMA mmap_size = 0") }
      return try body(Reader(database, asOf: asOf))
    }
  }
}
