/// Recognises the lines that announce a quotation, such as “On 2 May 2026 at 10:15, Ann wrote:”.
enum Attribution {
  /// The most lines that mail programs break an announcement into.
  private static let longest = 7
  /// The most characters of an announcement.
  private static let characters = 400

  /// How many lines from the index on announce a quotation; 0 if they do not.
  static func length(at index: Int, in lines: ArraySlice<ReplyLine>) -> Int {
    let first = lines[index].folded
    guard !isPlain(first) else { return 0 }
    if isForwarding(first) { return 1 }
    guard lines[index].kind == .text, first.utf8.count <= characters, mayStart(first) else {
      return 0
    }
    var joined = ""
    for offset in 0..<longest where index + offset < lines.endIndex {
      let line = lines[index + offset]
      if line.kind == .blank {
        guard mayPass(blankAt: index + offset, lines) else { return 0 }
        continue
      }
      joined += joined.isEmpty ? line.folded : " " + line.folded
      guard joined.utf8.count <= characters else { return 0 }
      if announces(joined) { return offset + 1 }
    }
    return 0
  }

  /// Whether a line can announce nothing by its bytes alone: it is of ASCII and has no figure, no
  /// address and none of the letters with which announcements of forwarded messages begin.
  private static func isPlain(_ line: String) -> Bool {
    guard let first = line.utf8.first, !forwardingStarts.contains(first) else { return false }
    return line.utf8.allSatisfy { $0 < 0x80 && !$0.isDigit && $0 != UInt8(ascii: "@") }
  }

  private static let forwardingStarts = Set(
    (AttributionWords.forwardings + ["*", "-", "_"]).compactMap(\.utf8.first)
  )

  /// Whether a quoted line announces what is quoted in turn.
  static func isQuotedAnnouncement(_ folded: String) -> Bool {
    let bare = folded.drop { $0 == ">" || $0 == "|" || $0.isWhitespace }
    return announces(String(bare)) || isForwarding(String(bare))
  }

  /// Some programs put the address below a blank line.
  private static func mayPass(blankAt index: Int, _ lines: ArraySlice<ReplyLine>) -> Bool {
    index + 1 < lines.endIndex && lines[index + 1].folded.hasPrefix("<")
  }

  private static func mayStart(_ first: String) -> Bool {
    let figures = DateFigures(first)
    return figures.hasYear || (figures.numbers > 0 && startsWithPreposition(first))
      || (first.contains("@") && hasVerb(first))
  }

  private static func startsWithPreposition(_ text: String) -> Bool {
    AttributionWords.prepositions.contains { text.hasPrefix($0) }
  }

  private static func announces(_ joined: String) -> Bool {
    let opened = joined.count { $0 == "<" }
    guard opened <= joined.count(where: { $0 == ">" }) else { return false }
    let figures = DateFigures(joined)
    if figures.startsWithYear,
      joined.contains(" gmt") || joined.contains(" utc") || endsInAddress(joined)
    {
      return true
    }
    guard joined.contains("@") || figures.isMoment, hasVerb(joined) else { return false }
    let bare = joined.reversed().drop { $0 == "*" || $0 == "_" || $0.isWhitespace }
    return bare.first == ":" || bare.first == "：" || (joined.hasPrefix("--") && bare.first == "-")
  }

  private static func endsInAddress(_ text: String) -> Bool {
    text.contains("@") && (text.hasSuffix(">") || text.hasSuffix(">:"))
  }

  private static func hasVerb(_ text: String) -> Bool {
    let words = text.split { !$0.isLetter }
    return words.contains { AttributionWords.verbs.contains(String($0)) }
      || AttributionWords.unspacedVerbs.isFound(in: text)
  }

  // MARK: Forwarded messages

  /// Whether the line is “--- Original message ---” or “Begin forwarded message:” in some language.
  private static func isForwarding(_ folded: String) -> Bool {
    let bare = folded.drop { $0 == "*" }
    if AttributionWords.forwardings.contains(where: { bare.hasPrefix($0) }) { return true }
    guard bare.hasPrefix("--") || bare.hasPrefix("__") else { return false }
    let trimmed = bare.reversed().drop { $0 == "*" || $0 == ":" || $0.isWhitespace }
    guard let last = trimmed.first, "-_".contains(last) else { return false }
    let words = bare.split { !$0.isLetter }
    return (1...7).contains(words.count) && AttributionWords.originals.isFound(in: bare)
  }
}
