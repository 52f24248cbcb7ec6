extension Holidays {
  /// Metropolitan France.
  ///
  /// Source: Code du travail, article L3133-1.
  static func france(_ year: Int) -> [Holiday] {
    [
      Holiday(year, 1, 1, "New Year's Day"),
      easter(year, plus: 1, "Easter Monday"),
      Holiday(year, 5, 1, "Labour Day"),
      Holiday(year, 5, 8, "Victory Day"),
      easter(year, plus: 39, "Ascension Day"),
      easter(year, plus: 50, "Whit Monday"),
      Holiday(year, 7, 14, "National Day"),
      Holiday(year, 8, 15, "Assumption Day"),
      Holiday(year, 11, 1, "All Saints' Day"),
      Holiday(year, 11, 11, "Armistice Day"),
      Holiday(year, 12, 25, "Christmas Day"),
    ]
  }

  /// National holidays of Brazil.
  ///
  /// Source: Lei 662/1949, article 1, as worded by Lei 10.607/2002; 12 October by Lei 6.802/1980;
  /// 20 November by Lei 14.759/2023, from 2024. Good Friday is left to the municipalities by Lei
  /// 9.093/1995, article 2, but they all have it and the federal calendar lists it. Carnival and
  /// Corpus Christi are optional and not in.
  static func brazil(_ year: Int) -> [Holiday] {
    [
      Holiday(year, 1, 1, "Universal Fraternization Day"),
      easter(year, plus: -2, "Good Friday"),
      Holiday(year, 4, 21, "Tiradentes Day"),
      Holiday(year, 5, 1, "Labour Day"),
      Holiday(year, 9, 7, "Independence Day"),
      Holiday(year, 10, 12, "Our Lady of Aparecida"),
      Holiday(year, 11, 2, "All Souls' Day"),
      Holiday(year, 11, 15, "Proclamation of the Republic"),
      Holiday(year, 11, 20, "Zumbi and Black Awareness Day"),
      Holiday(year, 12, 25, "Christmas Day"),
    ]
  }

  /// Poland.
  ///
  /// Source: Ustawa z dnia 18 stycznia 1951 r. o dniach wolnych od pracy, article 1(1); 24
  /// December by the law of 6 December 2024, from 2025.
  static func poland(_ year: Int) -> [Holiday] {
    let days = [
      Holiday(year, 1, 1, "New Year's Day"),
      Holiday(year, 1, 6, "Epiphany"),
      easter(year, plus: 0, "Easter Sunday"),
      easter(year, plus: 1, "Easter Monday"),
      Holiday(year, 5, 1, "National Day"),
      Holiday(year, 5, 3, "Constitution Day"),
      easter(year, plus: 49, "Whit Sunday"),
      easter(year, plus: 60, "Corpus Christi"),
      Holiday(year, 8, 15, "Assumption Day"),
      Holiday(year, 11, 1, "All Saints' Day"),
      Holiday(year, 11, 11, "Independence Day"),
      Holiday(year, 12, 25, "Christmas Day"),
      Holiday(year, 12, 26, "Second Day of Christmas"),
    ]
    return year < 2_025 ? days : days + [Holiday(year, 12, 24, "Christmas Eve")]
  }
}
