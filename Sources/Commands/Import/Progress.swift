import Intake

/// Shows on a terminal how far a long import is.
struct Progress {
  private let isShown: Bool

  init(_ options: StoreOptions) { isShown = Terminal.isError && !options.quiet }

  /// Shows the number of records, every 65,536 of them.
  func show(_ report: ImportReport) {
    guard isShown, report.read >= 1 << 16, report.read & 0xFFFF < 256 else { return }
    write("\r\(report.read) records read, \(report.rejected) rejected …")
  }

  /// Clears the line.
  static func end(_ options: StoreOptions) {
    if Terminal.isError, !options.quiet { Progress(options).write("\r\u{1B}[K") }
  }

  private func write(_ text: String) {
    standardErrorText(text)
  }
}
