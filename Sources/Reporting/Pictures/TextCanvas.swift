/// The place for pictures of characters: how wide it is, and which characters it has.
struct TextCanvas: Sendable {
  /// The number of places in a line.
  let places: Int
  /// Whether there are more characters than those of ASCII.
  let usesUnicode: Bool
  /// The places for the titles of pictures that are one below the other.
  var titleWidth = 0

  init(_ options: RenderingOptions) {
    places = options.places
    usesUnicode = options.usesUnicode
  }

  /// The signs for a value from low to high.
  var levels: [Character] { Array(usesUnicode ? "▁▂▃▄▅▆▇█" : "_.-~=+*#") }
  /// A stretch of a bar.
  var bar: Character { usesUnicode ? "█" : "#" }
  /// Every other term, so that neighbours differ.
  var otherBar: Character { usesUnicode ? "▓" : "=" }
  /// A stretch that may come.
  var possibleBar: Character { usesUnicode ? "░" : "-" }
  /// A stretch in which it is too late for something.
  var window: Character { usesUnicode ? "▒" : "~" }
  /// Where something was missed.
  var miss: Character { usesUnicode ? "×" : "x" }
  /// A place without a value that should have one.
  var gap: Character { "?" }
  /// A line from top to bottom.
  var upright: Character { usesUnicode ? "│" : "|" }
  /// A place where nothing is.
  var nothing: Character { usesUnicode ? "·" : "." }

  /// Gives a bar for a count that is as long as its share of the largest one, at least one sign.
  func bar(_ count: Int, of largest: Int, room: Int) -> String {
    guard count > 0, largest > 0 else { return "" }
    return String(repeating: bar, count: max(1, count * max(1, room) / largest))
  }

  /// Gives a text with only those characters that there are.
  func text(_ text: String) -> String {
    guard !usesUnicode else { return TerminalText.safe(text) }
    let known: [Unicode.Scalar: String] = [
      "≥": ">=", "≤": "<=", "–": "-", "—": "-", "…": "...", "·": "-", "→": "->",
    ]
    return TerminalText.safe(text).unicodeScalars.reduce(into: "") { result, scalar in
      result += scalar.isASCII ? String(scalar) : known[scalar] ?? "?"
    }
  }

  /// Gives the lines of pictures one below the other.
  func lines(_ pictures: [Picture]) -> [String] {
    var canvas = self
    let titles = pictures.map { DisplayWidth.of(text($0.subject.title)) }
    canvas.titleWidth = min(titles.max() ?? 0, places * 2 / 5)
    return pictures.flatMap { $0.subject.lines(canvas) }
  }
}
