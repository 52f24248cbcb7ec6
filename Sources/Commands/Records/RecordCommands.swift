import ArgumentParser
import Model

/// The commands of the kinds of records.
enum RecordCommands {
  /// One command for each kind but those that have commands of their own.
  static let all: [any ParsableCommand.Type] = commands()

  private static func commands() -> [any ParsableCommand.Type] {
    var result: [any ParsableCommand.Type] = []
    let others = [
      "assessmentSnapshot", "finding", "mailMessage", "outboxMail", "policy", "reminder",
    ]
    for kind in RecordType.kinds where !others.contains(kind.type.name) {
      result.append(command(kind))
    }
    return result
  }

  /// The names of these commands.
  static let kinds = Set(all.compactMap { $0.configuration.commandName })

  /// The verbs that every kind has.
  static let verbs: Set = ["list", "show", "add", "change", "void"]

  private static func command<Kind: StoredRecord>(
    _: Kind.Type
  ) -> any ParsableCommand.Type { RecordCommand<Kind>.self }
}

/// The verbs of single kinds beside list, show, add, change and void.
enum RecordVerbs {
  /// The command that shows one record of a kind.
  static func show<Kind: StoredRecord>(_: Kind.Type) -> any ParsableCommand.Type {
    Kind.type.name == Complaint.type.name ? ComplaintShow.self : RecordShow<Kind>.self
  }

  static func of(_ kind: String) -> [any ParsableCommand.Type] {
    switch kind {
    case "complaint": ComplaintVerbs.all
    case "dispute": DisputeVerbs.all
    case "review": [ReviewHold.self, ReviewMinutes.self]
    case "obligation": ObligationVerbs.all
    case "waiver": [WaiverEnd.self]
    case "assessment":
      [AssessmentSnapshotTake.self, AssessmentSnapshotList.self, AssessmentCompare.self]
    default: []
    }
  }
}
