extension RecordType {
  /// The kinds with a reference and revisions that have commands of their own.
  public static let register: [RecordType] = [person, service]

  /// The kind of that name among ``all`` and ``register``, or nil.
  public static func kept(_ name: String) -> RecordType? {
    named(name) ?? register.first { $0.name == name }
  }

  /// The kinds that have a reference and revisions: ``register``, then ``all``.
  public static let filed: [RecordType] = register + all

  /// The kinds of which native CSV has a file each: ``filed``, then those of one row without the
  /// settings.
  public static let inCSV: [RecordType] =
    filed + EntryType.all.map(\.type).filter { $0.name != "setting" }

  /// The kind of that name of many among ``inCSV``, or nil.
  public static func inCSV(_ plural: String) -> RecordType? {
    inCSV.first { $0.plural == plural }
  }

  /// Whether a record of the kind is one row, found again by some of its facts and not by a
  /// reference beside them.
  public var isEntry: Bool { EntryType.named(name) != nil }

  /// One of our own people.
  public static let person = RecordType(
    "person",
    "people",
    "One of our own people.",
    [
      .required("name", .text, "the name"),
      RecordField("email", .text, "electronic mail address"),
      RecordField("phone", .text, "telephone number"),
      RecordField("lead", .reference("person"), "the person's lead"),
    ]
  )

  /// A service of ours.
  public static let service = RecordType(
    "service",
    "services",
    "A service of ours.",
    [
      .required("name", .text, "the name"),
      RecordField("description", .text, "what it is"),
      RecordField("liveFrom", .day, "the first day on which it is offered"),
      RecordField("liveThrough", .day, "the last day on which it is offered"),
    ]
  )
}
