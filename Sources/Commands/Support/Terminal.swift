import Foundation
import Model
import Reporting

/// What the program knows of the place its output goes to.
enum Terminal {
  /// Whether standard output is a terminal.
  static var isOutput: Bool { isatty(STDOUT_FILENO) == 1 }

  /// Whether standard error is a terminal, so that progress may be shown.
  static var isError: Bool { isatty(STDERR_FILENO) == 1 }

  /// The width of the terminal in columns: COLUMNS, else what the terminal says, else nil.
  static func width(_ machine: Machine) -> Int? {
    if let columns = machine.environment["COLUMNS"].flatMap(Int.init), columns > 0 {
      return columns
    }
    var size = winsize()
    guard unsafe ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else {
      return nil
    }
    return Int(size.ws_col)
  }

  /// Whether the locale of characters is one of UTF-8, by POSIX's order of variables.
  static func usesUnicode(_ machine: Machine) -> Bool {
    let names = ["LC_ALL", "LC_CTYPE", "LANG"]
    let locale = names.lazy.compactMap { machine.setting($0) }.first?.lowercased() ?? ""
    return locale.contains("utf-8") || locale.contains("utf8")
  }

  /// The most rows of a table in HTML: more than that no browser shows quickly.
  static let mostRows = 10_000

  /// How to show data with the options.
  static func rendering(
    _ format: FormatOptions,
    _ machine: Machine,
    heading: RenderingOptions.Heading
  ) -> RenderingOptions {
    let isPlain = format.noColor || machine.environment["NO_COLOR"].map { !$0.isEmpty } ?? false
    var options = RenderingOptions(
      heading: heading,
      width: width(machine),
      usesColour: isOutput && !isPlain,
      usesUnicode: usesUnicode(machine),
      exponent: { Currency($0)?.exponent ?? 2 }
    )
    options.mostRows = mostRows
    return options
  }
}
