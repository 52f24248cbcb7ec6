import Model
import Reporting

/// An entry of a calendar file that was written before, as far as it is needed.
struct FormerEntry {
  private let fields: [String: String]

  /// How often it was changed.
  var sequence: Int { fields["SEQUENCE"].flatMap(Int.init) ?? 0 }

  /// Reads the entries of a file of ours by their names; nil if it is another file.
  static func read(_ text: String) -> [String: FormerEntry]? {
    let unfolded = text.replacing("\r\n ", with: "")
    let lines = unfolded.split(separator: "\r\n").map(String.init)
    guard lines.contains("PRODID:-//Liaison//Reminders//EN") else { return nil }
    var entries: [String: FormerEntry] = [:]
    var fields: [String: String]?
    var depth = 0
    for line in lines {
      if line == "BEGIN:VTODO" {
        (fields, depth) = ([:], 0)
      } else if line.hasPrefix("BEGIN:") {
        depth += 1
      } else if line == "END:VTODO" {
        if let found = fields, let name = found["UID"] { entries[name] = Self(fields: found) }
        fields = nil
      } else if line.hasPrefix("END:") {
        depth -= 1
      } else if depth == 0, fields != nil, let mark = line.firstIndex(of: ":") {
        let name = line[..<mark].prefix { $0 != ";" }
        fields?[String(name)] = String(line[line.index(after: mark)...])
      }
    }
    return entries
  }

  private var day: CivilDay? {
    guard let text = fields["DUE"], text.count >= 8 else { return nil }
    let digits = Array(text.prefix(8))
    return CivilDay("\(String(digits[0..<4]))-\(String(digits[4..<6]))-\(String(digits[6..<8]))")
  }

  private var summary: String { Self.unescaped(fields["SUMMARY"] ?? "") }
  private var isEnded: Bool { ["COMPLETED", "CANCELLED"].contains(fields["STATUS"]) }

  /// Whether it says the same of what is to be done and by when.
  func isSame(as entry: CalendarEntry) -> Bool {
    day == entry.day && summary == entry.summary && !isEnded
  }

  /// The entry as one that is due no more.
  func ended(at now: Instant) -> CalendarEntry {
    var entry = CalendarEntry(.task, fields["UID"] ?? "", summary, on: day ?? .first)
    entry.details = Self.unescaped(fields["DESCRIPTION"] ?? "")
    entry.standing = .cancelled
    entry.sequence = sequence + (isEnded ? 0 : 1)
    return entry
  }

  private static func unescaped(_ text: String) -> String {
    var result = ""
    var isEscaped = false
    for character in text {
      if isEscaped {
        result.append(character == "n" || character == "N" ? "\n" : character)
        isEscaped = false
      } else if character == "\\" {
        isEscaped = true
      } else {
        result.append(character)
      }
    }
    return result
  }
}
