import Mail
import Testing

@Suite struct DateReaderTests {
  private static func date(_ text: String) -> MessageDate? { Message("Date: \(text)\n\n").date }

  /// 2026-11-26T07:30:05Z.
  private static let sample: Int64 = 1_795_678_205

  @Test(arguments: [
    ("Thu, 26 Nov 2026 08:30:05 +0100", 60), ("26 Nov 2026 08:30:05 +0100 (CET)", 60),
    ("Thu,26 nov 26 02:30:05 EST", -300), ("Thu, 26 Nov 2026 07:30:05 GMT", 0),
    ("Thu, 26-Nov-2026 07:30:05 Z", 0), ("Thursday, 26 November 2026 13:00:05 +05:30", 330),
    ("2026-11-26T08:30:05+01:00", 60), ("2026-11-26T07:30:05.250Z", 0),
    ("Thu Nov 26 07:30:05 2026 +0000", 0), ("26 Nov 126 07:30:05 UT", 0),
    ("Thu, 26 Nov 2026 (day) 07:30:05 (time) +0000", 0),
  ])
  func `a date in any usual form is read with its offset`(text: String, offset: Int) {
    #expect(Self.date(text) == MessageDate(seconds: Self.sample, offsetMinutes: offset))
  }

  @Test(arguments: [
    "Thu, 26 Nov 2026 07:30:05 -0000", "Thu, 26 Nov 2026 07:30:05", "Thu Nov 26 07:30:05 2026",
    "Thu, 26 Nov 2026 07:30:05 XYZ", "Thu, 26 Nov 2026 07:30:05 A",
    "Thu, 26 Nov 2026 07:30:05 +9999",
  ])
  func `without a known offset the time counts as UTC`(text: String) {
    #expect(Self.date(text) == MessageDate(seconds: Self.sample, offsetMinutes: nil))
  }

  @Test(arguments: [
    "", "today", "26 Nov 2026", "30 Feb 2026 10:00:00 +0000", "29 Feb 2100 10:00:00 +0000",
    "26 Nov 2026 24:00:00 +0000", "26 Nov 2026 10:60:00 +0000", "26 Nov 2026 10:00:61 +0000",
    "0 Nov 2026 10:00 +0000", "26 Foo 2026 10:00 +0000", "26 Nov 0000 10:00 +0000",
    "2026-11 10:00", "99999999999999999999 10:00",
  ])
  func `what is no date is nil`(text: String) {
    #expect(Self.date(text) == nil)
  }

  @Test(
    arguments: [
      ("1 Jan 1970 00:00 +0000", 0), ("31 Dec 1969 23:59:59 +0000", -1),
      ("29 Feb 2024 12:00:00 +0000", 1_709_208_000), ("31 Dec 49 00:00 +0000", 2_524_521_600),
      ("1 Jan 50 00:00 +0000", -631_152_000), ("31 Dec 2026 23:59:60 +0000", 1_798_761_600),
    ] as [(String, Int64)]
  )
  func `boundaries of years are right`(text: String, seconds: Int64) {
    #expect(Self.date(text)?.seconds == seconds)
  }

  @Test(arguments: 0..<100)
  func `a date that is written reads back the same`(seed: Int64) {
    let seconds = (seed * 7_919_317_331) % 253_402_300_799
    let date = MessageDate(seconds: seconds, offsetMinutes: seed == 7 ? nil : Int(seed) * 17 - 900)
    guard (0..<253_402_200_000).contains(seconds) else { return }
    #expect(Self.date(date.text) == date)
  }

  @Test func `a date is written with its offset`() {
    let date = MessageDate(seconds: Self.sample, offsetMinutes: 60)
    #expect(date.text == "Thu, 26 Nov 2026 08:30:05 +0100")
    let unknown = MessageDate(seconds: 0, offsetMinutes: nil)
    #expect(unknown.text == "Thu, 01 Jan 1970 00:00:00 -0000")
    let west = MessageDate(seconds: -1, offsetMinutes: -90)
    #expect(west.text == "Wed, 31 Dec 1969 22:29:59 -0130")
  }
}
