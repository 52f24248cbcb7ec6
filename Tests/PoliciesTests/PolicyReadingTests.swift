import Importing
import Model
import TestSupport
import Testing

@testable import Policies

@Suite struct PolicyReadingTests {
  @Test func `what a file does not name stays as in the default`() throws {
    let policy = try Policy.good("review.contract.strategic: 6m\n")
    var expected = Policy()
    expected.reviews.contracts[.strategic] = try period("6m")
    #expect(policy == expected)
    #expect(policy.reviews.contract(.strategic).months == 6)
    #expect(policy.reviews.contract(.tactical).months == 12)
  }

  @Test func `keys in groups mean the same as keys written whole`() throws {
    let whole = """
      review.contract.strategic: 6m
      review.contract.tactical: 9m
      complaint.targets.critical.acknowledge: 1bh
      """
    let grouped = """
      review:
        contract: {strategic: 6m, tactical: 9m}
      complaint.targets:
        critical:
          acknowledge: 1bh
      """
    #expect(try Policy.good(whole) == Policy.good(grouped))
  }

  @Test func `values of every form are read`() throws {
    let policy = try Policy.good(
      """
      policy: 1
      edition: "2005"
      knowledgeMode: knownThen
      upgrade.systemicShare: 12.5%
      consent.reminders: 0
      review.performance.operational: none
      intake.triage: 1bd
      soc2.maxAge: 18m
      reminder.before: [30, 14d, 0]
      finding.verifierNotDoer: false
      """
    )
    #expect(policy.edition == .of2005)
    #expect(policy.knowledge == .knownThen)
    #expect(policy.judgement.systemicShare.millionths == 125_000)
    #expect(policy.complaints.consentReminders == 0)
    #expect(policy.reviews.performance(.operational) == nil)
    #expect(try policy.complaints.triage == period("1bd"))
    #expect(try policy.obligations.soc2LargestAge == period("18m"))
    #expect(policy.reminders.before == [30, 14, 0])
    #expect(!policy.obligations.verifierIsNotDoer)
  }

  @Test func `without a tier a supplier is reviewed as a strategic one`() throws {
    let policy = try Policy.good(
      """
      review.contract: {strategic: 6m}
      notice.delivery: 3d
      notice.adjustment: none
      notice.convention: wholePeriod
      dueSoon.lead: 45d
      """
    )
    #expect(try policy.reviews.contract(nil) == period("6m"))
    #expect(try policy.reviews.performance(nil) == period("3m"))
    let defaults = policy.dateDefaults(for: nil)
    #expect(try defaults.reviewInterval == period("6m"))
    #expect(try defaults.noticeDelivery == period("3d"))
    #expect(defaults.noticeAdjustment == .none)
    #expect(defaults.noticeConvention == .wholePeriod)
    #expect(defaults.dueSoonLead == 45)
    #expect(try policy.dateDefaults(for: .tactical).reviewInterval == period("12m"))
  }

  @Test func `a severity can have a time of its own for consent`() throws {
    let policy = try Policy.good(
      """
      consent.wait: 20bd
      complaint.targets.critical.consent: 5bd
      """
    )
    #expect(try policy.consentWait(for: .critical) == period("5bd"))
    #expect(try policy.consentWait(for: .minor) == period("20bd"))
  }

  @Test func `title, source and the keys in their order are kept`() {
    let reading = Policy.reading(
      """
      title: Ours
      source: Board, 2026
      vacancy.minor: 10d
      edition: 2011
      """
    )
    #expect(reading.lines == [])
    #expect(reading.title == "Ours")
    #expect(reading.source == "Board, 2026")
    #expect(reading.basedOn == nil)
    #expect(reading.named == ["vacancy.minor", "edition"])
  }

  @Test func `a byte order mark and lines of Windows are no matter`() throws {
    let policy = try Policy.good("\u{FEFF}dueSoon.lead: 60d\r\nvacancy.minor: 7d\r\n")
    #expect(policy.judgement.dueSoonLead.days == 60)
    #expect(policy.judgement.vacancyMinor.days == 7)
  }

  @Test func `a file that cannot be read is a problem`() {
    for path in ["/nowhere/policy.yaml", "/tmp"] {
      let reading = Policy.read(path: path)
      #expect(reading.policy == nil)
      #expect(
        reading.lines == [
          "file.unreadable The policy cannot be read. Check the path and the permissions."
        ]
      )
      #expect(reading.problems.first?.file == path)
    }
  }
}
