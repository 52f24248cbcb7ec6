import Importing
import Model
import TestSupport
import Testing

@testable import Policies

/// Every message of a policy file, word for word.
@Suite struct PolicyProblemTests {
  @Test(arguments: [
    (
      "dueSoon.led: 30d",
      "policy.key 1:1 The key “dueSoon.led” is not known. Did you mean “dueSoon.lead”?"
    ),
    (
      "duesoon.lead: 30d",
      "policy.key 1:1 The key “duesoon.lead” is not known. Did you mean “dueSoon.lead”?"
    ),
    (
      "dueSoon:\n  laed: 30d",
      "policy.key 2:3 The key “dueSoon.laed” is not known. Did you mean “dueSoon.lead”?"
    ),
    (
      "tilte: Ours",
      "policy.key 1:1 The key “tilte” is not known. Did you mean “title”?"
    ),
    (
      "colour: blue",
      "policy.key 1:1 The key “colour” is not known. Take it out, or look up the right name."
    ),
    (
      "[edition]: 2018",
      "policy.key 1:1 A key must be a word, not a list or a group of keys. "
        + "Write “key: value” lines."
    ),
  ])
  func `a key that is not known is shown with the nearest one`(yaml: String, line: String) {
    #expect(Policy.reading(yaml).lines == [line])
  }

  @Test(arguments: [
    ("30", "policy.unit 1:15 “30” has no unit."),
    ("1m", "policy.unit 1:15 “dueSoon.lead” cannot be in months."),
    ("5bd", "policy.unit 1:15 “dueSoon.lead” cannot be in business days."),
    ("8bh", "policy.unit 1:15 “dueSoon.lead” cannot be in business hours."),
    ("1w", "policy.unit 1:15 “dueSoon.lead” cannot be in weeks."),
    ("30 d", "policy.unit 1:15 “ d” is no unit of time."),
    ("30days", "policy.unit 1:15 “days” is no unit of time."),
    ("d", "policy.value 1:15 “d” is no length of time."),
    ("soon", "policy.value 1:15 “soon” is no length of time."),
    ("3.5d", "policy.unit 1:15 “.5d” is no unit of time."),
    ("-5d", "policy.value 1:15 “-5d” is less than 0d."),
    ("--5d", "policy.value 1:15 “--5d” is no length of time."),
    ("٣d", "policy.value 1:15 “٣d” is no length of time."),
    ("3651d", "policy.value 1:15 “3651d” is more than 3650d."),
    ("9999999999d", "policy.value 1:15 “9999999999d” is no length of time."),
    ("[30d]", "policy.type 1:15 “dueSoon.lead” must be a single value, not a list."),
    ("{a: 1}", "policy.type 1:15 “dueSoon.lead” must be a single value, not a group of keys."),
    ("\"\"", "policy.type 1:15 “dueSoon.lead” has no value."),
  ])
  func `a length of time that is not possible`(value: String, fault: String) {
    let remedy = "Write calendar days (0d to 3650d), such as “dueSoon.lead: 30d”."
    #expect(Policy.reading("dueSoon.lead: \(value)").lines == ["\(fault) \(remedy)"])
  }

