import Model
import Testing

@Suite struct HolidaysTests {
  private func list(_ region: String, _ year: Int) throws -> [String] {
    try #require(Holidays.days(region: region, year: year)).map {
      "\($0.day.description.dropFirst(5)) \($0.name)"
    }
  }

  @Test func `all regions have a list for 2024 to 2030 and none outside`() throws {
    #expect(Holidays.regions.count == 22)
    for region in Holidays.regions {
      for year in Holidays.years {
        let days = try #require(Holidays.days(region: region, year: year))
        #expect(days == days.sorted())
        #expect(days.allSatisfy { $0.day.year == year })
        #expect(days.count >= 8)
      }
      #expect(Holidays.days(region: region, year: 2_023) == nil)
      #expect(Holidays.days(region: region, year: 2_031) == nil)
    }
    #expect(Holidays.days(region: "DE-XX", year: 2_026) == nil)
    #expect(Holidays.days(region: "GB", year: 2_026) == nil)
    #expect(Holidays.exceptions(region: "DE-BE", years: 2_029...2_031) == nil)
  }

  @Test func `Berlin 2026`() throws {
    #expect(
      try list("DE-BE", 2_026) == [
        "01-01 New Year's Day", "03-08 International Women's Day", "04-03 Good Friday",
        "04-06 Easter Monday", "05-01 Labour Day", "05-14 Ascension Day", "05-25 Whit Monday",
        "10-03 German Unity Day", "12-25 Christmas Day", "12-26 Second Day of Christmas",
      ]
    )
    #expect(try list("DE-BE", 2_025).contains("05-08 80th anniversary of the liberation"))
    #expect(try list("DE-BE", 2_028).contains("06-17 75th anniversary of the uprising of 1953"))
  }

  @Test(arguments: [
    ("DE", 0), ("DE-BW", 3), ("DE-BY", 3), ("DE-BE", 1), ("DE-BB", 3), ("DE-HB", 1), ("DE-HE", 1),
    ("DE-HH", 1), ("DE-MV", 2), ("DE-NI", 1), ("DE-NW", 2), ("DE-RP", 2), ("DE-SH", 1),
    ("DE-SL", 3),
    ("DE-SN", 2), ("DE-ST", 2), ("DE-TH", 2),
  ])
  func `a Land adds its days to the nine of all`(region: String, added: Int) throws {
    let all = Set(try list("DE", 2_026))
    let land = Set(try list(region, 2_026))
    #expect(all.count == 9)
    #expect(land.isSuperset(of: all))
    #expect(land.count == 9 + added)
  }

  @Test func `days of single Länder in 2026`() throws {
    #expect(try list("DE-NW", 2_026).contains("06-04 Corpus Christi"))
    #expect(try list("DE-BY", 2_026).contains("01-06 Epiphany"))
    #expect(try !list("DE-BY", 2_026).contains("08-15 Assumption Day"))
    #expect(try list("DE-SL", 2_026).contains("08-15 Assumption Day"))
    #expect(try list("DE-SN", 2_026).contains("11-18 Repentance and Prayer Day"))
    #expect(try list("DE-TH", 2_026).contains("09-20 World Children's Day"))
  }

  @Test func `England 2026 and 2027`() throws {
    #expect(
      try list("GB-ENG", 2_026) == [
        "01-01 New Year's Day", "04-03 Good Friday", "04-06 Easter Monday",
        "05-04 Early May bank holiday", "05-25 Spring bank holiday", "08-31 Summer bank holiday",
        "12-25 Christmas Day", "12-26 Boxing Day", "12-28 Boxing Day (substitute)",
      ]
    )
    #expect(
      try Array(list("GB-ENG", 2_027).suffix(4)) == [
        "12-25 Christmas Day", "12-26 Boxing Day", "12-27 Christmas Day (substitute)",
        "12-28 Boxing Day (substitute)",
      ]
    )
    #expect(try list("GB-ENG", 2_028).contains("01-03 New Year's Day (substitute)"))
  }

  @Test func `the United States in 2026 and 2027`() throws {
    #expect(
      try list("US", 2_026) == [
        "01-01 New Year's Day", "01-19 Birthday of Martin Luther King, Jr.",
        "02-16 Washington's Birthday", "05-25 Memorial Day",
        "06-19 Juneteenth National Independence Day", "07-03 Independence Day (observed)",
        "07-04 Independence Day", "09-07 Labor Day", "10-12 Columbus Day", "11-11 Veterans Day",
        "11-26 Thanksgiving Day", "12-25 Christmas Day",
      ]
    )
    #expect(try list("US", 2_027).last == "12-31 New Year's Day (observed)")
  }

  @Test func `France, Brazil and Poland in 2026`() throws {
    #expect(
      try list("FR", 2_026) == [
        "01-01 New Year's Day", "04-06 Easter Monday", "05-01 Labour Day", "05-08 Victory Day",
        "05-14 Ascension Day", "05-25 Whit Monday", "07-14 National Day", "08-15 Assumption Day",
        "11-01 All Saints' Day", "11-11 Armistice Day", "12-25 Christmas Day",
      ]
    )
    #expect(
      try list("BR", 2_026) == [
        "01-01 Universal Fraternization Day", "04-03 Good Friday", "04-21 Tiradentes Day",
        "05-01 Labour Day", "09-07 Independence Day", "10-12 Our Lady of Aparecida",
        "11-02 All Souls' Day", "11-15 Proclamation of the Republic",
        "11-20 Zumbi and Black Awareness Day", "12-25 Christmas Day",
      ]
    )
    #expect(
      try list("PL", 2_026) == [
        "01-01 New Year's Day", "01-06 Epiphany", "04-05 Easter Sunday", "04-06 Easter Monday",
        "05-01 National Day", "05-03 Constitution Day", "05-24 Whit Sunday", "06-04 Corpus Christi",
        "08-15 Assumption Day", "11-01 All Saints' Day", "11-11 Independence Day",
        "12-24 Christmas Eve", "12-25 Christmas Day", "12-26 Second Day of Christmas",
      ]
    )
    #expect(try !list("PL", 2_024).contains("12-24 Christmas Eve"))
  }

  @Test func `holidays become closed days with their names`() throws {
    let exceptions = try #require(Holidays.exceptions(region: "DE-BB", years: 2_024...2_030))
    let day = try Sample.day("2029-10-31")
    #expect(exceptions[day] == .init(name: "Reformation Day"))
    #expect(exceptions.count == 12 * 7)
  }
}
