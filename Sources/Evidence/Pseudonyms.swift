import Crypto
import Model
import Reporting
import Storage

/// Puts stable names in the place of people's names, addresses and telephone numbers.
///
/// A pseudonym is made of the name by HMAC-SHA-256 (RFC 2104) under a secret of the store, so that
/// the same person has the same one in every pack of the store, and nobody without the store can
/// find out by trying names. Names are found in any text, whatever their case, as whole words.
struct Pseudonyms {
  private let key: SymmetricKey
  /// The names to be replaced by their first run of letters and digits, the longest first.
  private var names: [String: [[String]]] = [:]

  /// Makes pseudonyms for names; those of less than three characters are left as they are.
  init(_ found: some Sequence<String>, secret: [UInt8]) {
    key = SymmetricKey(data: secret)
    for name in Set(found) where name.count >= 3 {
      let characters = name.map { $0.lowercased() }
      guard let first = Self.run(characters[...]) else { continue }
      names[first, default: []].append(characters)
    }
    for first in names.keys { names[first]?.sort { $0.count > $1.count } }
  }

  /// The pseudonym of a name, the same for every writing of its case.
  func pseudonym(of name: String) -> String {
    let code = HMAC<SHA256>.authenticationCode(for: Array(name.lowercased().utf8), using: key)
    return "Person-" + hexadecimalText(Array(code).prefix(5))
  }

  /// A text without the names and electronic mail addresses in it.
  func text(_ text: String) -> String {
    let characters = Array(text)
    let folded = characters.map { $0.lowercased() }
    var result = ""
    var index = 0
    var isWithinWord = false
    while index < characters.count {
      if !isWithinWord, let end = match(folded, at: index) {
        result += pseudonym(of: String(characters[index..<end]))
        index = end
        isWithinWord = true
        continue
      }
      isWithinWord = Self.isWord(folded[index])
      result.append(characters[index])
      index += 1
    }
    return result
  }

  /// Where the address or the longest name ends that begins at a place; nil if none does.
  private func match(_ folded: [String], at start: Int) -> Int? {
    if let end = Self.addressEnd(folded, from: start) { return end }
    guard let first = Self.run(folded[start...]), let candidates = names[first] else { return nil }
    return candidates.first { name in
      let end = start + name.count
      return folded[start...].starts(with: name)
        && (end == folded.count || !Self.isWord(folded[end]))
    }.map { start + $0.count }
  }

  private static func addressEnd(_ folded: [String], from start: Int) -> Int? {
    guard isWord(folded[start]) else { return nil }
    var end = start
    while end < folded.count, isWord(folded[end]) || "._%+-".contains(folded[end]) { end += 1 }
    guard end < folded.count, folded[end] == "@" else { return nil }
    let domain = end + 1
    end = domain
    while end < folded.count, isWord(folded[end]) || ".-".contains(folded[end]) { end += 1 }
    while end > domain, !isWord(folded[end - 1]) { end -= 1 }
    return end > domain ? end : nil
  }

  /// The run of letters and digits that a text begins with; nil if it begins with none.
  private static func run(_ text: ArraySlice<String>) -> String? {
    let word = text.prefix(while: isWord)
    return word.isEmpty ? nil : word.joined()
  }

  private static func isWord(_ character: String) -> Bool {
    character.first.map { $0.isLetter || $0.isNumber } ?? false
  }
}

extension Pseudonyms {
  /// A row without names; what stands in a column of telephone numbers is left out.
  func row(_ row: Row, _ columns: [Column]) -> Row {
    var row = row
    row.cells = zip(row.cells, columns).map { cell, column in
      column.key == "phone" ? .empty : self.cell(cell)
    }
    return row
  }

  private func cell(_ cell: Cell) -> Cell {
    switch cell {
    case .text(let text): .text(self.text(text))
    case .record(let cells): .record(cells.map(self.cell))
    case .list(let cells): .list(cells.map(self.cell))
    default: cell
    }
  }
}
