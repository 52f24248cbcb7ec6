import ArgumentParser
import Model
import Reporting
import Storage

/// `liaison calendar`: business calendars.
struct CalendarCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "calendar",
    abstract: "List, show, add and change business calendars and their own days.",
    discussion: """
        liaison calendar add office --windows "mon-thu 09:00-17:00, fri 09:00-12:00"
        liaison calendar close office 2026-12-24 --name "Christmas Eve"
      """,
    subcommands: [
      CalendarList.self, EntryShow<CalendarKind>.self, CalendarAdd.self,
      EntryChange<CalendarKind>.self, EntryVoid<CalendarKind>.self, CalendarClose.self,
      EntryCommand<ExceptionKind>.self,
    ]
  )
}

/// `liaison calendar list`.
struct CalendarList: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "List the business calendars that were entered.",
    discussion: "  liaison calendar list"
  )

  @OptionGroup var readingOptions: ReadingOptions

  func run() throws {
    try readingOptions.show { reader in
      Listing(
        "Calendars",
        CountNoun("calendar", "calendars"),
        [
          Column("reference", "Reference", importance: .essential, overflow: .whole),
          Column("zone", "Zone"), Column("country", "Holidays of"),
          Column("windows", "Open", importance: .high), Column("validFrom", "From"),
          Column("validThrough", "Through"), Column("exceptions", "Own days", .integer),
        ],
        try reader.calendarRecords().map(row)
      )
    }
  }

  private func row(_ calendar: CalendarRecord) -> Row {
    Row([
      .text(calendar.reference), .text(calendar.zone), Cell(calendar.country),
      .text(calendar.windows), Cell(calendar.validFrom), Cell(calendar.validThrough),
      Cell(calendar.exceptions),
    ])
  }
}

/// `liaison calendar add REFERENCE`.
struct CalendarAdd: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "add",
    abstract: "Enter a business calendar; one of the same reference takes its place.",
    discussion: """
        liaison calendar add office --zone Europe/Berlin --country DE-BE \\
          --windows "mon-thu 09:00-17:00, fri 09:00-12:00"
      """
  )

  @Argument(help: "Our reference.")
  var reference: String

  @Option(help: "When it is open in a week.")
  var windows = "mon-fri 09:00-17:00"

  @Option(help: "The zone, an IANA name (default: the organisation's).")
  var zone: String?

  @Option(help: "The country or land whose holidays close it, such as DE-BE.")
  var country: String?

  @Option(help: "The first day.")
  var from: DayArgument?

  @Option(help: "The last day.")
  var through: DayArgument?

  @Option(help: "The day from which the entry holds (default: as far back as one asks).")
  var effective: DayArgument?

  @OptionGroup var storeOptions: StoreOptions

  func validate() throws {
    if let country, !Holidays.regions.contains(country) {
      throw ValidationError(
        "There are no holidays for \(country); "
          + "known are \(Holidays.regions.joined(separator: ", "))."
      )
    }
  }

  func run() throws {
    try storeOptions.change("calendar add") { store, write, _ in
      var new = NewCalendar(
        reference: reference,
        zone: try zone ?? store.zone().identifier,
        windows: windows,
        effectiveOn: effective?.day ?? .first
      )
      new.country = country
      new.validFrom = from?.day
      new.validThrough = through?.day
      try store.addCalendar(new, write)
      return "Added calendar \(reference)."
    }
  }
}

/// `liaison calendar close REFERENCE DAY`.
struct CalendarClose: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "close",
    abstract: "Note a day on which a calendar is closed or has other windows.",
    discussion: """
        liaison calendar close office 2026-12-24 --name "Christmas Eve"
        liaison calendar close office 2026-12-31 --windows 09:00-12:00
      """
  )

  @Argument(help: "The calendar's reference.")
  var reference: String

  @Argument(help: "The day.")
  var day: DayArgument

  @Option(help: "The day's own windows (default: closed all day).")
  var windows: String?

  @Option(help: "What the day is called.")
  var name: String?

  @OptionGroup var storeOptions: StoreOptions

  func run() throws {
    try storeOptions.change("calendar close") { store, write, _ in
      var new = NewCalendarException(calendar: reference, day: day.day, effectiveOn: .first)
      new.windows = windows
      new.name = name
      try store.addCalendarException(new, write)
      return "Calendar \(reference) is \(windows ?? "closed") on \(day.day)."
    }
  }
}
