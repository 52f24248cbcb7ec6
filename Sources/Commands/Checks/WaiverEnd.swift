import ArgumentParser
import Model
import Storage

/// `liaison waiver end REFERENCE`.
struct WaiverEnd: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "end",
    abstract: "End a waiver; the finding stands again from the day after.",
    discussion: "  liaison waiver end waiver-1 --on 2026-03-31"
  )

  @Argument(help: "Its reference.")
  var reference: String

  @Option(help: "Its last day (default: yesterday).")
  var on: DayArgument?

  @OptionGroup var storeOptions: StoreOptions

  func run() throws {
    try storeOptions.change("waiver end") { store, write, today in
      let day = on?.day ?? today.adding(days: -1)
      var record = NewRecord(Waiver.type, reference: reference, effectiveOn: nil)
      record.set("expiresOn", .day(day))
      return ChangeText.sentence(
        "waiver \(reference)",
        try store.changeRecord(record, today: today, write)
      )
    }
  }
}
