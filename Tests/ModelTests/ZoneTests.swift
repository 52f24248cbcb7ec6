import Foundation
import Model
import TestSupport
import Testing

@Suite struct ZoneTests {
  @Test func `TC-20 the end of 2026-03-29 in Berlin`() throws {
    let zone = try #require(Zone.named("Europe/Berlin"))
    let day = try Sample.day("2026-03-29")
    let end = zone.end(of: day)
    #expect(end.description == "2026-03-29T22:00:00Z")
    #expect(zone.length(of: day) == 23 * 3_600)
    #expect(try Sample.instant("2026-03-29T21:59:59Z") < end)
    #expect(try !(Sample.instant("2026-03-29T22:00:00Z") < end))
    #expect(zone.day(at: try Sample.instant("2026-03-29T21:59:59Z")) == day)
    #expect(zone.day(at: try Sample.instant("2026-03-29T22:00:00Z")) == day.adding(days: 1))
  }

  @Test func `a local time in a gap is the first instant after it`() throws {
    let zone = try #require(Zone.named("Europe/Berlin"))
    let day = try Sample.day("2026-03-29")
    for occurrence in [Zone.Occurrence.first, .second] {
      let instant = zone.instant(day: day, minute: 150, occurrence)
      #expect(instant.description == "2026-03-29T01:00:00Z")
    }
  }

  @Test func `a local time that occurs twice has two instants`() throws {
    let zone = try #require(Zone.named("Europe/Berlin"))
    let day = try Sample.day("2026-10-25")
    #expect(zone.instant(day: day, minute: 150, .first).description == "2026-10-25T00:30:00Z")
    #expect(zone.instant(day: day, minute: 150, .second).description == "2026-10-25T01:30:00Z")
    #expect(zone.length(of: day) == 25 * 3_600)
    let newYork = try #require(Zone.named("America/New_York"))
    #expect(newYork.length(of: try Sample.day("2026-11-01")) == 25 * 3_600)
  }

  @Test func `an unknown zone is nil`() {
    #expect(Zone.named("Europe/Atlantis") == nil)
  }

  @Test(arguments: [
    "Europe/Berlin", "America/New_York", "America/Sao_Paulo", "Asia/Tokyo", "Africa/Casablanca",
    "Australia/Lord_Howe", "Asia/Kathmandu", "Pacific/Apia", "UTC",
  ])
  func `offsets are those of the system and local times round trip`(name: String) throws {
    let zone = try #require(Zone.named(name))
    let system = try #require(TimeZone(identifier: name))
    var random = SplitMix64(seed: 7)
    for _ in 0..<2_000 {
      let second = Int64.random(in: 0..<4_000_000_000, using: &random) / 60 * 60
      let date = Date(timeIntervalSince1970: TimeInterval(second))
      let instant = Instant(seconds: second)
      #expect(zone.offset(at: instant) == Int64(system.secondsFromGMT(for: date)))
      let local = second + zone.offset(at: instant)
      let day = zone.day(at: instant)
      let minute = Int((local - Int64(day.number) * 86_400) / 60)
      guard local % 60 == 0 else { continue }
      let first = zone.instant(day: day, minute: minute, .first)
      let later = zone.instant(day: day, minute: minute, .second)
      #expect(first == instant || later == instant)
      #expect(first <= later)
    }
  }
}

@Suite struct InstantTests {
  @Test(arguments: ["1970-01-01T00:00:00Z", "2026-03-29T22:00:00Z", "1969-12-31T23:59:59Z"])
  func `an instant round trips`(text: String) throws {
    #expect(try Sample.instant(text).description == text)
  }

  @Test(arguments: [
    "2026-03-29", "2026-03-29T22:00:00", "2026-03-29T22:00:00+00:00", "2026-03-29T24:00:00Z",
    "2026-03-29T22:60:00Z", "2026-03-29T22:00:60Z", "2026-02-30T22:00:00Z", "2026-03-29t22:00:00z",
  ])
  func `other forms are no instants`(text: String) {
    #expect(Instant(text) == nil)
  }

  @Test(arguments: [
    ("2026-06-12T15:00:00Z", "2026-06-12 17:00"), ("2026-01-12T23:30:59Z", "2026-01-13 00:30"),
    ("2026-03-29T01:00:00Z", "2026-03-29 03:00"), ("2026-10-25T00:30:00Z", "2026-10-25 02:30"),
    ("2026-10-25T01:30:00Z", "2026-10-25 02:30"),
  ])
  func `an instant is written as the clocks show it`(iso: String, text: String) throws {
    let zone = try #require(Zone.named("Europe/Berlin"))
    #expect(zone.text(try Sample.instant(iso)) == text)
  }
}
