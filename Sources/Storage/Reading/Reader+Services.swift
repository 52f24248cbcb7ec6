import GRDB

/// A service of ours as it is on the day.
public struct ServiceRecord: Sendable {
  /// Our reference.
  public var reference: String
  /// The name.
  public var name: String
  /// What it is, or nil.
  public var description: String?
}

/// A business calendar as it is on the day.
public struct CalendarRecord: Sendable {
  /// Our reference.
  public var reference: String
  /// The IANA name of the zone.
  public var zone: String
  /// The country or land whose holidays close it, or nil.
  public var country: String?
  /// The weekly windows as text.
  public var windows: String
  /// The first and the last day, `YYYY-MM-DD`; nil without bound.
  public var validFrom, validThrough: String?
  /// The number of days on which it is closed or has other windows.
  public var exceptions: Int
}

extension Reader {
  /// Our services, in order of reference.
  ///
  /// - Returns: The services.
  /// - Throws: ``StoreError``.
  public func services() throws -> [ServiceRecord] {
    try Row.fetchAll(
      database,
      sql: "SELECT reference, name, description FROM temp.serviceAsOf ORDER BY reference"
    ).map { row in
      ServiceRecord(
        reference: row["reference"],
        name: row["name"],
        description: row["description"]
      )
    }
  }

  /// The calendars that the store keeps, in order of reference.
  ///
  /// - Returns: The calendars, without those of countries that come with the program.
  /// - Throws: ``StoreError``.
  public func calendarRecords() throws -> [CalendarRecord] {
    try Row.fetchAll(
      database,
      sql: """
        SELECT c.reference, c.zone, c.country, c.windows, c.validFrom, c.validThrough,
          (SELECT count(*) FROM temp.calendarExceptionAsOf e
           WHERE e.calendarReference = c.reference) AS exceptions
        FROM temp.calendarAsOf c ORDER BY c.reference
        """
    ).map { row in
      CalendarRecord(
        reference: row["reference"],
        zone: row["zone"],
        country: row["country"],
        windows: row["windows"],
        validFrom: row["validFrom"],
        validThrough: row["validThrough"],
        exceptions: row["exceptions"]
      )
    }
  }
}
