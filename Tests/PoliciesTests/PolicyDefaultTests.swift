import Foundation
import Importing
import Model
import Schemas
import TestSupport
import Testing

@testable import Policies

@Suite struct PolicyDefaultTests {
  private let standard = Policy()

  @Test func `the shipped default is the text of the default policy`() {
    expectFile(
      standard.explainedText,
      at: checkout.appendingPathComponent("Schemas/policy/default.yaml")
    )
  }

  @Test func `the page in docs is made from the keys`() {
    expectFile(
      PolicyPage.markdown,
      at: checkout.appendingPathComponent("docs/formats/policy.md")
    )
  }

  @Test func `the shipped default names every key and changes nothing`() throws {
    let path = Schemas.policy.appendingPathComponent("default.yaml").path
    let reading = Policy.read(path: path)
    #expect(reading.lines == [])
    #expect(reading.policy == standard)
    #expect(reading.named == PolicyKey.all.map(\.name))
  }

  @Test func `no key stands twice and each is explained`() {
    #expect(Set(PolicyKey.all.map(\.name)).count == PolicyKey.all.count)
    #expect(PolicyKey.all.count == 155)
    for key in PolicyKey.all {
      #expect(key.sentence.hasSuffix("."), "\(key.name)")
      #expect(!key.values.isEmpty, "\(key.name)")
      #expect(key.standard == key.text(in: standard), "\(key.name)")
    }
  }

  @Test func `no key is the beginning of another one`() {
    for key in PolicyKey.all {
      #expect(!PolicyKey.groupNames.contains(key.name), "\(key.name)")
    }
  }

  @Test(arguments: [
    ("edition", "2018"), ("knowledgeMode", "knownNow"), ("dueSoon.lead", "30d"),
    ("grace.review", "0d"), ("upgrade.overdue", "90d"), ("upgrade.systemicCount", "3"),
    ("upgrade.systemicShare", "25%"), ("vacancy.minor", "30d"), ("review.service", "12m"),
    ("review.interim.strategic", "3m"), ("review.sla", "12m"), ("review.ola", "12m"),
    ("review.contract.strategic", "12m"), ("review.contract.tactical", "12m"),
    ("review.contract.operational", "12m"), ("review.contract.commodity", "12m"),
    ("review.performance.strategic", "3m"), ("review.performance.tactical", "6m"),
    ("review.performance.operational", "12m"), ("review.duePolicy", "rolling"),
    ("minutes.max", "10bd"), ("change.afterDecision", "20bd"), ("stakeholders.confirm", "12m"),
    ("communicationPlan.confirm", "12m"), ("complaint.procedureReview", "12m"),
    ("intake.triage", "8bh"), ("complaint.pauseCap", "20bd"), ("complaint.report", "quarterly"),
    ("complaint.reportLag", "10bd"), ("complaint.reopenWindow", "30d"), ("consent.wait", "10bd"),
    ("consent.reminders", "2"), ("consent.reminderGap", "5bd"), ("escalation.level2", "5bd"),
    ("escalation.level3", "10bd"), ("survey.interval", "12m"), ("survey.minAnswers", "5"),
    ("survey.minRate", "20%"), ("survey.analysis", "30d"), ("improvement.register", "10bd"),
    ("improvement.overdue", "30d"), ("measurement.lag", "10bd"),
    ("measurement.lookBackPeriods", "12"), ("measurement.minSample", "5"),
    ("miss.review", "20bd"), ("miss.inARow", "2"), ("miss.ofLastSix", "3"),
    ("scorecard.minCoverage", "60%"), ("scorecard.gradeA", "90"), ("scorecard.gradeB", "80"),
    ("scorecard.gradeC", "70"), ("scorecard.gradeD", "50"), ("credit.capPercent", "15%"),
    ("credit.claim", "30d"), ("credit.rounding", "halfAwayFromZero"), ("alignment.assess", "12m"),
    ("alignment.afterChange", "30d"), ("interfaces.confirm", "24m"), ("chain.confirm", "12m"),
    ("exitPlan.review", "12m"), ("exitPlan.test", "24m"), ("exitPlan.testCritical", "12m"),
    ("selection.reEvaluate.strategic", "24m"), ("dispute.idle", "20bd"),
    ("dispute.maxOpen", "180d"), ("dispute.level1", "10bd"), ("dispute.level2", "10bd"),
    ("dispute.level3", "20bd"), ("notice.convention", "clampedSubtract"),
    ("notice.adjustment", "preceding"), ("notice.delivery", "5bd"),
    ("reminder.before", "[90d, 60d, 30d, 14d, 7d, 1d, 0d]"),
    ("reminder.after", "[1d, 7d, 14d]"), ("reminder.thenEvery", "7d"),
    ("reminder.toDeputy", "1d"), ("reminder.toLead", "7d"), ("reminder.toHead", "14d"),
    ("reminder.kind.noticeDecision", "none"), ("reminder.tier.strategic", "none"),
    ("obligation.dueOffset", "10bd"), ("obligation.resubmit", "5bd"), ("soc2.maxAge", "12m"),
    ("soc2.issueGrace", "90d"), ("soc2.bridgeMax", "3m"), ("certificate.chase", "60d"),
    ("assessment.interval", "12m"), ("finding.verifierNotDoer", "true"),
  ])
  func `the default of a threshold`(name: String, value: String) throws {
    let key = try #require(PolicyKey.byName[name])
    #expect(key.standard == value)
  }

  @Test(arguments: [
    (Policy.Severity.critical, ["0bh", "2bh", "4bh", "3bd", "none", "5bd", "1bd", "none"]),
    (.major, ["0bh", "1bd", "2bd", "10bd", "none", "20bd", "5bd", "none"]),
    (.minor, ["0bh", "2bd", "5bd", "15bd", "none", "30bd", "10bd", "none"]),
  ])
  func `the default times of a complaint`(severity: Policy.Severity, values: [String]) {
    let prefix = "complaint.targets.\(severity.rawValue)."
    let keys = PolicyKey.all.filter { $0.name.hasPrefix(prefix) }
    #expect(
      keys.map { $0.name.dropFirst(prefix.count) } == [
        "receipt", "acknowledge", "assess", "respond", "extension", "resolve", "update", "consent",
      ]
    )
    #expect(keys.map(\.standard) == values)
    #expect(standard.consentWait(for: severity).description == "10bd")
  }

  @Test func `the defaults of dates are those of the model`() {
    for tier in Tier.allCases { #expect(standard.dateDefaults(for: tier) == DateDefaults.standard) }
    #expect(standard.dateDefaults(for: nil) == DateDefaults.standard)
  }
}
