import Importing
import Model
import Policies
import TestSupport
import Testing

@testable import Rules

@Suite struct AssessmentRegisterTests {
  private static let list = ClauseList(
    edition: .of2018,
    clauses: [
      Clause(number: "1", title: "Scope", proof: .none, records: nil, rules: []),
      Clause(number: "2.1", title: "Suppliers", proof: .automatic, records: nil, rules: ["SUP-09"]),
      Clause(
        number: "2.2",
        title: "All",
        proof: .partly,
        records: nil,
        rules: ["SUP-02", "SUP-99"]
      ),
    ],
    problems: []
  )

  private func outcome(_ counts: [String: [RuleResult: Int]]) -> CheckOutcome {
    let rules = Rule.all.filter { counts[$0.id] != nil }
      .map { RuleOutcome(rule: $0, counts: counts[$0.id] ?? [:]) }
    return CheckOutcome(rules: rules, findings: [])
  }

  private func register(
    _ entries: [String: [String: String]],
    improvements: [Improvement] = [],
    on day: String = "2026-06-30",
    _ counts: [String: [RuleResult: Int]] = ["SUP-09": [.pass: 1], "SUP-02": [.pass: 1]]
  ) throws -> AssessmentRegister {
    let items = try entries.map { reference, facts in
      try AssessmentItem.sample(reference, ["edition": "2018"].merging(facts) { $1 })
    }
    return AssessmentRegister(
      Self.list,
      items: items,
      improvements: improvements,
      outcome: outcome(counts),
      try RuleSamples.context(on: day)
    )
  }

  private func lines(_ register: AssessmentRegister, _ clause: Int = 1) -> [String] {
    register.rows[clause].problems.map(\.line)
  }

