/// The elements of an SVG picture without a size of its own.
///
/// Widths are shares of the place there is, so that letters keep their size on a telephone and on
/// paper; heights are pixels. Colours come from the style sheet by class.
struct Drawing: Sendable, Hashable {
  /// A place from left to right.
  enum Place: Sendable, Hashable {
    /// Hundredths of a percent of the width, 0 to 10,000.
    case share(Int)
    /// Pixels from the left.
    case pixels(Int)

    var text: String {
      switch self {
      case .pixels(let pixels): return "\(pixels)"
      case .share(let share):
        let rest = String(share % 100 + 100).dropFirst()
        return "\(share / 100).\(rest)%"
      }
    }
  }

  /// Where a text begins.
  enum Anchor: String { case start, middle, end }

  /// A sign that looks different from the others also without colours.
  enum Sign: String {
    case dot, cross, ring, check, question, dash, stroke
  }

  struct Element: Sendable, Hashable {
    let name: String
    let attributes: [[String]]
    var text: String?
    var children: [Element] = []
  }

  /// Pixels from top to bottom.
  let height: Int
  private(set) var elements: [Element] = []

  init(height: Int) { self.height = height }

  mutating func box(_ x: Place, _ y: Int, width: Place, height: Int, _ style: String) {
    add(
      "rect",
      [
        ["x", x.text], ["y", "\(y)"], ["width", width.text], ["height", "\(height)"],
        ["class", style],
      ]
    )
  }

  mutating func line(_ x: Place, _ y: Int, to endX: Place, _ endY: Int, _ style: String) {
    add(
      "line",
      [
        ["x1", x.text], ["y1", "\(y)"], ["x2", endX.text], ["y2", "\(endY)"], ["class", style],
      ]
    )
  }

  mutating func text(
    _ text: String,
    _ x: Place,
    _ y: Int,
    _ anchor: Anchor = .start,
    _ style: String = "label"
  ) {
    let attributes = [
      ["x", x.text], ["y", "\(y)"], ["text-anchor", anchor.rawValue], ["class", style],
    ]
    elements.append(Element(name: "text", attributes: attributes, text: text))
  }

  mutating func sign(_ sign: Sign, _ x: Place, _ y: Int) {
    let path: String
    switch sign {
    case .dot, .ring:
      let radius = sign == .dot ? "3.5" : "4"
      return add(
        "circle",
        [["cx", x.text], ["cy", "\(y)"], ["r", radius], ["class", sign.rawValue]]
      )
    case .question: return text("?", x, y + 4, .middle, "question")
    case .stroke: path = "M0-6V4"
    case .dash: path = "M-4 0H4"
    case .cross: path = "M-5-5 5 5M-5 5 5-5"
    case .check: path = "M-5 0-1 4 5-4"
    }
    let shape = Element(name: "path", attributes: [["d", path], ["class", sign.rawValue]])
    let attributes = [["x", x.text], ["y", "\(y)"]]
    elements.append(Element(name: "svg", attributes: attributes, children: [shape]))
  }

  /// A number in a circle.
  mutating func number(_ number: Int, _ x: Place, _ y: Int) {
    add("circle", [["cx", x.text], ["cy", "\(y)"], ["r", "8.5"], ["class", "number"]])
    text("\(number)", x, y + 4, .middle, "label")
  }

  private mutating func add(_ name: String, _ attributes: [[String]]) {
    elements.append(Element(name: name, attributes: attributes))
  }
}
