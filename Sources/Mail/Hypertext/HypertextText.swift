/// A hypertext as text that people can read.
///
/// Paragraphs, headings and rows of tables begin on lines of their own, entries of lists have a
/// dash or number, quotations `>` at the start of each line, as text mails have, and links their
/// address in angle brackets where it is not what is shown.
public struct HypertextText: Sendable, Equatable {
  /// The text; lines end with a line feed, and there are none without words at both ends.
  public let text: String
  /// Whether a limit left something out.
  public let isCut: Bool

  /// Reads a hypertext.
  public init(_ html: String, limits: HypertextLimits = .init()) {
    var tokenizer = HypertextTokenizer(html, limits: limits)
    var writer = HypertextTextWriter(depth: limits.depth)
    while let token = tokenizer.next() { writer.write(token) }
    text = writer.finished()
    isCut = tokenizer.isCut
  }
}
