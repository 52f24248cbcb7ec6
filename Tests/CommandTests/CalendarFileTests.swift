import Foundation
import TestSupport
import Testing

/// Another program that reads calendars.
private enum CalendarReader {
  static let isPresent = {
    let result = try? Program().shell("/usr/bin/python3 -c 'import icalendar'")
    return result?.code == 0
  }()
}

/// The calendar as a program reads it that is not ours: python3-icalendar of Debian.
@Suite(
  .enabled(if: CalendarReader.isPresent, "python3-icalendar is not installed.")
)
struct CalendarFileTests {
  private let program: Program

  init() throws {
    program = try Program()
    try program.write(Self.register, to: "register.xml")
    try program.write("policy: 1\nreview.performance.strategic: none\n", to: "policy.yaml")
    for line in [
      ["init", "--organization", "Example IT", "--zone", "Europe/Berlin"],
      ["import", "register.xml", "--effective", "2020-01-01"],
      ["policy", "apply", "policy.yaml", "--approved-by", "Lin", "--effective", "2020-01-01"],
    ] {
      let result = try program.run(line)
      try #require(result.code == 0, "\(line): \(result.errors)")
    }
    try program.write(Self.reader, to: "read.py")
  }

  private static let register = """
    <?xml version="1.0" encoding="UTF-8"?>
    <register xmlns="urn:liaison:register:1">
      <people>
        <person reference="ada"><name>Ada Berg</name><email>ada@example.org</email></person>
      </people>
      <agreements>
        <agreement reference="C-1">
          <title>Räume; Licht, und ein Titel, der länger ist als eine Zeile des Kalenders sein darf</title>
          <startsOn>2025-11-01</startsOn><endsOn>2030-10-31</endsOn>
          <party role="supplier"><name>Acme</name></party>
        </agreement>
      </agreements>
      <assignments>
        <assignment role="contractManager" person="ada" validFrom="2020-01-01"/>
      </assignments>
    </register>

    """

  /// Prints one line for each entry: name, UID, SEQUENCE, STATUS, the due or start day, how many
  /// alarms, and the summary.
  private static let reader = """
    import icalendar, sys
    calendar = icalendar.Calendar.from_ical(open(sys.argv[1], "rb").read())
    assert not calendar.errors, calendar.errors
    assert calendar["VERSION"] == "2.0" and calendar["PRODID"]
    for entry in calendar.walk():
        if entry.name not in ("VEVENT", "VTODO"):
            continue
        assert not entry.errors, entry.errors
        day = entry.get("DUE") or entry["DTSTART"]
        assert entry["DTSTAMP"].dt.tzinfo is not None
        alarms = [part for part in entry.subcomponents if part.name == "VALARM"]
        assert all(alarm["ACTION"] == "DISPLAY" and alarm["TRIGGER"] for alarm in alarms)
        print(entry.name, entry["UID"], entry["SEQUENCE"], entry.get("STATUS", "-"), day.dt,
              len(alarms), entry["SUMMARY"], sep="|")
    """

  private func entries(_ file: String) throws -> [[String]] {
    let result = try program.shell("/usr/bin/python3 read.py \(file)")
    try #require(result.code == 0, "\(result.errors)")
    return result.output.split(separator: "\n").map { line in
      line.split(separator: "|", omittingEmptySubsequences: false).map(String.init)
    }
  }

  private func write(_ day: String) throws {
    let result = try program.run(
      "remind",
      "--as-of",
      day,
      "--through",
      "2026-12-31",
      "--to",
      "a.ics"
    )
    try #require(result.code == 0, "\(result.errors)")
  }

  @Test func `another program reads every entry, with its day, alarms and summary`() throws {
    try write("2026-10-02")
    let entries = try entries("a.ics")
    #expect(Set(entries.map { $0[1] }).count == entries.count)
    let review = try #require(entries.first { $0[6].contains("Räume; Licht, und ein Titel") })
    #expect(review[0] == "VTODO")
    #expect(review[2] == "0")
    #expect(review[4] == "2026-11-01")
    #expect((Int(review[5]) ?? 0) > 0)
  }

  @Test func `what changes keeps its UID and gets a higher SEQUENCE, what is gone is cancelled`()
    throws
  {
    try write("2026-10-02")
    let before = try #require(try entries("a.ics").first { $0[6].contains("Räume") })
    try program.run(
      "agreement",
      "change",
      "C-1",
      "--set",
      "startsOn=2025-12-01",
      "--effective",
      "2026-10-03"
    )
    try write("2026-10-03")
    let moved = try #require(try entries("a.ics").first { $0[1] == before[1] })
    #expect(moved[4] == "2026-12-01")
    #expect((Int(moved[2]) ?? 0) > (Int(before[2]) ?? 0))
    try program.run("agreement", "void", "C-1", "--reason", "Entered by mistake")
    try write("2026-10-04")
    let gone = try #require(try entries("a.ics").first { $0[1] == before[1] })
    #expect(gone[3] == "CANCELLED")
    #expect((Int(gone[2]) ?? 0) > (Int(moved[2]) ?? 0))
  }
}
