import Importing
import Policies
import TestSupport
import Testing

@testable import Rules

@Suite struct ClauseListTests {
  @Test(arguments: [(Edition.of2005, 27), (.of2011, 39), (.of2018, 58)])
  func `each edition has its clauses, and the files are without fault`(
    edition: Edition,
    count: Int
  ) {
    let list = ClauseList.shipped(edition)
    #expect(list.problems == [])
    #expect(list.clauses.count == count)
    #expect(Set(list.clauses.map(\.number)).count == count)
  }

  @Test(arguments: [
    (Edition.of2005, [2, 9, 10, 6]), (.of2011, [0, 12, 21, 6]), (.of2018, [0, 17, 31, 10]),
  ])
  func `so many clauses have nothing to prove, are proven by hand, partly and automatically`(
    edition: Edition,
    counts: [Int]
  ) {
    let clauses = ClauseList.shipped(edition).clauses
    #expect(Clause.Proof.allCases.map { proof in clauses.count { $0.proof == proof } } == counts)
  }

  @Test func `2005 has ten sections, down to 10.1`() {
    #expect(
      ClauseList.shipped(.of2005).clauses.map(\.number) == [
        "1", "2", "3.1", "3.2", "3.3", "4.1", "4.2", "4.3", "4.4.1", "4.4.2", "4.4.3", "5", "6.1",
        "6.2", "6.3", "6.4", "6.5", "6.6", "7.1", "7.2", "7.3", "8.1", "8.2", "8.3", "9.1", "9.2",
        "10.1",
      ]
    )
  }

  @Test func `supplier management of 2018 stands at 8.3.4 and not at 8.3.3`() {
    let list = ClauseList.shipped(.of2018)
    #expect(list.clause("8.3.2")?.title == "Business relationship management")
    #expect(list.clause("8.3.3")?.title == "Service level management")
    #expect(list.clause("8.3.4.1")?.title == "External suppliers")
    #expect(list.clause("8.3.4") == nil)
    #expect(list.clause("8.3.4.1")?.proof == .automatic)
  }

  @Test func `the clauses that a rule judges are found by its id`() {
    #expect(ClauseList.shipped(.of2018).numbers(judgedBy: "SUP-02") == ["5.3", "8.3.4.1"])
    #expect(ClauseList.shipped(.of2011).numbers(judgedBy: "SUP-15") == ["4.5.5.1", "4.5.5.2"])
    #expect(ClauseList.shipped(.of2018).numbers(judgedBy: "BRM-09") == [])
  }

  @Test(arguments: Edition.allCases)
  func `each rule stands at the clause that it names, or below it`(edition: Edition) {
    let list = ClauseList.shipped(edition)
    for rule in Rule.all {
      guard let text = rule.clauses[edition] else { continue }
      for number in text.split(separator: ",").map({ $0.filter { $0 != " " } }) {
        let fits = list.clauses.contains { $0.isWithin(number) && $0.rules.contains(rule.id) }
        #expect(fits, "\(rule.id) names clause \(number) of \(edition.rawValue)")
      }
    }
  }

  @Test func `everything wrong in a list is said with its place`() {
    let text = """
      edition: "2011"
      clauses:
      - clause: "1"
        proof: manual
      - clause: "2"
        title: Two
        proof: much
      - {clause: "3", title: Three, proof: manual, rules: [SUP-9], colour: red}
      - {clause: "3", title: Three, proof: manual}
      """
    let list = ClauseList.read(Array(text.utf8), named: "c.yaml", .of2018)
    #expect(list.clauses.map(\.number) == ["3"])
    #expect(
      list.problems.map { "\($0.place?.line ?? 0) \($0.code): \($0.message) \($0.remedy)" } == [
        "1 clauses.value: “2011” is not possible for “edition”. Write “edition: \"2018\"”.",
        "3 clauses.missing: “clauses[1]” has no “title”. Write it.",
        "7 clauses.value: “much” is not possible for “clauses[2].proof”. Write one of “none”, “manual”, “partly”, “automatic”.",
        "8 clauses.value: “SUP-9” is no id of a rule. Write an id such as SUP-09.",
        "8 clauses.key: The key “colour” is not known here. Use one of “clause”, “title”, “proof”, “records”, “rules”.",
        "9 clauses.duplicate: Clause 3 stands more than once. Correct the value.",
      ]
    )
  }
}
