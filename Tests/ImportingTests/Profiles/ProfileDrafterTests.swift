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

  @Test func `the columns of a German customer list are all understood`() throws {
    let draft = try customers()
    #expect(draft.columns.filter { $0.meaning == nil }.map(\.header) == [])
    #expect(
      draft.columns.map { $0.meaning ?? "" } == [
        "key", "customer name", "customer identifier", "party city", "party country", "title",
        "kind", "parentReference", "signedOn", "startsOn", "endsOn", "initialTerm", "renewal",
        "renewalTerm", "noticePeriod", "noticeTo", "annualValue", "owner", "reviewInterval",
        "services",
      ]
    )
    #expect(draft.columns.filter { $0.confidence < 90 }.map(\.header) == [])
    #expect(
      draft.questions.map(\.question) == [
        "What is our own organisation called, which supplies these customers?"
      ]
    )
  }

  @Test func `the draft of a German customer list reads it`() throws {
    let draft = try customers()
    #expect(draft.yaml == Self.customerProfile)
    let reading = Profile.read(yaml: draft.yaml, named: "draft.yaml")
    #expect(reading.problems == [])
    let profile = try #require(reading.profile)
    let source = MemorySource(try Self.customerList())
    let check = try ProfileChecker.check(profile, source, named: "customers.csv")
    #expect(check.isClean, "\(check.text)")
    #expect(check.rows == 9)
  }

  private static let customerProfile = """
    profile: 1
    id: customers
    title: customers
    dialect:
      encoding: windows-1252
      delimiter: ";"
      skipRows: 1
    formats:
      dates: [d.M.yyyy]
      decimal: ","
      group: "."
      currency: {symbols: {"CHF": CHF, "€": EUR}}
    key: ["Vertragsnr."]
    fields:
      title: Gegenstand
      kind: {from: Art, values: {Rahmenvertrag: customerSupply, SLA: sla, Vertrag: customerSupply}}
      structure: {from: Art, values: {Rahmenvertrag: overarching, SLA: subsequent, \
    Vertrag: standalone}}
      parentReference: Rahmenvertrag
      signedOn: Unterschrift
      startsOn: Beginn
      endsOn:
        from: Ende
        sentinels:
          - {value: unbefristet, means: openEnded}
      initialTerm: {from: "Laufzeit (Monate)", unit: months}
      renewal: {from: Verlängerung, values: {keine: none, stillschweigend: automatic}}
      renewalTerm: {from: "um (Monate)", unit: months}
      noticePeriod: Kündigungsfrist
      noticeTo: {from: Kündbar zum, values: {Laufzeitende: termEnd, Monatsende: monthEnd, \
    Quartalsende: quarterEnd}}
      annualValue: Jahresentgelt
      owner: Betreuer
      reviewInterval: Durchsprache alle
    parties:
      - role: buyer
        name: Kunde
        identifiers:
          - {scheme: "customers:party", from: "Kundennr."}
        country: Land
        city: Ort
      # ? Put our own name for NAME.
      # - role: supplier
      #   own: true
      #   name: {constant: NAME}
    mentions:
      - {kind: service, name: Leistungen, separator: ","}

    """

  private static func customerList() throws -> [UInt8] {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    return Array(try Data(contentsOf: root.appending(path: "docs/demo/customers.csv")))
  }

  private func customers() throws -> ProfileDraft {
    let bytes = try Self.customerList()
    return ProfileDrafter.draft(start: bytes, isWhole: true, named: "customers.csv")
  }

  @Test func `a word for no agreed end is a sentinel, and so is the year 9999`() throws {
    let draft = draft(
      """
      Vertragsnummer,Lieferant,Ende
      1,A,31.12.2026
      2,B,unbefristet
      3,C,31.12.9999
      4,D,auf unbestimmte Zeit

      """
    )
    let reason =
      "The header has “ende” and the cells are days or “auf unbestimmte Zeit”, “unbefristet”."
    #expect(draft.columns[2].reason == reason)
    #expect(draft.columns[2].confidence == 99)
    #expect(
      draft.yaml.contains(
        """
          endsOn:
            from: Ende
            sentinels:
              - {value: auf unbestimmte Zeit, means: openEnded}
              - {value: unbefristet, means: openEnded}
              - {onOrAfter: 9999-01-01, means: openEnded}

        """
      )
    )
  }

  @Test func `a word for no agreed end is no day of beginning`() {
    let draft = draft("Vertragsnummer,Beginn\n1,01.01.2026\n2,unbefristet\n")
    #expect(draft.columns[1].confidence == 75)
    #expect(
      draft.columns[1].reason
        == "The header has “beginn” and the cells are days, but for 1 of 2."
    )
  }

  @Test func `numbers are a duration only with their unit in the header`() {
    let draft = draft("Vertragsnummer,Laufzeit in Jahren,Frist\n1,2,3\n2,4,6\n")
    #expect(draft.columns.map(\.meaning) == ["key", "initialTerm", "noticePeriod"])
    #expect(draft.columns.map(\.confidence) == [99, 99, 65])
    #expect(
      draft.columns[2].reason == "The header has “frist”; the cells are numbers without a unit."
    )
    #expect(draft.yaml.contains("  initialTerm: {from: Laufzeit in Jahren, unit: years}\n"))
    #expect(draft.yaml.contains("  # ? Only 65 % sure: noticePeriod: Frist\n"))
  }

  @Test func `a closed list with one unknown word is a question that keeps the known ones`() {
    let draft = draft("Vertragsnummer,Verlängerung\n1,stillschweigend\n2,nach Absprache\n")
    let line =
      "renewal: {from: Verlängerung, values: {nach Absprache: ?, stillschweigend: automatic}}"
    #expect(draft.questions.map(\.answers) == [[line + "  (with one of them for each ?)"]])
    #expect(draft.yaml.contains("  # \(line)\n"))
  }

  @Test func `details of a party are read only beside its name`() {
    let draft = draft("Vertragsnummer,PLZ,Ort,Land\n1,10115,Berlin,DE\n")
    #expect(draft.columns.map(\.meaning) == ["key", nil, nil, nil])
    #expect(!draft.yaml.contains("parties:"))
  }

  @Test func `a country that is written out is proposed and not used`() {
    let draft = draft("Vertragsnummer,Lieferant,Straße,PLZ,Land\n1,A,Am Ort 1,10115,Polen\n")
    #expect(draft.columns.map(\.confidence) == [99, 90, 90, 90, 60])
    #expect(
      draft.columns[4].reason == "The header has “land”; the cells are no codes of two letters."
    )
    #expect(draft.yaml.contains("    address: Straße\n    postalCode: PLZ\n"))
  }

  @Test(arguments: [
    "Numéro de contrat;Fournisseur;Ville;Début;Fin;Préavis",
    "Número de contrato;Proveedor;Ciudad;Fecha de inicio;Fecha fin;Preaviso",
    "Número do contrato;Fornecedor;Cidade;Início;Término;Aviso prévio",
    "Nr umowy;Dostawca;Miasto;Początek;Koniec;Okres wypowiedzenia",
    "Číslo smlouvy;Dodavatel;Město;Začátek;Konec;Výpovědní lhůta",
  ])
  func `header words of other languages are understood`(header: String) {
    let draft = draft("\(header)\nA-1;A;X;01.02.2024;31.01.2026;3m\n")
    #expect(
      draft.columns.map { $0.meaning ?? "" } == [
        "key", "supplier name", "party city", "startsOn", "endsOn", "noticePeriod",
      ]
    )
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
