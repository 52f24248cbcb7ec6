import ArgumentParser
import Foundation
import Model
import Reporting
import Storage

/// The two days of `liaison report changes`.
struct ChangesWindow {
  /// The report's name.
  static let name = Report<Reader>.changes.id

  let from: CivilDay
  /// The later day; nil for the day of `--as-of`.
  let to: CivilDay?

  /// Checks that the options of a report are those of its kind.
  static func check(_ report: String, _ filter: FilterOptions, to: DayArgument?) throws {
    guard report == name else {
      if to != nil { throw ValidationError("--to goes with the report \(name); say --through.") }
      return try filter.refuseRecords()
    }
    guard let from = filter.from else {
      throw ValidationError("Name the earlier day: liaison report \(name) --from YYYY-MM-DD.")
    }
    guard filter.through == nil else {
      throw ValidationError("The report \(name) has no --through; say --to.")
    }
    if let to { try requireOrder(from.day, to.day) }
  }

  private static func requireOrder(_ from: CivilDay, _ to: CivilDay) throws {
    guard from > to else { return }
    throw ValidationError("The comparison ends on \(to), before it begins on \(from).")
  }

  /// Shows the report on standard output.
  func show(_ options: ReadingOptions, _ filterOptions: FilterOptions) throws {
    let filter = filterOptions.filter
    try options.read(on: to) { reader, machine in
      try Self.requireOrder(from, reader.asOf.day)
      let report = Report<Reader>.changes.noting(
        "The end of \(from) is compared with the end of \(reader.asOf.day)."
      )
      try report.write(
        reader,
        filter,
        as: options.formatOptions.format,
        to: FileDescriptorSink(STDOUT_FILENO),
        options.rendering(reader, machine, title: Self.name)
      )
    }
  }
}
