extension Picture {
  /// A promise and what carries it, from the customer down to the suppliers.
  struct Chain: Sendable, Hashable {
    /// One line of it.
    struct Link: Sendable, Hashable {
      /// What became of it.
      enum Verdict: Sendable, Hashable { case carried, broken, accepted, unknown, none }

      /// How deep it lies, from 0 for the agreement with the customer.
      let level: Int
      let text: String
      /// What was promised and what is carried, or nil.
      let figures: String?
      let verdict: Verdict
      /// The verdict in a word, or nil.
      let word: String?
    }

    /// The name that keeps it apart from others.
    let key: String
    let title: String
    var links: [Link] = []
  }
}

extension Picture.Chain: PictureSubject {
  var words: String {
    links.map { link in
      [link.text, link.figures, link.word].compactMap { $0 }.joined(separator: ", ")
    }
    .joined(separator: "; ") + "."
  }

  var legend: [LegendEntry] { [] }

  /// None: the table of the report already shows the chain by indentation.
  func lines(_ canvas: TextCanvas) -> [String] { [] }

  private static let lineHeight = 17
  private static let indentation = 22

  /// What is written in a line, broken for the width of a telephone.
  private static func texts(_ link: Link) -> [String] {
    let width = max(14, 42 - link.level * 3)
    let last = [link.figures, link.word].compactMap { $0 }.joined(separator: ": ")
    return TerminalText.lines(TerminalText.safe(link.text), width: width)
      + (last.isEmpty ? [] : TerminalText.lines(last, width: width))
  }

  var drawing: Drawing {
    let texts = links.map(Self.texts)
    let heights = texts.map { $0.count * Self.lineHeight + 10 }
    var drawing = Drawing(height: heights.reduce(4, +))
    let tops = heights.indices.map { heights[..<$0].reduce(0, +) }
    for index in links.indices { drawBranch(to: index, tops, in: &drawing) }
    for (index, link) in links.enumerated() { draw(link, texts[index], tops[index], in: &drawing) }
    return drawing
  }

  private static func left(_ level: Int) -> Int { 8 + level * indentation }

  /// The line from what a link carries, down and to the right.
  private func drawBranch(to index: Int, _ tops: [Int], in drawing: inout Drawing) {
    let level = links[index].level
    guard let above = links[..<index].lastIndex(where: { $0.level < level }) else { return }
    let x = Self.left(links[above].level)
    let y = tops[index] + 12
    drawing.line(.pixels(x), tops[above] + 20, to: .pixels(x), y, "branch")
    drawing.line(.pixels(x), y, to: .pixels(Self.left(level) - 7), y, "branch")
  }

  private func draw(_ link: Link, _ texts: [String], _ top: Int, in drawing: inout Drawing) {
    let x = Self.left(link.level)
    drawing.sign(Self.sign(link.verdict), .pixels(x), top + 12)
    let figures = [link.figures, link.word].contains { $0 != nil }
    let name = TerminalText.lines(TerminalText.safe(link.text), width: max(14, 42 - link.level * 3))
    for (number, text) in texts.enumerated() {
      let y = top + 16 + number * Self.lineHeight
      let isName = number < name.count || !figures
      let style = isName ? "label" : link.verdict == .broken ? "value broken" : "soft"
      drawing.text(text, .pixels(x + 14), y, .start, style)
    }
  }

  private static func sign(_ verdict: Link.Verdict) -> Drawing.Sign {
    switch verdict {
    case .carried: .check
    case .broken: .cross
    case .accepted: .ring
    case .unknown: .question
    case .none: .dot
    }
  }
}