  @Test func `a clause without an entry is not assessed, and one without proof needs none`() throws
  {
    let register = try register([:])
    #expect(register.rows.map(\.claimed) == [.notAssessed, .notAssessed, .notAssessed])
    #expect(lines(register, 0) == [])
    #expect(
      lines(register) == [
        "assessment.none Clause 2.1 has not been assessed. Enter how far it is met, and what shows it."
      ]
    )
  }

  @Test func `what is proven is the worst result, and a rule that did not run proves nothing`()
    throws
  {
    let register = try register([:], ["SUP-09": [.pass: 3, .dueSoon: 1], "SUP-02": [.pass: 2]])
    #expect(register.rows.map(\.proven) == [nil, .dueSoon, .insufficientData])
    #expect(register.rows[2].failing == ["SUP-99"])
    #expect(try self.register([:], [:]).rows[1].proven == .insufficientData)
    #expect(try self.register([:], ["SUP-09": [:]]).rows[1].proven == .notApplicable)
  }

  @Test func `nobody claims fully against a rule that fails, except with a note`() throws {
    let facts = ["clause": "2.1", "status": "fully", "assessedOn": "2026-06-01"]
    let fails = ["SUP-09": [RuleResult.fail: 1, .pass: 4]]
    #expect(
      lines(try register(["A-1": facts], fails)) == [
        "assessment.proof Clause 2.1 is claimed fully met, but SUP-09 fails. Put right what fails, claim less, or say in the comment why it is met all the same."
      ]
    )
    let noted = facts.merging(["comment": "One review was held on paper."]) { $1 }
    #expect(lines(try register(["A-1": noted], fails)) == [])
    let blank = facts.merging(["comment": "  "]) { $1 }
    #expect(lines(try register(["A-1": blank], fails)).count == 1)
    #expect(lines(try register(["A-1": facts])) == [])
  }

  @Test func `nobody claims fully what cannot be shown`() throws {
    let facts = ["clause": "2.2", "status": "fully", "assessedOn": "2026-06-01"]
    let register = try register(["A-1": facts], ["SUP-02": [.insufficientData: 1]])
    #expect(
      lines(register, 2).map { String($0.prefix(98)) } == [
        "assessment.proof Clause 2.2 is claimed fully met, but SUP-02 cannot be shown, SUP-99 cannot be sho"
      ]
    )
  }

  @Test(arguments: [("none", "not met"), ("partly", "partly met"), ("largely", "largely met")])
  func `below fully an improvement or an accepted reason is needed`(
    status: String,
    words: String
  ) throws {
    let facts = ["clause": "2.1", "status": status, "assessedOn": "2026-06-01"]
    #expect(
      lines(try register(["A-1": facts])) == [
        "assessment.gap Clause 2.1 is \(words), and nothing leads further. Name an improvement, or say why the gap is accepted."
      ]
    )
    let accepted = facts.merging(["acceptedReason": "Too dear."]) { $1 }
    #expect(lines(try register(["A-1": accepted])) == [])
  }

  @Test func `an improvement leads further unless it was rejected`() throws {
    let facts = [
      "clause": "2.1", "status": "partly", "assessedOn": "2026-06-01", "improvement": "5",
    ]
    func improvement(_ state: String) throws -> Improvement {
      let facts = [
        "title": "More", "source": "assessment", "registeredOn": "2026-06-01", "state": state,
      ]
      return try Improvement.sample("I-1", id: 5, facts)
    }
    let open = try register(["A-1": facts], improvements: [improvement("open")])
    #expect(lines(open) == [])
    #expect(open.rows[1].improvement?.reference == "I-1")
    #expect(
      lines(try register(["A-1": facts], improvements: [improvement("rejected")])) == [
        "assessment.gap Clause 2.1 is partly met, and improvement I-1 was rejected. Name another improvement, or say why the gap is accepted."
      ]
    )
  }

  @Test func `what does not apply needs a reason and has no subjects`() throws {
    let facts = ["clause": "2.1", "status": "notAssessed", "isApplicable": "no"]
    #expect(
      lines(try register(["A-1": facts])) == [
        "assessment.applicability Clause 2.1 is said not to apply, without a reason. Say why it does not apply; the edition lets no clause be left out for convenience.",
        "assessment.subjects Clause 2.1 is said not to apply, but SUP-09 judges 1 subject. Assess the clause, or correct the records.",
      ]
    )
    let reason = facts.merging(["applicabilityReason": "There are no suppliers."]) { $1 }
    #expect(lines(try register(["A-1": reason], ["SUP-09": [.notApplicable: 2]])) == [])
  }

  @Test func `the next assessment is due after a year, on the day not yet overdue`() throws {
    let facts = ["clause": "2.1", "status": "fully", "assessedOn": "2025-06-30"]
    let onTheDay = try register(["A-1": facts], on: "2026-06-30")
    #expect(onTheDay.rows[1].nextOn?.description == "2026-06-30")
    #expect(lines(onTheDay) == [])
    #expect(
      lines(try register(["A-1": facts], on: "2026-07-01")) == [
        "assessment.due Clause 2.1 was to be assessed again by 2026-06-30, 1 day ago. Assess it again."
      ]
    )
    let planned = facts.merging(["nextAssessmentOn": "2027-01-31"]) { $1 }
    #expect(lines(try register(["A-1": planned], on: "2026-07-01")) == [])
  }

  @Test func `the entry assessed last counts, and those of other editions do not`() throws {
    let accepted = ["clause": "2.1", "acceptedReason": "So be it."]
    let register = try register([
      "A-1": accepted.merging(["status": "partly", "assessedOn": "2026-05-01"]) { $1 },
      "A-2": accepted.merging(["status": "none", "assessedOn": "2026-04-01"]) { $1 },
      "A-3": ["edition": "2011", "clause": "2.1", "status": "fully", "assessedOn": "2026-06-01"],
    ])
    #expect(register.rows[1].item?.reference == "A-1")
    #expect(register.problems == [])
  }

  @Test func `an entry of no clause is said`() throws {
    let register = try register([
      "A-1": ["clause": "2", "status": "none"], "A-2": ["clause": "7", "status": "none"],
    ])
    #expect(
      register.problems.map(\.line) == [
        "assessment.clause Assessment A-1 is of clause 2, which ISO/IEC 20000-1:2018 does not have as a row. Assess its parts: 2.1, 2.2.",
        "assessment.clause Assessment A-2 is of clause 7, which ISO/IEC 20000-1:2018 does not have as a row. Take a clause of the edition.",
      ]
    )
  }

  @Test func `rows are chosen by framework`() throws {
    let framework = try #require(Crosswalk.shipped.framework("cobit-2019"))
    #expect(try register([:]).rows(servedBy: framework).map(\.clause.number) == ["2.1", "2.2"])
    let mof = try #require(Crosswalk.shipped.framework("mof-4"))
    #expect(try register([:]).rows(servedBy: mof).isEmpty)
  }
}
