import Model
import TestSupport
import Testing

@Suite struct CivilDayTests {
  @Test func `1970-01-01 is day 0 and a Thursday`() throws {
    let day = try Sample.day("1970-01-01")
    #expect(day.number == 0)
    #expect(day.weekday == .thursday)
    #expect(CivilDay.first.number == -719_162)
    #expect(CivilDay.last.number == 2_932_896)
  }

  @Test(arguments: [
    "", "2024-2-29", "2023-02-29", "2024-13-01", "2024-00-10", "2024-01-00", "2024-04-31",
    "0000-01-01", "2024/02/29", "20240229", "2024-02-29Z", " 2024-02-29", "2024-02-2a",
    "+024-02-29",
    "2024-02-29 ", "２０２４-02-29",
  ])
  func `other forms and days that do not exist are no days`(text: String) {
    #expect(CivilDay(text) == nil)
  }

  @Test(arguments: 0..<100)
  func `a day round trips through its parts, ISO text and bytes`(seed: Int) throws {
    var random = SplitMix64(seed: UInt64(seed))
    for _ in 0..<200 {
      let number = Int32.random(in: CivilDay.first.number...CivilDay.last.number, using: &random)
      let day = CivilDay(number: number)
      let (year, month, dayOfMonth) = day.components
      #expect(CivilDay(year: year, month: month, day: dayOfMonth) == day)
      #expect(CivilDay(day.description) == day)
      var bytes: [UInt8] = []
      day.write(to: &bytes)
      #expect(String(decoding: bytes, as: UTF8.self) == day.description)
      #expect(CivilDay(exactly: Int64(number)) == day)
      #expect(day.adding(days: 7).weekday == day.weekday)
    }
  }

  @Test func `the days of 400 years follow each other as counted by hand`() throws {
    var day = try Sample.day("1800-01-01")
    var (year, month, dayOfMonth) = (1_800, 1, 1)
    let lengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    for _ in 0..<146_097 {
      #expect(day.components == (year, month, dayOfMonth))
      let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
      dayOfMonth += 1
      if dayOfMonth > lengths[month - 1] + (month == 2 && isLeap ? 1 : 0) {
        (month, dayOfMonth) = (month % 12 + 1, 1)
        if month == 1 { year += 1 }
      }
      day = day.adding(days: 1)
    }
    #expect(day.description == "2200-01-01")
  }

  @Test func `a day outside the years 1 to 9999 cannot be made and is written with a sign`() {
    #expect(CivilDay(exactly: Int64(CivilDay.last.number) + 1) == nil)
    #expect(CivilDay(exactly: Int64(CivilDay.first.number) - 1) == nil)
    #expect(CivilDay(exactly: .max) == nil)
    #expect(CivilDay.last.adding(days: 1).description == "+10000-01-01")
    #expect(CivilDay.first.addingMonths(-13).description == "-0001-12-01")
  }

  @Test(arguments: 0..<100)
  func `adding months keeps the day or takes the last one of the month`(seed: Int) throws {
    var random = SplitMix64(seed: UInt64(seed))
    for _ in 0..<100 {
      let day = CivilDay(number: Int32.random(in: -200_000...200_000, using: &random))
      let months = Int.random(in: -600...600, using: &random)
      let result = day.addingMonths(months)
      let total = day.year * 12 + day.month - 1 + months
      #expect(result.year * 12 + result.month - 1 == total)
      #expect(result.day == day.day || (result.day < day.day && result == result.endOfMonth))
    }
  }

  @Test func `the ends of month, quarter and year`() throws {
    let day = try Sample.day("2024-02-03")
    #expect(day.endOfMonth.description == "2024-02-29")
    #expect(day.endOfQuarter.description == "2024-03-31")
    #expect(day.endOfYear.description == "2024-12-31")
    #expect(try Sample.day("2026-12-31").endOfQuarter.description == "2026-12-31")
  }
}
