import ArgumentParser
import Foundation
import Model
import Storage

/// `liaison schedule run`: sends reminders at the organisation's hour until it is told to end.
struct ScheduleRun: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run",
    abstract: "Send reminders each day at the organisation's hour, until told to end.",
    discussion: """
      Begins with what is due now, wakes at the hour in the organisation's zone,
      also across clock changes, and in between for mails and clocks, every quarter
      of an hour. SIGTERM and SIGINT end it after the mail that is being sent.

        liaison schedule run --at 07:00 --mail-server smtps://mail.example.org \\
          --mail-from contracts@example.org
      """
  )

  @Option(help: "The hour in the organisation's zone, such as 07:00.")
  var at = DayTime(hour: 7, minute: 0)

  @Flag(help: "A mail for each reminder instead of one for each person.")
  var each = false

  @OptionGroup var mailOptions: MailOptions
  @OptionGroup var storeOptions: StoreOptions

  func run() throws {
    let wake = WakeSignals()
    let store = try storeOptions.open(.current())
    // What is missing to send is said at once, and not at the first hour.
    _ = try mailOptions.sender(.current())
    try store.readLatest { _ = try mailOptions.identity($0, .current()) }
    while true {
      let next = try round(store)
      if !storeOptions.quiet {
        standardError("Next: \(try store.zone().text(next)).")
      }
      let seconds = Machine.current().instant.seconds(to: next)
      if wake.wait(seconds: max(1, seconds)) { break }
    }
    if !storeOptions.quiet { standardError("Ended.") }
  }

  /// Sends what is due; a fault that may pass is said and waits for the next time.
  ///
  /// - Returns: When to do it again: at the hour, or earlier for what waits.
  private func round(_ store: Store) throws -> Instant {
    let machine = Machine.current()
    let zone = try store.zone()
    let asOf = AsOf(day: zone.day(at: machine.instant), knowledge: .now)
    let job = RemindJob(storeOptions: storeOptions, mailOptions: mailOptions, isEach: each)
    do {
      _ = try job.deliver(store, asOf, machine)
    } catch StoreError.busy {
      standardError("The store is busy; the next round tries again.")
    }
    let hour = zone.next(minute: at.minutes, after: machine.instant)
    return min(hour, machine.instant.adding(seconds: 900))
  }
}

/// A time of the day, `07:00`.
struct DayTime: ExpressibleByArgument, CustomStringConvertible {
  let hour, minute: Int

  init(hour: Int, minute: Int) {
    self.hour = hour
    self.minute = minute
  }

  init?(argument: String) {
    let parts = argument.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 2, parts.allSatisfy({ $0.count == 2 }), let hour = Int(parts[0]),
      let minute = Int(parts[1]), (0..<24).contains(hour), (0..<60).contains(minute)
    else { return nil }
    self.init(hour: hour, minute: minute)
  }

  /// Minutes after midnight.
  var minutes: Int { hour * 60 + minute }

  var description: String {
    "\(hour < 10 ? "0" : "")\(hour):\(minute < 10 ? "0" : "")\(minute)"
  }

  var defaultValueDescription: String { description }
}

/// Waits, and is woken by the signals that ask the program to end.
final class WakeSignals {
  #if canImport(Glibc)
  private var signals = sigset_t()

  /// Takes the signals from now on, so that none ends the program in the middle of a mail.
  init() {
    unsafe sigemptyset(&signals)
    unsafe sigaddset(&signals, SIGTERM)
    unsafe sigaddset(&signals, SIGINT)
    unsafe pthread_sigmask(SIG_BLOCK, &signals, nil)
  }

  /// Waits so many seconds.
  ///
  /// - Returns: Whether a signal asked to end.
  func wait(seconds: Int64) -> Bool {
    var time = timespec(tv_sec: Int(seconds), tv_nsec: 0)
    return unsafe sigtimedwait(&signals, nil, &time) > 0
  }
  #else
  /// Waits so many seconds; signals end the program as usual.
  func wait(seconds: Int64) -> Bool {
    Thread.sleep(forTimeInterval: TimeInterval(seconds))
    return false
  }
  #endif
}
