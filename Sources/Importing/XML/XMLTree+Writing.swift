extension XMLTree {
  /// The element written as XML again, to show what was rejected.
  ///
  /// Prefixes and comments of the source are gone; attributes are in order of their names.
  public var xml: String {
    var result = ""
    write(to: &result)
    return result
  }

  private func write(to result: inout String) {
    result += "<\(local)"
    for (name, value) in attributes.sorted(by: { $0.key < $1.key }) {
      result += " \(name)=\"\(Self.escaped(value))\""
    }
    guard !content.isEmpty else {
      result += "/>"
      return
    }
    result += ">"
    for part in content {
      switch part {
      case .text(let text): result += Self.escaped(text)
      case .element(let child): child.write(to: &result)
      }
    }
    result += "</\(local)>"
  }

  private static func escaped(_ text: String) -> String {
    var result = ""
    for character in text.unicodeScalars {
      switch character {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      default: result.unicodeScalars.append(character)
      }
    }
    return result
  }
}
