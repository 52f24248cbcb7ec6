import Importing
import Yams

extension Place {
  /// The line and column of a mark, both 1-based.
  init(_ mark: Mark) { self.init(line: mark.line, column: mark.column) }
}
