/// Why a text is not taken as JSON, and where.
struct JSONFault: Error, Equatable {
  /// The kinds of faults; the raw value is the code of the problem.
  enum Kind: String, CaseIterable {
    /// It is not JSON by RFC 8259.
    case unreadable = "json.unreadable"
    /// A name stands twice in one object.
    case repeated = "json.repeated"
    /// Arrays and objects are nested too deep.
    case tooDeep = "json.tooDeep"
    /// It has too many bytes or values.
    case tooLarge = "json.tooLarge"
    /// It is JSON, and not of the shape that the profile needs.
    case shape = "json.shape"
  }

  var kind: Kind
  /// What is wrong, for the middle of a sentence.
  var what: String
  /// The byte at which it shows, from 0; nil if the whole is meant.
  var position: Int?

  /// What is wrong with the cell: one sentence.
  func message(label: String, cell: [UInt8]) -> String {
    let place = position.map { Self.place($0, in: cell) } ?? ""
    return switch kind {
    case .unreadable: "The JSON in “\(label)” cannot be read: \(what)\(place)."
    case .repeated, .tooDeep, .tooLarge, .shape: "The JSON in “\(label)” \(what)\(place)."
    }
  }

  /// What to do about it.
  var remedy: String {
    switch kind {
    case .unreadable:
      "Correct the cell; it must be one JSON value, with names and texts in double quotes."
    case .repeated: "Keep one of the two; which of them counts is not guessed."
    case .tooDeep, .tooLarge:
      "Have the source write less into one cell, or take the column out of the profile."
    case .shape: "Correct the cell, or the path in the profile."
    }
  }

  private static func place(_ position: Int, in cell: [UInt8]) -> String {
    guard position < cell.count else { return ", at its end" }
    return ", at character \(String(decoding: cell[..<position], as: UTF8.self).count + 1)"
  }
}

/// How much JSON one cell may hold.
struct JSONLimits {
  /// The greatest number of bytes; 1 MiB.
  var bytes = 1 << 20
  /// The greatest number of values, names not counted; 50,000.
  var values = 50_000
  /// The greatest number of arrays and objects within each other; 32.
  var depth = 32
}
