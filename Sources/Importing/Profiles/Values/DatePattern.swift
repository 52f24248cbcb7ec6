/// A way to write a civil day, such as `MM/dd/yyyy`, `d.M.yyyy` or `dd-MMM-yy`.
///
/// Letters follow Unicode Technical Standard 35, section "Date Format Patterns", of which these
/// are understood: `yyyy` (four digits), `yy` (two digits, only with a stated pivot), `MM` and
/// `dd` (two digits), `M` and `d` (one or two digits), `MMM` and `MMMM` (an English month name,
/// short or full, any case, a dot may follow). Every other character stands for itself; letters
/// must be in single quotes.
///
/// A time of day or a zone after the day is cut off and the day stays as written: nothing is
/// moved to another zone.
public struct DatePattern: Sendable, Hashable {
  /// The pattern as written in the profile.
  public let text: String
  /// Whether the pattern has a two-digit year.
  public let needsPivot: Bool
  let parts: [Part]

  /// One piece of a pattern.
  enum Part: Sendable, Hashable {
    case year4
    case year2
    case month(exact: Bool)
    case monthName
    case day(exact: Bool)
    case literal(UInt8)
  }

  /// `yyyy-MM-dd`, ISO 8601-1:2019 section 5.2.2.
  public static let iso = DatePattern(
    text: "yyyy-MM-dd",
    parts: [
      .year4, .literal(0x2D), .month(exact: true), .literal(0x2D), .day(exact: true),
    ]
  )

  private init(text: String, parts: [Part]) {
    self.text = text
    self.parts = parts
    needsPivot = parts.contains(.year2)
  }

  /// Understands a pattern, or gives nil if it is none or lacks a year, a month or a day.
  public init?(_ text: String) {
    guard let parts = Self.parts(of: text) else { return nil }
    let years = parts.count { $0 == .year4 || $0 == .year2 }
    let months = parts.count { $0.isMonth }
    let days = parts.count { $0.isDay }
    guard years == 1, months == 1, days == 1 else { return nil }
    self.init(text: text, parts: parts)
  }

  private static func parts(of text: String) -> [Part]? {
    var result: [Part] = []
    var rest = Substring(text)
    while let letter = rest.first {
      if letter == "'" {
        guard let end = rest.dropFirst().firstIndex(of: "'") else { return nil }
        result += rest[rest.index(after: rest.startIndex)..<end].utf8.map { .literal($0) }
        rest = rest[rest.index(after: end)...]
        continue
      }
      let run = rest.prefix { $0 == letter }
      rest = rest.dropFirst(run.count)
      if letter.isLetter {
        guard let part = part(letter: letter, count: run.count) else { return nil }
        result.append(part)
      } else {
        result += run.utf8.map { .literal($0) }
      }
    }
    return result
  }

  private static func part(letter: Character, count: Int) -> Part? {
    switch (letter, count) {
    case ("y", 4): .year4
    case ("y", 2): .year2
    case ("M", 1): .month(exact: false)
    case ("M", 2): .month(exact: true)
    case ("M", 3), ("M", 4): .monthName
    case ("d", 1): .day(exact: false)
    case ("d", 2): .day(exact: true)
    default: nil
    }
  }
}

extension DatePattern.Part {
  var isMonth: Bool {
    switch self {
    case .month, .monthName: true
    default: false
    }
  }

  var isDay: Bool {
    if case .day = self { return true }
    return false
  }
}
