import Model
import Testing

@Suite struct RecurrenceRuleTests {
  @Test(arguments: [
    ("", "The recurrence rule is empty."),
    ("FREQ", "“FREQ” is not a part of the form NAME=VALUE."),
    ("FREQ=DAILY;", "“” is not a part of the form NAME=VALUE."),
    ("FREQ=DAILY;COUNT=", "“COUNT=” is not a part of the form NAME=VALUE."),
    ("FREQ=DAILY;COUNT=1=2", "“COUNT=1=2” is not a part of the form NAME=VALUE."),
    (
      "FREQ=DAILY;BYHOUR=9",
      "The part BYHOUR is not supported; known are FREQ, INTERVAL, COUNT, UNTIL, BYMONTH, "
        + "BYMONTHDAY, BYDAY, BYSETPOS and WKST."
    ),
    (
      "RRULE:FREQ=DAILY",
      "The part FREQ is missing."
    ),
    ("FREQ=DAILY;COUNT=1;count=2", "The part COUNT is given twice."),
    ("COUNT=2", "The part FREQ is missing."),
    ("FREQ=HOURLY", "“HOURLY” is not a value of FREQ."),
    ("FREQ=DAILY;INTERVAL=0", "“0” is not a value of INTERVAL."),
    ("FREQ=DAILY;INTERVAL=-1", "“-1” is not a value of INTERVAL."),
    ("FREQ=DAILY;INTERVAL=10000", "“10000” is not a value of INTERVAL."),
    ("FREQ=DAILY;COUNT=0", "“0” is not a value of COUNT."),
    ("FREQ=DAILY;COUNT=1.5", "“1.5” is not a value of COUNT."),
    ("FREQ=DAILY;COUNT=99999999999999999999", "“99999999999999999999” is not a value of COUNT."),
    (
      "FREQ=DAILY;UNTIL=20260101T000000Z",
      "UNTIL has to be a day of the form YYYYMMDD, not “20260101T000000Z”."
    ),
    ("FREQ=DAILY;UNTIL=20260230", "UNTIL has to be a day of the form YYYYMMDD, not “20260230”."),
    ("FREQ=DAILY;UNTIL=20260101;COUNT=2", "COUNT and UNTIL cannot stand in one rule."),
    ("FREQ=YEARLY;BYMONTH=13", "“13” is not a value of BYMONTH."),
    ("FREQ=YEARLY;BYMONTH=-1", "“-1” is not a value of BYMONTH."),
    ("FREQ=YEARLY;BYMONTH=1,,2", "“” is not a value of BYMONTH."),
    ("FREQ=MONTHLY;BYMONTHDAY=0", "“0” is not a value of BYMONTHDAY."),
    ("FREQ=MONTHLY;BYMONTHDAY=-32", "“-32” is not a value of BYMONTHDAY."),
    ("FREQ=MONTHLY;BYDAY=XX", "“XX” is not a value of BYDAY."),
    ("FREQ=MONTHLY;BYDAY=M", "“M” is not a value of BYDAY."),
    ("FREQ=MONTHLY;BYDAY=0MO", "“0MO” is not a value of BYDAY."),
    ("FREQ=YEARLY;BYDAY=54MO", "“54MO” is not a value of BYDAY."),
    ("FREQ=YEARLY;BYDAY=--1MO", "“--1MO” is not a value of BYDAY."),
    ("FREQ=MONTHLY;BYDAY=6MO", "“6” is not a value of BYDAY within a month."),
    ("FREQ=YEARLY;BYMONTH=3;BYDAY=-6MO", "“-6” is not a value of BYDAY within a month."),
    ("FREQ=MONTHLY;BYDAY=MO;BYSETPOS=367", "“367” is not a value of BYSETPOS."),
    ("FREQ=WEEKLY;WKST=1MO", "“1MO” is not a value of WKST."),
    ("FREQ=WEEKLY;BYMONTHDAY=1", "BYMONTHDAY cannot stand with FREQ=WEEKLY."),
    ("FREQ=WEEKLY;BYDAY=1MO", "BYDAY with a number cannot stand with FREQ=WEEKLY."),
    ("FREQ=DAILY;BYDAY=-1MO", "BYDAY with a number cannot stand with FREQ=DAILY."),
    ("FREQ=DAILY;BYSETPOS=1", "BYSETPOS needs BYMONTH, BYMONTHDAY or BYDAY beside it."),
    (
      "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", "No month of the rule has a day that BYMONTHDAY names."
    ),
    (
      "FREQ=YEARLY;BYMONTH=4,2;BYMONTHDAY=-31",
      "No month of the rule has a day that BYMONTHDAY names."
    ),
  ])
  func `a rule with a fault is refused with a sentence`(text: String, sentence: String) {
    let problem = #expect(throws: RecurrenceProblem.self) { try RecurrenceRule(text) }
    #expect(problem?.sentence == sentence)
  }

  @Test(arguments: [
    ("FREQ=DAILY", "FREQ=DAILY"),
    ("freq=weekly;wkst=mo;byday=mo,su", "FREQ=WEEKLY;BYDAY=MO,SU"),
    ("COUNT=5;FREQ=WEEKLY;WKST=SU;INTERVAL=1", "FREQ=WEEKLY;WKST=SU;COUNT=5"),
    (
      "UNTIL=20261231;BYSETPOS=-1,2;BYDAY=+1MO,-1FR,TU,TU;FREQ=YEARLY;BYMONTHDAY=-1,31,+1;"
        + "BYMONTH=12,1,12;INTERVAL=2",
      "FREQ=YEARLY;INTERVAL=2;BYMONTH=1,12;BYMONTHDAY=-1,1,31;BYDAY=1MO,-1FR,TU;BYSETPOS=-1,2;"
        + "UNTIL=20261231"
    ),
    ("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29", "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29"),
  ])
  func `a rule is written in one form, which reads as the same rule`(
    text: String,
    written: String
  ) throws {
    let rule = try RecurrenceRule(text)
    #expect(rule.description == written)
    #expect(try RecurrenceRule(rule.description) == rule)
  }

  @Test(arguments: [
    ("2026-01-01", "2026-01-01"), ("20260101T000000", "20260101T000000"), ("20260101,", ""),
    ("20260101,20261301", "20261301"),
  ])
  func `a list with something that is no day is refused`(text: String, bad: String) {
    let problem = #expect(throws: RecurrenceProblem.self) { try CivilDay.list(basic: text) }
    #expect(problem?.sentence == "“\(bad)” is not a day of the form YYYYMMDD.")
  }

  @Test func `a list of days is read in order`() throws {
    #expect(try CivilDay.list(basic: "") == [])
    let days = try CivilDay.list(basic: "20260301,20240229")
    #expect(days.map(\.description) == ["2026-03-01", "2024-02-29"])
    #expect(days[1].basicText == "20240229")
  }
}
