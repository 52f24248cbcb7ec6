import Importing
import Policies
import TestSupport
import Testing

@testable import Rules

@Suite struct CrosswalkTests {
  @Test func `four frameworks are mapped, without fault`() {
    #expect(Crosswalk.shipped.problems == [])
    #expect(
      Crosswalk.shipped.frameworks.map { "\($0.id): \($0.parts.count)" } == [
        "cobit-2019: 3", "iso-27001-2022: 5", "itil-4: 3", "mof-4: 3",
      ]
    )
  }

  @Test func `each part names rules of ours and its source`() {
    let ids = Set(
      Edition.allCases.flatMap { ClauseList.shipped($0).clauses.flatMap(\.rules) }
    )
    for part in Crosswalk.shipped.frameworks.flatMap(\.parts) {
      #expect(!part.source.isEmpty)
      #expect(Set(part.rules).subtracting(ids) == [], "\(part.reference)")
      #expect(Set(part.rules).count == part.rules.count, "\(part.reference)")
    }
  }

  @Test func `a rule is found in the parts that it serves`() {
    let references = Crosswalk.shipped.frameworks.flatMap { $0.parts(servedBy: "SUP-09") }
      .map(\.reference)
    #expect(references == ["APO10", "A.5.22", "Supplier management"])
    #expect(Crosswalk.shipped.framework("cobit-2019")?.title == "COBIT 2019")
    #expect(Crosswalk.shipped.framework("cobit-5") == nil)
  }

  @Test func `what is wrong in a framework is said with its place`() {
    let text = """
      framework: x
      title: X
      edition: "1"
      parts:
      - {reference: A, title: Alpha, rules: [sup-09], source: S}
      - {reference: B, title: Beta, rules: [SUP-09]}
      """
    let reading = FrameworkReader.read(Array(text.utf8), named: "x.yaml")
    #expect(reading.framework?.parts.map(\.reference) == ["A"])
    #expect(
      reading.problems.map { "\($0.place?.line ?? 0) \($0.code): \($0.message) \($0.remedy)" } == [
        "5 crosswalk.value: “sup-09” is no id of a rule. Write an id such as SUP-09.",
        "6 crosswalk.missing: “parts[2]” has no “source”. Write it.",
      ]
    )
  }
}
