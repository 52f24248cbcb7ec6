import Model
import Reporting
import Testing

@testable import Evidence

/// Names are found in any text and replaced by the same pseudonym everywhere.
@Suite struct PseudonymsTests {
  private let pseudonyms = Pseudonyms(
    ["Ada Berg", "Ada Bergmann", "ada.berg", "Jo", "Zoë Ünal", "+49 30 123"],
    secret: Array(repeating: 7, count: 16)
  )

  private func name(_ name: String) -> String { pseudonyms.pseudonym(of: name) }

  @Test func `a name is replaced in a sentence, whatever its case`() {
    #expect(
      pseudonyms.text("Waived by Ada Berg, then by ADA BERG.")
        == "Waived by \(name("Ada Berg")), then by \(name("ada berg"))."
    )
    #expect(name("Ada Berg") == name("ADA BERG"))
  }

  @Test func `the longest name wins, and parts of words are left alone`() {
    #expect(pseudonyms.text("Ada Bergmann") == name("Ada Bergmann"))
    #expect(pseudonyms.text("Ada Bergs Kanada Berg") == "Ada Bergs Kanada Berg")
    #expect(pseudonyms.text("(ada.berg)") == "(\(name("ada.berg")))")
    #expect(pseudonyms.text("Zoë Ünal") == name("Zoë Ünal"))
  }

  @Test func `electronic mail addresses are replaced without being known`() {
    #expect(
      pseudonyms.text("to x.y+z@mail.example.org.") == "to \(name("x.y+z@mail.example.org"))."
    )
    #expect(pseudonyms.text("at @ sign, 5@") == "at @ sign, 5@")
  }

  @Test func `names of two letters stay, for they are words too`() {
    #expect(pseudonyms.text("Jo") == "Jo")
  }

  @Test func `another secret gives other pseudonyms`() {
    let other = Pseudonyms(["Ada Berg"], secret: Array(repeating: 8, count: 16))
    #expect(other.text("Ada Berg") != pseudonyms.text("Ada Berg"))
  }

  @Test func `rows are replaced in all cells, and telephone numbers left out`() {
    let columns = [Column("name", "Name"), Column("phone", "Phone"), Column("all", "All")]
    let row = Row([.text("Ada Berg"), .text("030 5"), .list([.record([.text("Ada Berg")])])])
    let expected: [Cell] = [
      .text(name("Ada Berg")), .empty, .list([.record([.text(name("Ada Berg"))])]),
    ]
    #expect(pseudonyms.row(row, columns).cells == expected)
  }

  @Test func `the facts that name people are facts of their kinds`() {
    for (kind, facts) in PersonNames.facts {
      for fact in facts {
        let kinds = kind == "*" ? RecordType.filed : RecordType.filed.filter { $0.name == kind }
        #expect(kinds.contains { $0.field(fact) != nil }, "\(kind).\(fact)")
      }
    }
  }
}
