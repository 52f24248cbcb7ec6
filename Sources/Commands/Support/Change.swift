import ArgumentParser
import Model
import Storage

extension StoreOptions {
  /// Opens the store for one change by a command, and says what was done.
  ///
  /// `body` gets the store, what the journal keeps, and today in the organisation's zone; it
  /// gives the sentence that people read, on standard error.
  func change(
    _ command: String,
    _ body: (_ store: Store, _ write: WriteRequest, _ today: CivilDay) throws -> String
  ) throws {
    let machine = Machine.current()
    let store = try open(machine)
    let today = try store.zone().day(at: machine.instant)
    let sentence = try body(store, write(machine, command), today)
    if !quiet { standardError(sentence) }
  }
}
