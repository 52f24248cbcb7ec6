import ArgumentParser
import Foundation
import Model
import Reporting
import Storage

/// What every command that shows records takes, and how it shows them on standard output.
struct ReadingOptions: ParsableArguments {
  @OptionGroup var storeOptions: StoreOptions
  @OptionGroup var asOfOptions: AsOfOptions
  @OptionGroup var formatOptions: FormatOptions

  /// Shows a table of what the store says as of the day.
  func show(_ make: (Reader) throws -> Listing) throws {
    try read { reader, machine in try make(reader).show(formatOptions, machine) }
  }

  /// Shows a document about one record as of the day.
  func showDocument(_ make: (Reader) throws -> Document) throws {
    try read { reader, machine in
      try make(reader).write(
        as: formatOptions.format,
        to: FileDescriptorSink(STDOUT_FILENO),
        rendering(reader, machine, title: "")
      )
    }
  }

  /// Shows a report by its name as of the day.
  func show(report name: String, _ filter: ReportFilter) throws {
    guard let report = Report<Reader>.named(name) else {
      return try show(judged: name, filter)
    }
    try read { reader, machine in
      try report.write(
        reader,
        filter,
        as: formatOptions.format,
        to: FileDescriptorSink(STDOUT_FILENO),
        rendering(reader, machine, title: name)
      )
    }
  }

  /// Shows a report that judges by the policy.
  private func show(judged name: String, _ filter: ReportFilter) throws {
    guard let report = Report<JudgedReader>.named(name) else { return }
    try read { reader, machine in
      try report.write(
        try judged(reader, machine),
        filter,
        as: formatOptions.format,
        to: FileDescriptorSink(STDOUT_FILENO),
        rendering(reader, machine, title: name)
      )
    }
  }

  /// The store with the thresholds by which is judged on the day.
  func judged(_ reader: Reader, _ machine: Machine) throws -> JudgedReader {
    let end = reader.organization.zone.end(of: reader.asOf.day).adding(seconds: -1)
    return JudgedReader(
      reader,
      try PolicyInForce(reader).policy,
      now: min(end, machine.instant)
    )
  }

  /// Shows all about one agreement as of the day.
  func show(agreement reference: String) throws {
    try showDocument { reader in
      guard let document = try AgreementDocument.make(reference, reader) else {
        throw StoreError.unknown(kind: "agreement", reference: reference)
      }
      return document
    }
  }

  /// Reads the store as of the day, or as of another one.
  func read(on day: CivilDay? = nil, _ body: (Reader, Machine) throws -> Void) throws {
    let machine = Machine.current()
    let store = try storeOptions.open(machine)
    var asOf = try asOfOptions.resolve(store, machine)
    if let day { asOf.day = day }
    try store.read(asOf: asOf) { try body($0, machine) }
  }

  /// How a report or document is shown.
  func rendering(
    _ reader: Reader,
    _ machine: Machine,
    title: String
  ) -> RenderingOptions {
    Terminal.rendering(
      formatOptions,
      machine,
      heading: RenderingOptions.Heading(
        title: title,
        asOf: reader.asOf.day.number,
        isKnownThen: reader.asOf.knowledge == .then,
        store: reader.organization.name
      )
    )
  }
}
