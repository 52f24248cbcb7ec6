/// The unit of a duration, with the letters by which a draft writes it.
public enum DurationUnit: String, Sendable, CaseIterable {
  case day = "d"
  case businessDay = "bd"
  case week = "w"
  case month = "m"
  case quarter = "q"
  case year = "y"

  /// The unit that a word in a cell or a profile means, or nil.
  ///
  /// English, German, French, Spanish, Portuguese, Czech and Polish, singular and plural.
  public init?(word: String) {
    let folded = HeaderName.folded(word)
    for (unit, words) in Self.words where words.contains(folded) {
      self = unit
      return
    }
    return nil
  }

  private static let words: [(DurationUnit, Set<String>)] = [
    (
      .day,
      [
        "d", "day", "days", "tag", "tage", "tagen", "jour", "jours", "dia", "dias", "den", "dny",
        "dni", "dzien",
      ]
    ),
    (
      .businessDay,
      [
        "bd", "businessday", "businessdays", "workingday", "workingdays", "werktag", "werktage",
        "arbeitstag", "arbeitstage", "jourouvre", "joursouvres", "diahabil", "diashabiles",
        "diautil", "diasuteis", "pracovniden", "pracovnichdnu", "dniroboczych",
      ]
    ),
    (
      .week,
      [
        "w", "week", "weeks", "woche", "wochen", "semaine", "semaines", "semana", "semanas",
        "tyden", "tydny", "tydnu", "tydzien", "tygodnie", "tygodni",
      ]
    ),
    (
      .month,
      [
        "m", "month", "months", "monat", "monate", "monaten", "mois", "mes", "meses", "mesic",
        "mesice", "mesicu", "miesiac", "miesiace", "miesiecy",
      ]
    ),
    (
      .quarter,
      [
        "q", "quarter", "quarters", "quartal", "quartale", "trimestre", "trimestres", "ctvrtleti",
        "kwartal", "kwartaly",
      ]
    ),
    (
      .year,
      [
        "y", "year", "years", "jahr", "jahre", "jahren", "an", "ans", "annee", "annees", "ano",
        "anos", "rok", "roky", "let", "lata", "lat",
      ]
    ),
  ]
}

/// A whole number of units, as a draft writes it: `12m`, `30d`, `5bd`.
struct DurationText: Equatable {
  var count: Int
  var unit: DurationUnit

  var text: String { "\(count)\(unit.rawValue)" }

  /// Reads `12`, `12 months`, `3m`, `6 Monate`; a bare number takes the unit given.
  init?(_ cell: String, unit: DurationUnit) {
    let digits = cell.prefix { $0.isASCII && $0.isNumber }
    guard let count = Int(digits), count <= 9999 else { return nil }
    let word = cell.dropFirst(digits.count).trimmingPrefix { $0.isWhitespace }
    self.count = count
    if word.isEmpty {
      self.unit = unit
    } else {
      guard let named = DurationUnit(word: String(word)) else { return nil }
      self.unit = named
    }
  }
}
