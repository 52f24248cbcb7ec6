/// Goes through bytes line by line.
///
/// A line ends with LF; all CR before it belong to the line end, as some mailers write CR CR LF.
struct LineReader {
  /// One line.
  struct Line {
    /// Where the text starts.
    var start: Int
    /// Where the text ends, before the line end.
    var end: Int
    /// Where the next line starts.
    var next: Int

    /// Whether there is no text.
    var isEmpty: Bool { start == end }
  }

  let bytes: Bytes
  /// Where the next line starts.
  var position: Int

  /// Starts at the first byte.
  init(_ bytes: Bytes) {
    self.bytes = bytes
    position = bytes.startIndex
  }

  /// The next line; nil at the end.
  mutating func next() -> Line? {
    guard position < bytes.endIndex else { return nil }
    let feed = bytes.first(.lineFeed, from: position)
    let next = feed.map { $0 + 1 } ?? bytes.endIndex
    var end = feed ?? bytes.endIndex
    while end > position, bytes[end - 1] == .carriageReturn { end -= 1 }
    defer { position = next }
    return Line(start: position, end: end, next: next)
  }
}
