import Foundation

extension Problem {
  /// A document with a DOCTYPE, which is refused before it can declare anything.
  static func doctype(file: String, place: Place) -> Problem {
    Problem(
      "xml.doctype",
      file: file,
      place: place,
      message: "The document has a DOCTYPE, which could declare entities and name other files.",
      remedy: "Remove the DOCTYPE, or export the file without one."
    )
  }

  /// A document that is not well-formed, in libxml2's words.
  static func malformed(file: String, place: Place?, words: String) -> Problem {
    Problem(
      "xml.malformed",
      file: file,
      place: place,
      message: "The XML is not well-formed: \(sentence(words))",
      remedy: "Correct the file at this place, or fetch it again if it was cut off."
    )
  }

  /// A source without a single byte.
  static func emptyDocument(file: String) -> Problem {
    Problem(
      "xml.malformed",
      file: file,
      message: "The file is empty.",
      remedy: "Fetch the file again."
    )
  }

  /// A document that goes beyond a limit of the reader.
  static func xmlLimit(file: String, place: Place, message: String) -> Problem {
    Problem(
      "xml.limit",
      file: file,
      place: place,
      message: message,
      remedy: "Divide the document, or check that it is what it should be."
    )
  }

  /// A schema that cannot be used.
  static func unusableSchema(path: String, words: String?) -> Problem {
    Problem(
      "xml.schema",
      file: path,
      message: "The schema cannot be used: \(sentence(words ?? "it could not be read"))",
      remedy: "Check that the schema and the files it includes are complete."
    )
  }

  /// A place where the document does not follow its schema.
  static func invalid(file: String, line: Int, words: String) -> Problem {
    let (field, rest) = subject(of: words)
    let message =
      field.map { "\($0) does not follow the schema: \(sentence(rest))" }
      ?? "The document does not follow the schema: \(sentence(rest))"
    return Problem(
      "xml.invalid",
      file: file,
      place: Place(line: line),
      field: field,
      message: message,
      remedy: "Correct the file at this place."
    )
  }

  /// Takes `Element '{ns}name', attribute 'name': ` off libxml2's words.
  private static func subject(of words: String) -> (field: String?, rest: String) {
    guard words.hasPrefix("Element '"), let end = words.range(of: "': ") else {
      return (nil, words)
    }
    let names = words[..<end.lowerBound].split(separator: "'").enumerated()
      .filter { $0.offset % 2 == 1 }.map { localName($0.element) }
    return (names.joined(separator: "/@"), String(words[end.upperBound...]))
  }

  private static func localName(_ name: Substring) -> String {
    String(name.split(separator: "}").last ?? name)
  }

  /// Makes one sentence of a message: lower case at its start, one blank between words, a stop.
  private static func sentence(_ words: String) -> String {
    let parts = words.split(whereSeparator: \.isWhitespace)
    var text = parts.joined(separator: " ")
    while let last = text.last, last == "." || last == "!" || last == " " { text.removeLast() }
    let second = text.dropFirst().first
    if let first = text.first, second?.isLowercase ?? false || second == " " {
      text = first.lowercased() + text.dropFirst()
    }
    return text + "."
  }
}
