/// Lines of a calendar file: names, values, and the folding of what is long (RFC 5545, 3.1 and
/// 3.3.11).
struct CalendarLines {
  private(set) var text = ""

  /// Adds a line whose value is written as it is.
  mutating func add(_ name: String, _ value: String) {
    fold("\(name):\(value)")
  }

  /// Adds a line with a text for people.
  mutating func add(text name: String, _ value: String) {
    fold("\(name):\(Self.escaped(value))")
  }

  /// Adds a line with several texts.
  mutating func add(texts name: String, _ values: [String]) {
    fold("\(name):\(values.map(Self.escaped).joined(separator: ","))")
  }

  /// Writes signs with a meaning behind a backslash and line ends as `\n`; leaves out other
  /// control characters, which no text may have.
  private static func escaped(_ value: String) -> String {
    var text = ""
    for character in value {
      switch character {
      case "\\", ";", ",": text += "\\\(character)"
      case "\n", "\r\n", "\r": text += "\\n"
      case "\t": text.append(character)
      default:
        guard character.unicodeScalars.allSatisfy({ $0.properties.generalCategory != .control })
        else { continue }
        text.append(character)
      }
    }
    return text
  }

  /// Adds a line in pieces of at most 75 octets.
  ///
  /// They end between characters as people see them, since some programs take each piece as text
  /// of its own; a character that is longer is cut between its scalars.
  private mutating func fold(_ line: String) {
    var length = 0
    for character in line {
      let pieces =
        character.utf8.count > 74 ? character.unicodeScalars.map(Character.init) : [character]
      for piece in pieces {
        let width = piece.utf8.count
        if length + width > 75 {
          text += "\r\n "
          length = 1
        }
        text.append(piece)
        length += width
      }
    }
    text += "\r\n"
  }
}
