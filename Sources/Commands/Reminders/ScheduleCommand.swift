import ArgumentParser

/// `liaison schedule`: reminders that go out by themselves.
struct ScheduleCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schedule",
    abstract: "Let reminders go out by themselves: by systemd, by cron, or by this program.",
    discussion: """
        liaison schedule print systemd
        liaison schedule run --at 07:00
      """,
    subcommands: [SchedulePrint.self, ScheduleRun.self]
  )
}
