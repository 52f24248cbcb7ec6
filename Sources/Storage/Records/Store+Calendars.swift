import GRDB
public import Model

/// A business calendar; one with a reference that exists takes its place.
public struct NewCalendar: Sendable {
  /// Our reference.
  public var reference: String
  /// The IANA name of the zone.
  public var zone: String
  /// The country or land whose holidays close it, such as `DE-BE`; nil for none.
  public var country: String?
  /// Weekly windows, such as `mon-thu 09:00-17:00, fri 09:00-12:00`; empty for never open.
  public var windows: String
  /// The first and the last day; nil without bound.
  public var validFrom, validThrough: CivilDay?
  /// The day from which the entry holds.
  public var effectiveOn: CivilDay

  /// Makes a calendar without holidays and bounds.
  public init(reference: String, zone: String, windows: String, effectiveOn: CivilDay) {
    self.reference = reference
    self.zone = zone
    self.windows = windows
    self.effectiveOn = effectiveOn
  }
}

/// A day on which a calendar is closed or has other windows.
public struct NewCalendarException: Sendable {
  /// The calendar's reference.
  public var calendar: String
  /// The day.
  public var day: CivilDay
  /// The day's own windows, such as `09:00-12:00`; nil for closed.
  public var windows: String?
  /// What the day is called, or nil.
  public var name: String?
  /// The day from which the entry holds.
  public var effectiveOn: CivilDay

  /// Makes a closed day.
  public init(calendar: String, day: CivilDay, effectiveOn: CivilDay) {
    self.calendar = calendar
    self.day = day
    self.effectiveOn = effectiveOn
  }
}

extension Store {
  /// Enters a calendar, or what holds of it from a day on.
  ///
  /// - Throws: ``InvalidRecord``.
  public func addCalendar(_ new: NewCalendar, _ request: WriteRequest) throws {
    var check = RecordCheck()
    check.require(new.reference, "reference")
    CalendarWindows.checkZone(new.zone, "zone", &check)
    CalendarWindows.check(new.windows, weekly: true, &check)
    check.requireOrder(
      ("validFrom", new.validFrom?.description),
      ("validThrough", new.validThrough?.description)
    )
    try check.finish()
    let payload = [
      "reference": new.reference, "zone": new.zone, "country": new.country,
      "windows": new.windows,
    ]
    try change(request, payload) { session in
      try session.insert(
        "calendar",
        [
          .integer(try session.nextId("calendar")), .text(new.reference), .text(new.zone),
          StoredValue(new.country), .text(new.windows),
          StoredValue(new.validFrom?.description), StoredValue(new.validThrough?.description),
          .text(new.effectiveOn.description),
        ]
      )
    }
  }

  /// Enters a day on which a calendar is closed or has other windows.
  ///
  /// - Throws: ``InvalidRecord``; ``StoreError/unknown(kind:reference:)``.
  public func addCalendarException(
    _ new: NewCalendarException,
    _ request: WriteRequest
  ) throws {
    var check = RecordCheck()
    if let windows = new.windows { CalendarWindows.check(windows, weekly: false, &check) }
    try check.finish()
    let payload = [
      "calendar": new.calendar, "day": new.day.description, "windows": new.windows,
      "name": new.name,
    ]
    try change(request, payload) { session in
      let known = try Int64.fetchOne(
        session.database,
        sql: "SELECT 1 FROM calendar WHERE reference = ?",
        arguments: [new.calendar]
      )
      guard known != nil else {
        throw StoreError.unknown(kind: "calendar", reference: new.calendar)
      }
      try session.insert(
        "calendarException",
        [
          .integer(try session.nextId("calendarException")), .text(new.calendar),
          .text(new.day.description), StoredValue(new.windows), StoredValue(new.name),
          .text(new.effectiveOn.description),
        ]
      )
    }
  }
}

/// Checks zones, and windows as text: of a week, or of one day.
enum CalendarWindows {
  static func checkZone(_ name: String, _ field: String, _ check: inout RecordCheck) {
    guard Zone.named(name) == nil else { return }
    check.add(
      "zone.unknown",
      field: field,
      value: name,
      "\u{201C}\(name)\u{201D} is not a zone.",
      remedy: "Use an IANA name such as Europe/Berlin."
    )
  }

  static func check(_ text: String, weekly: Bool, _ check: inout RecordCheck) {
    let isRead = weekly ? WeeklyWindows(text) != nil : WeeklyWindows.windows(text) != nil
    guard !isRead else { return }
    check.add(
      "windows.unreadable",
      field: "windows",
      value: text,
      "\u{201C}\(text)\u{201D} does not say when the calendar is open.",
      remedy: weekly
        ? "Write weekdays and times, such as mon-thu 09:00-17:00, fri 09:00-12:00."
        : "Write times, such as 09:00-12:00 13:00-15:00."
    )
  }
}
