import Model

/// A kind of record that is one row, for the verbs that these kinds share.
protocol EntryKind {
  /// The kind.
  static var entry: EntryType { get }
  /// The words that lead to its commands, such as `party role`.
  static var command: String { get }
  /// What a record is called in examples, and a fact that it gets there.
  static var example: (name: String, setting: String) { get }
}

extension EntryKind {
  /// What the argument that names a record is.
  static var nameHelp: String {
    entry.isNumbered ? "Its number; see `liaison \(command) list`." : "Its reference."
  }
}

/// People at parties.
enum ContactKind: EntryKind {
  static var entry: EntryType { .contact }
  static let command = "contact"
  static let example = (name: "3", setting: "email=grete@nordwind.example")
}

/// Who of us answers for what.
enum AssignmentKind: EntryKind {
  static var entry: EntryType { .assignment }
  static let command = "assignment"
  static let example = (name: "3", setting: "deputy=bert")
}

/// Days on which our people are away.
enum AbsenceKind: EntryKind {
  static var entry: EntryType { .absence }
  static let command = "person absence"
  static let example = (name: "3", setting: "endsOn=2026-08-28")
}

/// Business calendars.
enum CalendarKind: EntryKind {
  static var entry: EntryType { .calendar }
  static let command = "calendar"
  static let example = (name: "office", setting: "windows=\"mon-fri 08:00-18:00\"")
}

/// Days on which calendars are closed or have other windows.
enum ExceptionKind: EntryKind {
  static var entry: EntryType { .exception }
  static let command = "calendar exception"
  static let example = (name: "3", setting: "name=\"Christmas Eve\"")
}

/// Roles that parties play.
enum RoleKind: EntryKind {
  static var entry: EntryType { .role }
  static let command = "party role"
  static let example = (name: "3", setting: "validThrough=2026-12-31")
}
