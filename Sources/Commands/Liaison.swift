public import ArgumentParser
import Foundation
import Importing
import Intake
import Model
import Reporting
import Storage

/// The program: the list of all its commands.
public struct Liaison: ParsableCommand {
  /// Name, sentence and sub-commands.
  public static let configuration = CommandConfiguration(
    commandName: "liaison",
    abstract: "Keep relationships with suppliers and customers: agreements, dates, promises.",
    discussion: """
      Start with a register that you have:

        liaison init --organization "Example IT" --zone Europe/Berlin --country DE-BE
        liaison import contracts.csv --dry-run
        liaison import contracts.csv
        liaison report deadlines
      """,
    version: programVersion,
    subcommands: [InitCommand.self, ManualCommand.self],
    groupedSubcommands: [
      CommandGroup(
        name: "Import",
        subcommands: [ImportCommand.self, ProfileCommand.self, BatchCommand.self]
      ),
      CommandGroup(
        name: "Check",
        subcommands: [CheckCommand.self, RuleCommand.self, FindingCommand.self, PolicyCommand.self]
      ),
      CommandGroup(name: "Report", subcommands: [ReportCommand.self, EvidenceCommand.self]),
      CommandGroup(
        name: "Remind",
        subcommands: [
          RemindCommand.self, ReminderCommand.self, ScheduleCommand.self, OutboxCommand.self,
        ]
      ),
      CommandGroup(name: "Mail", subcommands: [MailCommand.self]),
      CommandGroup(
        name: "Record",
        subcommands: [
          AgreementCommand.self, PartyCommand.self, ContactCommand.self, PersonCommand.self,
          AssignmentCommand.self, ServiceCommand.self, CalendarCommand.self,
        ] + RecordCommands.all
      ),
      CommandGroup(
        name: "Store",
        subcommands: [
          JournalCommand.self, DoctorCommand.self, BackupCommand.self, ExportCommand.self,
          SchemaCommand.self,
        ]
      ),
    ]
  )

  /// Makes the command.
  public init() {}

  /// Runs the program with the process's arguments, and ends it.
  public static func start() -> Never {
    FileDescriptorSink.ignoreBrokenPipes()
    do {
      var command = try parseAsRoot()
      try command.run()
      Foundation.exit(0)
    } catch {
      Failure(error).end()
    }
  }
}
