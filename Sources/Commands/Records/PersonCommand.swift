import ArgumentParser
import Reporting
import Storage

/// `liaison person`: our own people.
struct PersonCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "person",
    abstract: "List, show, add and change our own people, and note when they are away.",
    discussion: "  liaison person add anna \"Anna Muster\" --email anna@it.example",
    subcommands: [
      PersonList.self, RecordShow<PersonKind>.self, PersonAdd.self, RecordChange<PersonKind>.self,
      RecordVoid<PersonKind>.self, PersonAway.self, EntryCommand<AbsenceKind>.self,
    ]
  )
}

/// `liaison person list`.
struct PersonList: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "List our own people.",
    discussion: "  liaison person list --format csv"
  )

  @OptionGroup var readingOptions: ReadingOptions

  func run() throws {
    try readingOptions.show { reader in
      Listing(
        "People",
        CountNoun("person", "people"),
        [
          Column("reference", "Reference", importance: .essential, overflow: .whole),
          Column("name", "Name", importance: .essential), Column("email", "Email"),
          Column("phone", "Phone"), Column("lead", "Lead"),
        ],
        try reader.people().map {
          Row([.text($0.reference), .text($0.name), Cell($0.email), Cell($0.phone), Cell($0.lead)])
        }
      )
    }
  }
}

/// `liaison person add REFERENCE NAME`.
struct PersonAdd: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "add",
    abstract: "Enter one of our own people.",
    discussion: "  liaison person add anna \"Anna Muster\" --email anna@it.example --lead boss"
  )

  @Argument(help: "Our reference; no person has or had it.")
  var reference: String

  @Argument(help: "The name.")
  var name: String

  @Option(help: "Electronic mail address.")
  var email: String?

  @Option(help: "Telephone number.")
  var phone: String?

  @Option(help: "The reference of the person's lead.")
  var lead: String?

  @Option(help: "The day from which the entry holds (default: today).")
  var effective: DayArgument?

  @OptionGroup var storeOptions: StoreOptions

  func run() throws {
    try storeOptions.change("person add") { store, write, today in
      var new = NewPerson(
        reference: reference,
        name: name,
        effectiveOn: effective?.day ?? today
      )
      new.email = email
      new.phone = phone
      new.lead = lead
      try store.addPerson(new, write)
      return "Added person \(reference)."
    }
  }
}

/// `liaison person away REFERENCE`.
struct PersonAway: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "away",
    abstract: "Note days on which one of our people is away.",
    discussion: "  liaison person away anna --from 2026-08-03 --through 2026-08-21 --deputy bert"
  )

  @Argument(help: "The person's reference.")
  var reference: String

  @Option(help: "The first day.")
  var from: DayArgument

  @Option(help: "The last day.")
  var through: DayArgument

  @Option(help: "The reference of the person who stands in.")
  var deputy: String?

  @OptionGroup var storeOptions: StoreOptions

  func run() throws {
    try storeOptions.change("person away") { store, write, today in
      try store.addAbsence(
        NewAbsence(
          person: reference,
          startsOn: from.day,
          endsOn: through.day,
          deputy: deputy,
          effectiveOn: min(from.day, today)
        ),
        write
      )
      return "\(reference) is away from \(from.day) through \(through.day)."
    }
  }
}
