public import Importing
import Model
public import Storage

/// Imports the registers of a mail that waits, and accepts the mail with them.
///
/// All is stored together or not at all: with a record that cannot be taken nothing is stored, and
/// the mail waits on.
public struct MailImportRun {
  /// What came of it.
  public struct Result: Sendable {
    /// One report for each batch, in order; without a number where nothing was stored.
    public var reports: [ImportReport]
    /// What the mail was accepted as, as a sentence; nil if it waits on.
    public var accepted: String?
  }

  private let units: [ImportUnit]
  private let options: ImportOptions
  private let triage: MailTriage
  private let progress: (ImportReport) -> Void
  private let refused: ([Problem]) -> Void

  /// Makes a run.
  ///
  /// - Parameters:
  ///   - units: The files of the mail, each unit a batch.
  ///   - options: How they are imported.
  ///   - triage: The mail, and who accepts it.
  ///   - progress: Called now and then with what was read so far.
  ///   - refused: Called with what was found until then, in order, if nothing can be used.
  public init(
    _ units: [ImportUnit],
    _ options: ImportOptions,
    _ triage: MailTriage,
    progress: @escaping (ImportReport) -> Void = { _ in },
    refused: @escaping ([Problem]) -> Void = { _ in }
  ) {
    self.units = units
    self.options = options
    self.triage = triage
    self.progress = progress
    self.refused = refused
  }

  /// Imports and accepts, or makes the plan only.
  ///
  /// - Parameters:
  ///   - store: The store.
  ///   - write: Who writes, and when; called once for each entry of the journal.
  /// - Returns: What was done, or found to be wrong.
  /// - Throws: A `Problem` if a file cannot be used at all; `StoreError` if the mail does not
  ///   wait; nothing is stored then.
  public func run(_ store: Store, _ write: () -> WriteRequest) throws -> Result {
    var reports: [ImportReport] = []
    do {
      let accepted = try store.together(isDryRun: options.isDryRun) { transaction in
        for unit in units {
          let run = ImportRun(unit, options, progress: progress, refused: refused)
          reports.append(try run.run(transaction, write()))
        }
        if reports.contains(where: \.isFaulty) { throw Faulty() }
        let day = CivilDay(number: options.importDay)
        return try transaction.decide(on: day, write()) { reader in
          try triage.accept(as: Self.sentence(reports), reader)
        }
      }
      return Result(reports: reports, accepted: options.isDryRun ? nil : accepted)
    } catch is Faulty {
      for index in reports.indices { reports[index].outcome.batch = nil }
      return Result(reports: reports, accepted: nil)
    }
  }

  /// Ends the transaction without a trace.
  private struct Faulty: Error {}

  /// What the mail becomes: the batches by their numbers.
  private static func sentence(_ reports: [ImportReport]) -> String {
    let numbers = reports.compactMap(\.outcome.batch).map { "\($0)" }
    guard let last = numbers.last, numbers.count > 1 else {
      return "Import batch \(numbers.first ?? "")."
    }
    return "Import batches \(numbers.dropLast().joined(separator: ", ")) and \(last)."
  }

  /// The numbers of the batches that a mail became, by what it was accepted as; empty for other
  /// results.
  public static func batches(in result: String) -> [String] {
    guard result.hasPrefix("Import batch") else { return [] }
    return result.split { !$0.isNumber }.map(String.init)
  }
}
