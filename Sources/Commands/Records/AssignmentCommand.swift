public import ArgumentParser
import Reporting
public import Storage

/// `liaison assignment`: who of us answers for what.
struct AssignmentCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "assignment",
    abstract: "List, add, change and end who of us answers for a party, an agreement or all.",
    discussion: "  liaison assignment add relationshipManager anna --party S-1",
    subcommands: [
      AssignmentList.self, EntryShow<AssignmentKind>.self, AssignmentAdd.self,
      EntryChange<AssignmentKind>.self, AssignmentEnd.self, EntryVoid<AssignmentKind>.self,
    ]
  )
}

/// `liaison assignment list`.
struct AssignmentList: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "List who of us answers for what.",
    discussion: "  liaison assignment list --as-of 2026-06-30"
  )

  @OptionGroup var readingOptions: ReadingOptions

  func run() throws {
    try readingOptions.show { reader in
      Listing(
        "Assignments",
        CountNoun("assignment", "assignments"),
        [
          Column("id", "Number", .integer, importance: .essential),
          Column("role", "Role", importance: .essential, overflow: .whole),
          Column("person", "Person", importance: .essential), Column("deputy", "Deputy"),
          Column("party", "Party"), Column("agreement", "Agreement"),
          Column("validFrom", "From"), Column("validThrough", "Through"),
        ],
        try reader.assignments().map(row)
      )
    }
  }

  private func row(_ assignment: AssignmentRecord) -> Row {
    Row([
      .integer(assignment.id), .text(assignment.role), Cell(assignment.person),
      Cell(assignment.deputy), Cell(assignment.party), Cell(assignment.agreement),
      Cell(assignment.validFrom), Cell(assignment.validThrough),
    ])
  }
}

/// `liaison assignment add ROLE PERSON`.
struct AssignmentAdd: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "add",
    abstract: "Enter who of us answers for something.",
    discussion: """
      Without --party and --agreement the person answers for all.

        liaison assignment add contractManager anna --agreement C-1 --deputy bert
      """
  )

  @Argument(help: "The part that the person plays.")
  var role: NewAssignment.Role

  @Argument(help: "The person's reference.")
  var person: String

  @Option(help: "The reference of the person who stands in.")
  var deputy: String?

  @Option(help: "The reference of the party it is about.")
  var party: String?

  @Option(help: "The reference of the agreement it is about.")
  var agreement: String?

  @Option(help: "The first day (default: today).")
  var from: DayArgument?

  @Option(help: "The last day.")
  var through: DayArgument?

  @OptionGroup var storeOptions: StoreOptions

  func run() throws {
    try storeOptions.change("assignment add") { store, write, today in
      var new = NewAssignment(
        role: role,
        person: person,
        party: party,
        agreement: agreement,
        validFrom: from?.day ?? today
      )
      new.deputy = deputy
      new.validThrough = through?.day
      let id = try store.addAssignment(new, write)
      return "Added assignment \(id): \(person) as \(role.rawValue)."
    }
  }
}

/// `liaison assignment end NUMBER`.
struct AssignmentEnd: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "end",
    abstract: "End an assignment.",
    discussion: "  liaison assignment end 3 --on 2026-12-31"
  )

  @Argument(help: "The assignment's number; see `liaison assignment list`.")
  var id: Int64

  @Option(name: .customLong("on"), help: "The last day (default: today).")
  var day: DayArgument?

  @OptionGroup var storeOptions: StoreOptions

  func run() throws {
    try storeOptions.change("assignment end") { store, write, today in
      let last = day?.day ?? today
      let next = try store.endAssignment(id, on: last, write)
      return "Assignment \(id) ends on \(last); it is number \(next) now."
    }
  }
}

extension NewAssignment.Role: ExpressibleByArgument {}
