import ArgumentParser
import Reporting
import Storage

/// `liaison contact`: people at parties.
struct ContactCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "contact",
    abstract: "List, show, add, change and void people at parties.",
    discussion: "  liaison contact add S-1 \"Grete Beispiel\" --email grete@nordwind.example",
    subcommands: [
      ContactList.self, EntryShow<ContactKind>.self, ContactAdd.self,
      EntryChange<ContactKind>.self, EntryVoid<ContactKind>.self,
    ]
  )
}

/// `liaison contact list`.
struct ContactList: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "List people at parties.",
    discussion: "  liaison contact list --party S-1"
  )

  @Option(help: "Only this party: its reference.")
  var party: String?

  @OptionGroup var readingOptions: ReadingOptions

  static let columns = [
    Column("id", "Number", .integer, importance: .low), Column("party", "Party", importance: .high),
    Column("name", "Name", importance: .essential), Column("function", "Function"),
    Column("email", "Email", importance: .high), Column("phone", "Phone"),
    Column("validFrom", "From", importance: .low),
    Column("validThrough", "Through", importance: .low),
  ]

  static func row(_ contact: ContactRecord) -> Row {
    Row([
      .integer(contact.id), .text(contact.party), .text(contact.name), Cell(contact.function),
      Cell(contact.email), Cell(contact.phone), Cell(contact.validFrom),
      Cell(contact.validThrough),
    ])
  }

  func run() throws {
    try readingOptions.show { reader in
      Listing(
        "Contacts",
        CountNoun("contact", "contacts"),
        Self.columns,
        try reader.contacts().filter { party == nil || $0.party == party }.map(Self.row)
      )
    }
  }
}

/// `liaison contact add PARTY NAME`.
struct ContactAdd: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "add",
    abstract: "Enter a person at a party.",
    discussion: "  liaison contact add S-1 \"Grete Beispiel\" --email grete@nordwind.example"
  )

  @Argument(help: "The party's reference.")
  var party: String

  @Argument(help: "The person's name.")
  var name: String

  @Option(help: "Electronic mail address.")
  var email: String?

  @Option(help: "Telephone number.")
  var phone: String?

  @Option(help: "What the person does there.")
  var function: String?

  @Option(help: "The first day.")
  var from: DayArgument?

  @Option(help: "The last day.")
  var through: DayArgument?

  @Option(help: "The day from which the entry holds (default: the first day, else today).")
  var effective: DayArgument?

  @OptionGroup var storeOptions: StoreOptions

  func run() throws {
    try storeOptions.change("contact add") { store, write, today in
      var new = NewContact(
        party: party,
        name: name,
        effectiveOn: effective?.day ?? from?.day ?? today
      )
      new.email = email
      new.phone = phone
      new.function = function
      new.validFrom = from?.day
      new.validThrough = through?.day
      let id = try store.addContact(new, write)
      return "Added contact \(id), \(name) at \(party)."
    }
  }
}
