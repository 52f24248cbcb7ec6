/// The new text of a message, apart from what it quotes, repeats or signs with.
///
/// Nothing is thrown away: every line of the text is either in ``reply`` or in ``rest``. The
/// rules look at the form of lines, not at sentences: lines that announce a quotation in many
/// languages (“On … wrote:”), repeated headers (“From: … Sent: …”), lines of one punctuation mark
/// repeated, quotation marks at the start of a line, and the lines that telephones add.
public struct ReplyText: Sendable, Equatable {
  /// What the sender wrote, without blank lines at both ends; empty if nothing is new.
  public let reply: String

  /// The lines that were cut off, in their order; empty if all is new.
  public let rest: String

  /// Takes the text of a message apart.
  ///
  /// - Parameters:
  ///   - text: The readable text, with lines that end in LF, CRLF or CR.
  ///   - delimiters: Texts such as “Please answer above this line”; from the first line that
  ///     contains one of them everything is rest.
  public init(_ text: String, delimiters: [String] = []) {
    var lines = ReplyLine.lines(of: text)
    let end = Self.configuredEnd(of: lines, delimiters)
    var cutter = ReplyCutter(Array(lines[..<end]))
    cutter.cut()
    for index in lines.indices { lines[index].isReply = index < end && cutter.isReply(index) }
    reply = Self.joined(lines.filter(\.isReply))
    rest = Self.joined(lines.filter { !$0.isReply })
  }

  /// The first line that contains one of the delimiters, or the number of lines.
  private static func configuredEnd(of lines: [ReplyLine], _ delimiters: [String]) -> Int {
    let wanted = delimiters.map { $0.lowercased() }.filter { !$0.isEmpty }
    return lines.firstIndex { line in
      wanted.contains { line.folded.contains($0) }
    } ?? lines.count
  }

  /// The lines as one text, without the blank ones at both ends.
  private static func joined(_ lines: [ReplyLine]) -> String {
    guard let first = lines.firstIndex(where: { $0.kind != .blank }),
      let last = lines.lastIndex(where: { $0.kind != .blank })
    else { return "" }
    return lines[first...last].map { String($0.raw) }.joined(separator: "\n")
  }
}