  @Test func `a key without a value`() {
    #expect(
      Policy.reading("dueSoon.lead:\nvacancy.minor: 3d").lines == [
        "policy.type 1:14 “dueSoon.lead” has no value. "
          + "Write calendar days (0d to 3650d), such as “dueSoon.lead: 30d”."
      ]
    )
  }

  @Test(arguments: [
    (
      "review.service: 0m",
      "policy.value 1:17 “0m” is less than 1m. Write months (1m to 120m) or calendar days "
        + "(1d to 3650d), such as “review.service: 12m”."
    ),
    (
      "review.service: 4bh",
      "policy.unit 1:17 “review.service” cannot be in business hours. Write months (1m to 120m) "
        + "or calendar days (1d to 3650d), such as “review.service: 12m”."
    ),
    (
      "complaint.targets.minor.respond: never",
      "policy.value 1:34 “never” is no length of time. Write business hours (0bh to 20800bh) or "
        + "business days (0bd to 2600bd) or calendar days (0d to 3650d) or months (0m to 120m) or "
        + "none, such as “complaint.targets.minor.respond: 15bd”."
    ),
    (
      "scorecard.gradeA: 101",
      "policy.value 1:19 “101” is more than 100. Write a whole number from 0 to 100, such as "
        + "“scorecard.gradeA: 90”."
    ),
    (
      "consent.reminders: -1",
      "policy.value 1:20 “-1” is less than 0. Write a whole number from 0 to 20, such as "
        + "“consent.reminders: 2”."
    ),
    (
      "miss.inARow: two",
      "policy.value 1:14 “two” is no whole number. Write a whole number from 1 to 12, such as "
        + "“miss.inARow: 2”."
    ),
    (
      "edition: 2024",
      "policy.value 1:10 “2024” is not possible for “edition”. Write 2005, 2011 or 2018, such as "
        + "“edition: 2018”."
    ),
    (
      "notice.adjustment: following",
      "policy.value 1:20 “following” is not possible for “notice.adjustment”. Write preceding or "
        + "none, such as “notice.adjustment: preceding”."
    ),
    (
      "finding.verifierNotDoer: yes",
      "policy.value 1:26 “yes” is neither true nor false. Write true or false, such as "
        + "“finding.verifierNotDoer: true”."
    ),
    (
      "review: 12m",
      "policy.type 1:9 “review” is a group of keys and has no value of its own. Write its keys "
        + "whole, such as “review.service: 12m”."
    ),
    (
      "policy: 2",
      "policy.version 1:9 Version “2” of policy files is not known. Write “policy: 1”, or use a "
        + "newer program."
    ),
    (
      "title: [a]",
      "policy.type 1:8 “title” must be a single value, not a list. Write a few words."
    ),
    (
      "source: {a: 1}",
      "policy.type 1:9 “source” must be a single value, not a group of keys. Write where the "
        + "numbers come from."
    ),
    (
      "basedOn: mars",
      "policy.value 1:10 There is no template “mars”. Write one of “australian-financial”, "
        + "“eu-payments”, “scottish-public-bodies”, “uk-financial”, “uk-local-government”, or "
        + "leave the key out."
    ),
  ])
  func `a value that is not possible`(yaml: String, line: String) {
    #expect(Policy.reading(yaml).lines == [line])
  }

  @Test(arguments: [
    ("25", "policy.unit 1:24 “25” has no percent sign."),
    ("a quarter", "policy.value 1:24 “a quarter” is no percentage."),
    ("120%", "policy.value 1:24 “120%” is more than 100%."),
    ("100.0001%", "policy.value 1:24 “100.0001%” is more than 100%."),
    ("-5%", "policy.value 1:24 “-5%” is less than 0%."),
    ("12.34567%", "policy.value 1:24 “12.34567%” is no percentage."),
    ("025%", "policy.value 1:24 “025%” is no percentage."),
    ("12,5%", "policy.value 1:24 “12,5%” is no percentage."),
  ])
  func `a percentage that is not possible`(value: String, fault: String) {
    let remedy =
      "Write a percentage from 0% to 100% with at most four decimals, such as "
      + "“upgrade.systemicShare: 25%”."
    #expect(Policy.reading("upgrade.systemicShare: \(value)").lines == ["\(fault) \(remedy)"])
  }

  @Test(arguments: [
    ("7", "policy.type 1:18 “reminder.before” must be a list, not a single value."),
    ("[]", "policy.value 1:18 “reminder.before” has 0 numbers."),
    ("[7, 14]", "policy.value 1:22 The numbers must go down: 14 comes after 7."),
    ("[7, 7]", "policy.value 1:22 The numbers must go down: 7 comes after 7."),
    ("[7, soon]", "policy.value 1:22 “soon” is no number of calendar days."),
    ("[7, -1]", "policy.value 1:22 “-1” is less than 0."),
    ("[7, 1m]", "policy.value 1:22 “1m” is no number of calendar days."),
    ("[7, [1]]", "policy.type 1:22 “reminder.before[2]” must be a single value, not a list."),
  ])
  func `a list of days that is not possible`(value: String, fault: String) {
    let remedy =
      "Write a list of 1 to 20 numbers of calendar days (0d to 3650d) that go down, such as "
      + "“reminder.before: [90d, 60d, 30d, 14d, 7d, 1d, 0d]”."
    #expect(Policy.reading("reminder.before: \(value)").lines == ["\(fault) \(remedy)"])
  }

  @Test func `everything that is wrong is said at once, in the order of the file`() {
    let reading = Policy.reading(
      """
      dueSoon.lead: 30
      edition: 1999
      nonsense: 1
      vacancy.minor: 3d
      vacancy.minor: 4d
      """
    )
    #expect(reading.policy == nil)
    #expect(
      reading.problems.map(\.code) == [
        "policy.unit", "policy.value", "policy.key", "policy.duplicate",
      ]
    )
    #expect(reading.problems.map { $0.place?.line } == [1, 2, 3, 5])
    #expect(
      reading.problems.map(\.field) == ["dueSoon.lead", "edition", "nonsense", "vacancy.minor"]
    )
    #expect(reading.problems.map(\.value) == ["30", "1999", nil, nil])
    #expect(reading.problems.allSatisfy { $0.file == "policy.yaml" })
  }
}
