public import Model

/// A calendar that other programs can open or subscribe to (RFC 5545).
public struct CalendarFile: Sendable {
  /// The name that programs show.
  public var name: String
  /// The instant at which the file is made; each entry carries it.
  public var madeAt: Instant
  /// The entries, written in this order.
  public var entries: [CalendarEntry]

  /// Makes a calendar.
  public init(name: String, madeAt: Instant, entries: [CalendarEntry]) {
    self.name = name
    self.madeAt = madeAt
    self.entries = entries
  }

  /// The file in UTF-8, its lines ended by CR and LF and folded at 75 octets (RFC 5545, 3.1).
  public var text: String {
    var lines = CalendarLines()
    lines.add("BEGIN", "VCALENDAR")
    lines.add("VERSION", "2.0")
    lines.add("PRODID", "-//Liaison//Reminders//EN")
    lines.add("CALSCALE", "GREGORIAN")
    lines.add("METHOD", "PUBLISH")
    // The first name is of RFC 7986, 5.1, the second what older programs read.
    lines.add(text: "NAME", name)
    lines.add(text: "X-WR-CALNAME", name)
    lines.add("REFRESH-INTERVAL;VALUE=DURATION", "P1D")
    for entry in entries { write(entry, &lines) }
    lines.add("END", "VCALENDAR")
    return lines.text
  }

  private func write(_ entry: CalendarEntry, _ lines: inout CalendarLines) {
    let component = entry.kind == .event ? "VEVENT" : "VTODO"
    lines.add("BEGIN", component)
    lines.add(text: "UID", entry.identifier)
    lines.add("DTSTAMP", Self.basic(madeAt))
    lines.add("SEQUENCE", "\(entry.sequence)")
    lines.add(text: "SUMMARY", entry.summary)
    if !entry.details.isEmpty { lines.add(text: "DESCRIPTION", entry.details) }
    if !entry.categories.isEmpty { lines.add(texts: "CATEGORIES", entry.categories) }
    writeDay(entry, &lines)
    writeStanding(entry, &lines)
    if entry.standing == .open { writeAlarms(entry, &lines) }
    lines.add("END", component)
  }

  private func writeDay(_ entry: CalendarEntry, _ lines: inout CalendarLines) {
    guard entry.kind == .event else {
      return lines.add("DUE;VALUE=DATE", Self.basic(entry.day))
    }
    lines.add("DTSTART;VALUE=DATE", Self.basic(entry.day))
    // The end of an event is the day after its last one (RFC 5545, 3.6.1).
    lines.add("DTEND;VALUE=DATE", Self.basic(entry.day.adding(days: 1)))
    lines.add("TRANSP", "TRANSPARENT")
  }

  private func writeStanding(_ entry: CalendarEntry, _ lines: inout CalendarLines) {
    switch (entry.standing, entry.kind) {
    case (.open, .event): lines.add("STATUS", "CONFIRMED")
    case (.open, .task): lines.add("STATUS", "NEEDS-ACTION")
    case (.cancelled, _): lines.add("STATUS", "CANCELLED")
    case (.done, .event): lines.add("STATUS", "CANCELLED")
    case (.done(let instant), .task):
      lines.add("STATUS", "COMPLETED")
      lines.add("COMPLETED", Self.basic(instant))
      lines.add("PERCENT-COMPLETE", "100")
    }
  }

  private func writeAlarms(_ entry: CalendarEntry, _ lines: inout CalendarLines) {
    // A task has no start; its alarms count from its due day (RFC 5545, 3.8.6.3).
    let trigger = entry.kind == .event ? "TRIGGER" : "TRIGGER;RELATED=END"
    for days in entry.alarms {
      lines.add("BEGIN", "VALARM")
      lines.add("ACTION", "DISPLAY")
      lines.add(text: "DESCRIPTION", entry.summary)
      lines.add(trigger, days == 0 ? "PT0S" : "-P\(days)D")
      lines.add("END", "VALARM")
    }
  }

  private static func basic(_ day: CivilDay) -> String {
    day.description.filter { $0 != "-" }
  }

  private static func basic(_ instant: Instant) -> String {
    instant.description.filter { $0 != "-" && $0 != ":" }
  }
}
