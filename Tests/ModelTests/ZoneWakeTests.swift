import Model
import Testing

@Suite struct ZoneWakeTests {
  private func next(_ minute: Int, _ instant: String, _ zone: String = "Europe/Berlin") throws
    -> String
  {
    let zone = try #require(Zone.named(zone))
    return zone.next(minute: minute, after: try #require(Instant(instant))).description
  }

  @Test func `the time of today is next until it has come`() throws {
    #expect(try next(360, "2026-11-25T04:59:59Z") == "2026-11-25T05:00:00Z")
    #expect(try next(360, "2026-11-25T05:00:00Z") == "2026-11-26T05:00:00Z")
  }

  @Test func `the hour is that of the wall across both clock changes`() throws {
    #expect(try next(360, "2026-03-28T06:00:00Z") == "2026-03-29T04:00:00Z")
    #expect(try next(360, "2026-10-24T06:00:00Z") == "2026-10-25T05:00:00Z")
  }

  @Test func `a time that the clock jumps over is the first instant after the gap`() throws {
    #expect(try next(150, "2026-03-28T12:00:00Z") == "2026-03-29T01:00:00Z")
    #expect(try next(150, "2026-03-29T01:00:00Z") == "2026-03-30T00:30:00Z")
  }

  @Test func `a time that comes twice wakes once`() throws {
    #expect(try next(150, "2026-10-24T12:00:00Z") == "2026-10-25T00:30:00Z")
    #expect(try next(150, "2026-10-25T00:30:00Z") == "2026-10-26T01:30:00Z")
  }

  @Test func `each day has one wake over years of changes`() throws {
    for name in ["Europe/Berlin", "America/St_Johns", "Australia/Lord_Howe", "UTC"] {
      let zone = try #require(Zone.named(name))
      for minute in [0, 90, 150, 1_439] {
        var instant = try #require(Instant("2024-01-01T12:00:00Z"))
        let first = zone.day(at: zone.next(minute: minute, after: instant))
        for number in 0..<1_000 {
          instant = zone.next(minute: minute, after: instant)
          #expect(zone.day(at: instant) == first.adding(days: number))
        }
      }
    }
  }
}
