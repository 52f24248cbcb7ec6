extension Holidays {
  /// A day that only some Länder have.
  enum RegionalDay {
    case epiphany
    case womensDay
    case easterSunday
    case whitSunday
    case corpusChristi
    case assumption
    case childrensDay
    case reformationDay
    case allSaints
    case repentanceDay
  }

  /// The days of each Land beside the nine of all.
  ///
  /// Left out are days that hold in some municipalities only: Assumption in Bavaria (FTG, article
  /// 1(1) 2), the Peace Festival in Augsburg, Corpus Christi in parts of Saxony and Thuringia.
  static let germanLaender: [String: [RegionalDay]] = [
    // FTG, section 1.
    "BW": [.epiphany, .corpusChristi, .allSaints],
    // FTG, article 1(1) 1.
    "BY": [.epiphany, .corpusChristi, .allSaints],
    // Gesetz über die Sonn- und Feiertage, section 1; single days are added below.
    "BE": [.womensDay],
    // FTG, section 2(1).
    "BB": [.easterSunday, .whitSunday, .reformationDay],
    // Gesetz über die Sonn- und Feiertage, section 2(1).
    "HB": [.reformationDay],
    // HFeiertagsG, section 1(1); that all Sundays are holidays is not repeated here.
    "HE": [.corpusChristi],
    // Feiertagsgesetz, section 1.
    "HH": [.reformationDay],
    // FTG M-V, section 2(1); 8 March since 2023.
    "MV": [.womensDay, .reformationDay],
    // NFeiertagsG, section 2(1).
    "NI": [.reformationDay],
    // Feiertagsgesetz NW, section 2(1).
    "NW": [.corpusChristi, .allSaints],
    // LFtG, section 2(1).
    "RP": [.corpusChristi, .allSaints],
    // SFTG, section 2(1).
    "SH": [.reformationDay],
    // SFG, section 2(1).
    "SL": [.corpusChristi, .assumption, .allSaints],
    // SächsSFG, section 1(1).
    "SN": [.reformationDay, .repentanceDay],
    // FeiertG LSA, section 2.
    "ST": [.epiphany, .reformationDay],
    // ThürFGtG, section 2(1); 20 September since 2019.
    "TH": [.childrensDay, .reformationDay],
  ]

  static func germany(_ year: Int, land: String) -> [Holiday] {
    var days = germanDays(year) + (germanLaender[land] ?? []).map { holiday($0, year) }
    // Two single days that Berlin added to section 1 of its law.
    if land == "BE", year == 2_025 {
      days.append(Holiday(2_025, 5, 8, "80th anniversary of the liberation"))
    }
    if land == "BE", year == 2_028 {
      days.append(Holiday(2_028, 6, 17, "75th anniversary of the uprising of 1953"))
    }
    return days
  }

  /// The days that the laws of all Länder have; 3 October by the Einigungsvertrag, article 2(2).
  private static func germanDays(_ year: Int) -> [Holiday] {
    [
      Holiday(year, 1, 1, "New Year's Day"),
      easter(year, plus: -2, "Good Friday"),
      easter(year, plus: 1, "Easter Monday"),
      Holiday(year, 5, 1, "Labour Day"),
      easter(year, plus: 39, "Ascension Day"),
      easter(year, plus: 50, "Whit Monday"),
      Holiday(year, 10, 3, "German Unity Day"),
      Holiday(year, 12, 25, "Christmas Day"),
      Holiday(year, 12, 26, "Second Day of Christmas"),
    ]
  }

  private static func holiday(_ day: RegionalDay, _ year: Int) -> Holiday {
    switch day {
    case .epiphany: return Holiday(year, 1, 6, "Epiphany")
    case .womensDay: return Holiday(year, 3, 8, "International Women's Day")
    case .easterSunday: return easter(year, plus: 0, "Easter Sunday")
    case .whitSunday: return easter(year, plus: 49, "Whit Sunday")
    case .corpusChristi: return easter(year, plus: 60, "Corpus Christi")
    case .assumption: return Holiday(year, 8, 15, "Assumption Day")
    case .childrensDay: return Holiday(year, 9, 20, "World Children's Day")
    case .reformationDay: return Holiday(year, 10, 31, "Reformation Day")
    case .allSaints: return Holiday(year, 11, 1, "All Saints' Day")
    case .repentanceDay:
      // The Wednesday before 23 November, from the 16th to the 22nd.
      let first = CivilDay(unchecked: year, 11, 16)
      let offset = (Weekday.wednesday.rawValue - first.weekday.rawValue + 7) % 7
      return Holiday(day: first.adding(days: offset), name: "Repentance and Prayer Day")
    }
  }
}
