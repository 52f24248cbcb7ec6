import Foundation
import TestSupport
import Testing

@testable import Importing

@Suite struct ProfileDrafterTests {
  private func draft(_ csv: String, named file: String = "list.csv") -> ProfileDraft {
    ProfileDrafter.draft(start: Array(csv.utf8), isWhole: true, named: file)
  }

  @Test func `a German list is understood and its profile reads it`() throws {
    let csv = """
      Vertragsnummer;Lieferant;Vertragsgegenstand;Vertragsbeginn;Vertragsende;Vertragswert;Kürzel
      V-001;Hallen AG;Miete;01.02.2024;31.01.2026;1.200,50 €;00123
      V-002;Licht GmbH;Strom;15.03.2023;14.03.2025;99,00 €;00124

      """
    let draft = draft(csv, named: "ordner/Verträge 2024.csv")
    #expect(draft.questions == [])
    let meanings = draft.columns.map(\.meaning)
    #expect(meanings == ["key", "supplier name", "title", "startsOn", "endsOn", "value", nil])
    let reading = Profile.read(yaml: draft.yaml, named: "draft.yaml")
    #expect(reading.problems == [])
    let profile = try #require(reading.profile)
    #expect(profile.id == "vertrage-2024")
    let check = try ProfileChecker.check(profile, MemorySource(csv), named: "list.csv")
    #expect(check.isClean, "\(check.text)")
    #expect(check.rows == 2)
  }

  @Test func `an ambiguous order of day and month is a question with both readings`() {
    let draft = draft("Contract number,Vendor,Start date\n1,A,03/04/2024\n2,B,05/06/2024\n")
    #expect(
      draft.questions.map(\.question) == [
        "Does the day or the month come first? All rows allow both."
      ]
    )
    #expect(
      draft.questions[0].answers == [
        "dates: [MM/dd/yyyy]  (then “03/04/2024” is 2024-03-04)",
        "dates: [dd/MM/yyyy]  (then “03/04/2024” is 2024-04-03)",
      ]
    )
    #expect(draft.yaml.contains("  # dates: [MM/dd/yyyy]\n  # dates: [dd/MM/yyyy]\n"))
    #expect(!draft.yaml.contains("\n  dates:"))
  }

  @Test func `one day after the twelfth settles the order`() {
    let draft = draft("Contract number,Vendor,Start date\n1,A,03/04/2024\n2,B,05/26/2024\n")
    #expect(draft.questions == [])
    #expect(draft.yaml.contains("  dates: [MM/dd/yyyy]\n"))
  }

  @Test func `a number that allows two decimal marks is a question`() {
    let draft = draft(
      "Contract number,Vendor,Amount,Currency\n1,A,\"1,234\",EUR\n2,B,\"2,345\",EUR\n"
    )
    #expect(
      draft.questions.map(\.question) == ["Is the comma or the point the decimal mark in “1,234”?"]
    )
  }

  @Test func `words of a closed list are a question that names them`() {
    let draft = draft("Contract number,Vendor,Auto renewal\n1,A,yes\n2,B,No thanks\n")
    #expect(
      draft.questions.map(\.question) == [
        "Which of none, automatic, option does each word of “Auto renewal” mean?"
      ]
    )
    let line = "renewal: {from: Auto renewal, values: {No thanks: ?, \"yes\": ?}}"
    #expect(draft.questions.first?.answers == [line + "  (with one of them for each ?)"])
    #expect(
      draft.yaml.contains("  # ? Put one of none, automatic, option for each ?.\n  # \(line)\n")
    )
  }

  @Test func `a column with days and a word for money is no amount`() {
    let draft = draft("Contract number,Vendor,Value date\n1,A,2024-01-01\n")
    #expect(draft.columns[2].meaning != "value")
  }

  @Test func `a header that fits only in part is proposed and not used`() {
    let draft = draft("Contract number,Vendor,Academic title of honour\n1,A,Dr\n2,B,Dr\n")
    #expect(draft.columns[2].meaning == "title")
    #expect(draft.columns[2].confidence < 75)
    let score = draft.columns[2].confidence
    #expect(draft.yaml.contains("  # ? Only \(score) % sure: title: Academic title of honour\n"))
    #expect(!draft.yaml.contains("\n  title:"))
  }

  @Test func `without a unique column the key is a question`() {
    let draft = draft("Vendor,Title\nA,x\nA,x\n")
    #expect(
      draft.questions.map(\.question) == ["Which column identifies an agreement? None is certain."]
    )
    #expect(draft.yaml.contains("# key: [COLUMN]"))
  }

  @Test(.enabled(if: Corpus.isPresent, "\(Corpus.missing)"))
  func `the Colombian register gets a profile with its open questions`() throws {
    let folder = try #require(Corpus.folder)
    let path = folder.appendingPathComponent("csv/colombia-secop.csv").path
    let bytes = Array(try #require(FileManager.default.contents(atPath: path)))
    let draft = ProfileDrafter.draft(start: bytes, isWhole: true, named: path)
    #expect(draft.rows == 100)
    #expect(draft.columns.map(\.meaning) == ["category", "buyer name", "supplier name", "value"])
    #expect(draft.questions.contains { $0.question == "Which currency are the amounts in?" })
    #expect(Profile.read(yaml: draft.yaml, named: "d.yaml").problems == [])
    let answered = draft.yaml.replacing("  # currency: EUR", with: "  currency: COP")
      .replacing("# ? State the currency.", with: "")
    let text = answered.contains("formats:") ? answered : answered + "formats: {currency: COP}\n"
    let profile = try #require(Profile.read(yaml: text, named: "d.yaml").profile)
    let check = try ProfileChecker.check(profile, MemorySource(bytes), named: path)
    #expect(check.rows == 100)
    #expect(check.rejected == 4)
    #expect(check.counts == ["number.unreadable": 4])
    #expect(draft.columns[3].reason.hasSuffix("the cells are numbers, but for 4 of 100."))
  }
}
