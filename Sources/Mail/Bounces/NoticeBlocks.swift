/// The words of a report for each recipient, where a program wrote them one after another.
struct NoticeBlocks {
  /// The words for one recipient.
  struct Block {
    /// The address in small letters.
    var address: String
    /// The lines from the one that names the address on.
    var lines: [Substring]
  }

  /// The blocks in their order, each address once.
  private(set) var blocks: [Block] = []

  init(_ notice: [Substring]) {
    var current: Int?
    var pending: [Substring] = []
    var above = ""
    for line in notice {
      defer { if let text = Self.words(line) { above = text } }
      if !Self.namesSender(above), let address = Self.opening(line) {
        current = index(of: address)
        blocks[current ?? 0].lines += pending + [line]
        pending = []
      } else if Self.opensAnswer(line) {
        pending = [line]
        current = nil
      } else if let index = current {
        blocks[index].lines.append(line)
      } else if !pending.isEmpty {
        pending.append(line)
      }
    }
    if let last = blocks.indices.last { blocks[last].lines += pending }
  }

  /// The lines for an address; empty if it is not named.
  func lines(for address: String) -> [Substring] {
    blocks.first { $0.address == address }?.lines ?? []
  }

  private mutating func index(of address: String) -> Int {
    if let index = blocks.firstIndex(where: { $0.address == address }) { return index }
    blocks.append(Block(address: address, lines: []))
    return blocks.count - 1
  }

  /// The line in small letters without white space at its end; nil for a blank one.
  private static func words(_ line: Substring) -> String? {
    guard let last = line.lastIndex(where: { !$0.isWhitespace }) else { return nil }
    return line[...last].lowercased()
  }

  /// Whether the line announces the sender's address and not a recipient's.
  private static func namesSender(_ line: String) -> Bool {
    line.hasSuffix(" sent by") || line.hasSuffix(" message from")
  }

  /// Whether the line begins an answer that is about the address in a later line, as old Sendmail
  /// writes them.
  private static func opensAnswer(_ line: Substring) -> Bool {
    line.contains(" (smtp)... ") || line.lowercased().hasPrefix("while talking to ")
  }

  /// The address with which a line begins a block; nil for other lines.
  private static func opening(_ line: Substring) -> String? {
    var bare = line.drop { " \t*>([|\"'".contains($0) }
    if isSummary(bare) { bare = bare.dropFirst(4) }
    let hasBracket = bare.hasPrefix("<")
    let rest = hasBracket ? bare.dropFirst() : bare
    guard let address = AddressScan.addresses(in: rest.prefix(320)).first,
      rest.lowercased().hasPrefix(address)
    else { return nil }
    let after = rest.dropFirst(address.count).drop { $0 == ">" || $0 == "\"" }
    guard let next = after.first else { return address }
    return " \t:,;.)[(<-".contains(next) || next == ">" ? address : nil
  }

  /// Whether the line is a reply code, an address and three dots.
  private static func isSummary(_ line: Substring) -> Bool {
    guard line.contains("... "), line.utf8.prefix(3).allSatisfy({ $0 &- 48 < 10 }) else {
      return false
    }
    return line.dropFirst(3).first == " " || line.dropFirst(3).first == "-"
  }
}
