/// A kind of record that is one row of the store and has no revisions: found again by some of its
/// facts, and changed by putting another row in its place.
public struct EntryType: Sendable {
  /// What it is called, and which facts it has.
  public let type: RecordType
  /// The facts by which a record is found again, in order.
  public let keys: [String]
  /// The table of the store.
  public let table: String
  /// Columns of facts that are not called as their fields say, by fact.
  public let columns: [String: [String]]

  /// Makes a kind; without a table of its own that is the name of the type.
  public init(
    _ type: RecordType,
    keys: [String],
    table: String? = nil,
    columns: [String: [String]] = [:]
  ) {
    self.type = type
    self.keys = keys
    self.table = table ?? type.name
    self.columns = columns
  }

  /// The columns of a fact.
  public func columns(of field: RecordField) -> [String] { columns[field.name] ?? field.columns }

  /// All of them, in the order of the native document.
  public static let all = [
    setting, calendar, exception, absence, contact, role, assignment,
  ]

  /// Whether people call such a record by the number of its row, which a change gives anew.
  ///
  /// Calendars are called by their references instead.
  public var isNumbered: Bool { type.field("reference") == nil }

  /// The kind of that name, or nil.
  public static func named(_ name: String) -> EntryType? { all.first { $0.type.name == name } }
}

extension EntryType {
  private static let validity = [
    RecordField("validFrom", .day, "the first day"),
    RecordField("validThrough", .day, "the last day"),
  ]

  private static let setting = EntryType(
    RecordType(
      "setting",
      "settings",
      "A setting of the organisation.",
      [
        .required("key", .text, "what is set"),
        .required("value", .text, "to what"),
      ]
    ),
    keys: ["key"]
  )

  /// Business calendars, called by their references.
  public static let calendar = EntryType(
    RecordType(
      "calendar",
      "calendars",
      "A business calendar.",
      [
        .required("reference", .text, "our reference"),
        .required("zone", .text, "the zone, such as Europe/Berlin"),
        RecordField("country", .text, "whose holidays close it, such as DE-BE"),
        .required("windows", .text, "when it is open in a week"),
      ] + validity
    ),
    keys: ["reference"]
  )

  /// Days on which a calendar is closed or has other windows.
  public static let exception = EntryType(
    RecordType(
      "exception",
      "exceptions",
      "A day on which a calendar is closed or has other windows.",
      [
        .required("calendar", .reference("calendar"), "the calendar"),
        .required("day", .day, "the day"),
        RecordField("windows", .text, "the day's own windows; none for closed"),
        RecordField("name", .text, "what the day is called"),
      ]
    ),
    keys: ["calendar", "day"],
    table: "calendarException",
    columns: ["calendar": ["calendarReference"]]
  )

  /// Days on which one of our people is away.
  public static let absence = EntryType(
    RecordType(
      "absence",
      "absences",
      "Days on which one of our people is away.",
      [
        .required("person", .reference("person"), "who"),
        .required("startsOn", .day, "the first day"),
        .required("endsOn", .day, "the last day"),
        RecordField("deputy", .reference("person"), "who stands in"),
      ]
    ),
    keys: ["person", "startsOn"]
  )

  /// People at parties.
  public static let contact = EntryType(
    RecordType(
      "contact",
      "contacts",
      "A person at a party.",
      [
        .required("party", .reference("party"), "the party"),
        .required("name", .text, "the name"),
        RecordField("email", .text, "electronic mail address"),
        RecordField("phone", .text, "telephone number"),
        RecordField("function", .text, "what the person does there"),
      ] + validity
    ),
    keys: ["party", "name"]
  )

  /// Roles that parties play.
  public static let role = EntryType(
    RecordType(
      "role",
      "roles",
      "A role that a party plays.",
      [
        .required("party", .reference("party"), "the party"),
        .required("role", .choice(partyRoles), "which role"),
      ] + validity
    ),
    keys: ["party", "role", "validFrom"],
    table: "partyRole"
  )

  private static let partyRoles = [
    "customer", "supplier", "internalSupplier", "customerActingAsSupplier", "subSupplier",
    "authority", "ownEntity", "branch",
  ]

  /// Who of us answers for a party, an agreement or for all.
  public static let assignment = EntryType(
    RecordType(
      "assignment",
      "assignments",
      "Who of us answers for a party, an agreement or for all.",
      [
        .required("role", .choice(assignmentRoles), "the part that the person plays"),
        .required("person", .reference("person"), "who"),
        RecordField("deputy", .reference("person"), "who stands in"),
        RecordField("party", .reference("party"), "for which party"),
        RecordField("agreement", .reference("agreement"), "for which agreement"),
        .required("validFrom", .day, "the first day"),
        RecordField("validThrough", .day, "the last day"),
      ]
    ),
    keys: ["role", "person", "party", "agreement", "validFrom"]
  )

  private static let assignmentRoles = [
    "relationshipManager", "contractManager", "serviceManager", "headOfServiceManagement",
    "topManagement", "complaintHandler",
  ]
}
