import Foundation
import Model
import Reporting
import TestSupport
import Testing

@Suite struct CalendarFileTests {
  private func file(_ entries: CalendarEntry...) throws -> CalendarFile {
    let instant = try #require(Instant("2026-11-25T08:00:00Z"))
    return CalendarFile(name: "Northwind, reminders", madeAt: instant, entries: entries)
  }

  private func entry(_ kind: CalendarEntry.Kind = .event) -> CalendarEntry {
    var entry = CalendarEntry(
      kind,
      "notice-C-1@liaison",
      "Decide on C-1; renew, renegotiate or end",
      on: CivilDay(year: 2026, month: 12, day: 31) ?? .last
    )
    entry.sequence = 2
    entry.details = "Otherwise it renews.\nCost: 1\\2"
    entry.alarms = [7, 0]
    entry.categories = ["notice", "tier 1, 2"]
    return entry
  }

  private func lines(_ file: CalendarFile) -> [String] {
    file.text.components(separatedBy: "\r\n")
  }

  @Test func `an event of a day has its day, its words and its alarms`() throws {
    #expect(
      lines(try file(entry())) == [
        "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Liaison//Reminders//EN", "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH", "NAME:Northwind\\, reminders", "X-WR-CALNAME:Northwind\\, reminders",
        "REFRESH-INTERVAL;VALUE=DURATION:P1D", "BEGIN:VEVENT", "UID:notice-C-1@liaison",
        "DTSTAMP:20261125T080000Z", "SEQUENCE:2",
        "SUMMARY:Decide on C-1\\; renew\\, renegotiate or end",
        "DESCRIPTION:Otherwise it renews.\\nCost: 1\\\\2", "CATEGORIES:notice,tier 1\\, 2",
        "DTSTART;VALUE=DATE:20261231", "DTEND;VALUE=DATE:20270101", "TRANSP:TRANSPARENT",
        "STATUS:CONFIRMED", "BEGIN:VALARM", "ACTION:DISPLAY",
        "DESCRIPTION:Decide on C-1\\; renew\\, renegotiate or end", "TRIGGER:-P7D", "END:VALARM",
        "BEGIN:VALARM", "ACTION:DISPLAY",
        "DESCRIPTION:Decide on C-1\\; renew\\, renegotiate or end", "TRIGGER:PT0S", "END:VALARM",
        "END:VEVENT", "END:VCALENDAR", "",
      ]
    )
  }

  @Test func `a task is due on its day and its alarms count from there`() throws {
    let lines = lines(try file(entry(.task)))
    #expect(lines.contains("DUE;VALUE=DATE:20261231"))
    #expect(lines.contains("STATUS:NEEDS-ACTION"))
    #expect(lines.contains("TRIGGER;RELATED=END:-P7D"))
    #expect(!lines.contains { $0.hasPrefix("DTSTART") })
  }

  @Test func `what is done or cancelled says so and wakes nobody`() throws {
    var task = entry(.task)
    task.standing = .done(try #require(Instant("2026-11-20T10:30:00Z")))
    let done = lines(try file(task))
    #expect(done.contains("STATUS:COMPLETED"))
    #expect(done.contains("COMPLETED:20261120T103000Z"))
    #expect(!done.contains("BEGIN:VALARM"))
    task.standing = .cancelled
    #expect(lines(try file(task)).contains("STATUS:CANCELLED"))
    var event = entry()
    event.standing = .cancelled
    #expect(lines(try file(event)).contains("STATUS:CANCELLED"))
  }

  @Test func `no line is longer than 75 octets, and unfolding gives the text again`() throws {
    var event = entry()
    event.summary = String(repeating: "Prüfung – 契約 👩‍⚖️ ", count: 20)
    let text = try file(event).text
    for line in text.components(separatedBy: "\r\n") { #expect(line.utf8.count <= 75) }
    let unfolded = text.replacingOccurrences(of: "\r\n ", with: "")
    #expect(unfolded.contains("\r\nSUMMARY:\(event.summary)\r\n"))
  }

  @Test func `a character of many scalars is cut between them, and unfolding joins it again`()
    throws
  {
    var event = entry()
    event.summary = "a" + String(repeating: "\u{301}", count: 100)
    let bytes = Array(try file(event).text.utf8)
    var unfolded: [UInt8] = []
    var number = 0
    while number < bytes.count {
      if bytes[number...].starts(with: [13, 10, 32]) {
        number += 3
      } else {
        unfolded.append(bytes[number])
        number += 1
      }
    }
    let text = String(decoding: unfolded, as: UTF8.self)
    #expect(text.contains("\r\nSUMMARY:\(event.summary)\r\n"))
  }

  @Test func `control characters and line ends cannot start a line of their own`() throws {
    var event = entry()
    event.summary = "a\r\nATTENDEE:x\u{0}\u{1B}b\u{B}c"
    event.identifier = "x\nEND:VEVENT"
    let lines = lines(try file(event))
    #expect(lines.contains("SUMMARY:a\\nATTENDEE:xbc"))
    #expect(lines.contains("UID:x\\nEND:VEVENT"))
    #expect(lines.filter { $0 == "END:VEVENT" }.count == 1)
  }
}
