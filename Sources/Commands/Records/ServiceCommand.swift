import ArgumentParser
import Reporting
import Storage

/// `liaison service`: services of ours.
struct ServiceCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "service",
    abstract: "List, show, add and change services of ours.",
    discussion: "  liaison service add mail \"Electronic mail\"",
    subcommands: [
      ServiceList.self, RecordShow<ServiceKind>.self, ServiceAdd.self,
      RecordChange<ServiceKind>.self, RecordVoid<ServiceKind>.self,
    ]
  )
}

/// `liaison service list`.
struct ServiceList: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "List services of ours.",
    discussion: "  liaison service list --format json"
  )

  @OptionGroup var readingOptions: ReadingOptions

  func run() throws {
    try readingOptions.show { reader in
      Listing(
        "Services",
        CountNoun("service", "services"),
        [
          Column("reference", "Reference", importance: .essential, overflow: .whole),
          Column("name", "Name", importance: .essential), Column("description", "Description"),
        ],
        try reader.services().map {
          Row([.text($0.reference), .text($0.name), Cell($0.description)])
        }
      )
    }
  }
}

/// `liaison service add REFERENCE NAME`.
struct ServiceAdd: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "add",
    abstract: "Enter a service of ours.",
    discussion: "  liaison service add mail \"Electronic mail\""
  )

  @Argument(help: "Our reference; no service has or had it.")
  var reference: String

  @Argument(help: "The name.")
  var name: String

  @Option(help: "What it is.")
  var description: String?

  @Option(help: "The day from which the entry holds (default: today).")
  var effective: DayArgument?

  @OptionGroup var storeOptions: StoreOptions

  func run() throws {
    try storeOptions.change("service add") { store, write, today in
      try store.addService(
        NewService(
          reference: reference,
          name: name,
          description: description,
          effectiveOn: effective?.day ?? today
        ),
        write
      )
      return "Added service \(reference)."
    }
  }
}
