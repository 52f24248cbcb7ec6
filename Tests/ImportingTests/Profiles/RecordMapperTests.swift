import TestSupport
import Testing

@testable import Importing

@Suite struct RecordMapperTests {
  /// Reads rows by a profile, and gives the drafts and the problems as text.
  private func run(_ profile: String, _ csv: String) throws -> (drafts: [Draft], problems: [String])
  {
    let reading = Profile.read(yaml: "profile: 1\nid: t\n" + profile, named: "t.yaml")
    #expect(reading.problems == [])
    let compiledProfile = try #require(reading.profile)
    let source = MemorySource(csv)
    let reader = CSVReader(source, named: "t.csv", dialect: compiledProfile.dialect)
    let compiled = CompiledProfile(compiledProfile, header: try reader.readHeader())
    var problems = (compiled.problems + compiled.notes).map { "\($0.code) \($0.message)" }
    let mapper = RecordMapper(compiled, file: "t.csv")
    var drafts: [Draft] = []
    var record = CSVRecord()
    var draft = Draft()
    while compiled.problems.isEmpty, try reader.next(into: &record) {
      let isTaken = mapper.map(record, into: &draft)
      if isTaken { drafts.append(draft) }
      problems += mapper.problems.map {
        "\($0.place?.line ?? 0):\($0.place?.column ?? 0) \($0.severity) \($0.code) \($0.message)"
      }
      #expect(isTaken == !mapper.problems.contains { $0.severity == .error })
    }
    return (drafts, problems)
  }

  @Test func `a column that the file does not have is not said`() throws {
    let (drafts, _) = try run("fields: {title: T, note: N}", "T\na\n\"\"\n")
    #expect(drafts[0].text(.title) == "a")
    #expect(!drafts[0].said.contains(.note))
    #expect(drafts[1].said.contains(.title))
    #expect(!drafts[1].given.contains(.title))
  }

  @Test func `missing words, sentinels and constants`() throws {
    let profile = """
      missing: ["-"]
      fields:
        title: {from: T, missing: [none]}
        kind: {constant: sla}
        endsOn: {from: E, sentinels: [{onOrAfter: 2099-01-01, means: openEnded},
          {onOrBefore: 1900-01-01, means: missing}, {value: open, means: openEnded}]}
      """
    let (drafts, problems) = try run(
      profile,
      "T,E\n-,2099-12-31\nnone,1900-01-01\nx,open\ny,2098-12-31\n"
    )
    #expect(problems == [])
    #expect(drafts.map { $0.text(.title) } == [nil, nil, "x", "y"])
    #expect(drafts.map { $0.number(.openEnded) } == [1, nil, 1, nil])
    #expect(drafts.map { $0.number(.endsOn) } == [47_481, nil, nil, 47_116])
    #expect(drafts.map { $0.text(.kind) } == ["sla", "sla", "sla", "sla"])
  }

  @Test func `a bad cell rejects the row or empties the field, as the field says`() throws {
    let profile = """
      fields:
        startsOn: S
        nextReviewOn: R
        maxRenewals: {from: M, bad: reject}
        openEnded: O
      """
    let (drafts, problems) = try run(profile, "S,R,M,O\nx,,,\n,x,,x\n,,1.5,\n,,2,yes\n")
    #expect(drafts.count == 2)
    #expect(drafts[0].said.contains(.nextReviewOn))
    #expect(drafts[1].number(.maxRenewals) == 2)
    #expect(drafts[1].number(.openEnded) == 1)
    #expect(
      problems == [
        "2:1 error date.unreadable “x” in “S” is not a day written as yyyy-MM-dd.",
        "3:2 warning date.unreadable “x” in “R” is not a day written as yyyy-MM-dd. "
          + "It is left empty.",
        "3:4 warning flag.unreadable “x” in “O” is neither yes nor no. It is left empty.",
        "4:3 error number.notWhole “1.5” in “M” is not a whole number.",
      ]
    )
  }

  @Test func `constraints are judged`() throws {
    let profile = """
      fields:
        title: {from: T, required: true, unique: true}
        note: {from: N, pattern: "[A-Z]+[0-9]"}
        category: {from: C, oneOf: [a, b]}
        startsOn: {from: S, minimum: 2000-01-01, bad: warn}
      """
    let csv = "T,N,C,S\nx,AB1,a,2000-01-01\nx,ab1,c,1999-12-31\n,,a,\n"
    let (drafts, problems) = try run(profile, csv)
    #expect(drafts.count == 1)
    #expect(
      problems == [
        "3:1 error value.repeated “x” in “T” was in an earlier row already.",
        "3:2 warning value.pattern “ab1” in “N” does not have the form that the profile demands. "
          + "It is left empty.",
        "3:3 warning value.notAllowed “c” in “C” is not one of the values allowed. "
          + "It is left empty.",
        "3:4 warning value.belowMinimum “1999-12-31” in “S” is below the least value allowed. "
          + "It is left empty.",
        "4:1 error field.required “T” is blank and must not be.",
      ]
    )
  }

  @Test func `unknown words follow the stated rule`() throws {
    let profile = """
      fields:
        renewal: {from: A, values: {tacit: automatic}}
        declaredStatus: {from: B, values: {on: active}, unknown: {use: draft}}
        category: {from: C, values: {x: y}, unknown: keep}
        structure: {from: D, values: {x: standalone}, unknown: reject}
        tier: E
      """
    let (drafts, problems) = try run(
      profile,
      "A,B,C,D,E\nTACIT,on,x,X,Strategic\nno,off,z,,gold\n,,,q,\n"
    )
    #expect(drafts.count == 2)
    #expect(drafts[0].text(.renewal) == "automatic")
    #expect(drafts[0].text(.tier) == "strategic")
    #expect(drafts[1].text(.declaredStatus) == "draft")
    #expect(drafts[1].text(.category) == "z")
    #expect(
      problems == [
        "3:1 warning value.unknown The profile does not know the word “no” in “A”. "
          + "It is left empty.",
        "3:2 warning value.unknown The profile does not know the word “off” in “B”; "
          + "it is read as “draft”.",
        "3:5 warning value.unknown The profile does not know the word “gold” in “E”. "
          + "It is left empty.",
        "4:4 error value.unknown The profile does not know the word “q” in “D”.",
      ]
    )
  }

  @Test func `a currency is fixed, in a column, or beside the number`() throws {
    let profile = """
      formats: {group: ","}
      fields:
        value: {from: V, currency: {column: C, symbols: {"$": USD, "US$": USD, euros: EUR}}}
        annualValue: {from: A, currency: JPY}
      """
    let csv = """
      V,C,A
      1,eur,5
      "US$ 1,000.50",,5
      ($2),,5
      -$2.5,,5
      3 $,,5
      4,Euros,5.0
      5,,5
      6,QQQ,5
      7,KWD,5.5

      """
    let (drafts, problems) = try run(profile, csv)
    #expect(drafts.map { $0.number(.value) } == [100, 100_050, -200, -250, 300, 400])
    #expect(drafts.map { $0.text(.valueCurrency) } == ["EUR", "USD", "USD", "USD", "USD", "EUR"])
    #expect(drafts[0].number(.annualValue) == 5)
    #expect(
      problems == [
        "8:1 error currency.missing The amount “5” in “V” has no currency.",
        "9:1 error currency.unknown The currency of “6” in “V” is not known.",
        "10:3 error number.tooPrecise “5.5” in “A” has more decimals than its currency.",
      ]
    )
  }

  @Test func `an ambiguous or missing column is said before any row`() throws {
    let profile =
      "key: [K, L]\nrecognizedBy: [M]\nfields: {title: {from: T, required: true}, note: N}"
    let (drafts, problems) = try run(profile, "K,N,n,N\n1,2,3,4\n")
    #expect(drafts.isEmpty)
    #expect(
      problems == [
        "column.missing The header lacks the columns “L”, “M”, “T” that the profile “t” needs.",
        "column.ambiguous The header has “N” more than once, in columns 2 and 4.",
      ]
    )
  }

  @Test func `rows of another width follow the rule of the profile`() throws {
    let csv = "A,B\n1\n1,2,3\n1,2,\n"
    func outcome(_ rule: String) throws -> (Int, [String]) {
      let (drafts, problems) = try run("dialect: {ragged: \(rule)}\nfields: {title: A}", csv)
      return (drafts.count, problems)
    }
    let reject = try outcome("reject")
    #expect(reject.0 == 0)
    #expect(reject.1[0] == "2:0 error row.ragged The row has 1 cells and the header 2.")
    let pad = try outcome("pad")
    #expect(pad.0 == 1)
    #expect(
      pad.1[0] == "2:0 warning row.ragged The row has 1 cells and the header 2. "
        + "The missing ones are read as blank."
    )
    let cut = try outcome("cut")
    #expect(cut.0 == 3)
    #expect(cut.1.count == 2)
    #expect(
      cut.1[1] == "3:0 warning row.ragged The row has 3 cells and the header 2. The rest is cut."
    )
  }

  @Test func `columns of a file without a header are named by position`() throws {
    let profile = """
      dialect: {headerRows: 0}
      key: [{position: 1}]
      fields: {title: {position: 3}, startsOn: {from: {position: 2}}}
      """
    let (drafts, problems) = try run(profile, "1,2024-01-01,x,y\n2,01.01.2024\n")
    #expect(drafts.map { $0.text(.title) } == ["x"])
    #expect(
      problems == [
        "2:2 error date.unreadable “01.01.2024” in “column 2” is not a day written as yyyy-MM-dd."
      ]
    )
  }

  @Test func `the first filled column can be the key`() throws {
    let profile = "key: {firstOf: [Parent, Own]}\nfields: {title: T}"
    let (drafts, problems) = try run(profile, "Own,Parent,T\n1,,x\n2,1,y\n,,z\n")
    #expect(drafts.map { $0.string($0.key) } == ["1", "1"])
    #expect(problems == ["4:2 error key.missing The row has no key in “Parent”, “Own”."])
    let missing = try run(profile, "T\nx\n").problems
    #expect(
      missing == ["column.missing The header lacks the column “Parent” that the profile “t” needs."]
    )
  }

  @Test func `a row under a blank key goes on with the one above`() throws {
    let profile = """
      key: [K]
      rows: continued
      fields: {title: {from: T, required: true}, note: N}
      mentions: [{kind: service, name: S}]
      """
    let (drafts, problems) = try run(profile, "K,T,N,S\n,a,,\n1,x,n,s\n,,,t\n")
    #expect(drafts.map { $0.string($0.key) } == ["1", "1"])
    #expect(drafts[1].said == [])
    #expect(drafts[1].mentions.count == 1)
    #expect(drafts.map { $0.string($0.order) } == ["0000000000002", "0000000000003"])
    #expect(problems == ["2:1 error key.missing The row has no key in “K”."])
  }

  @Test func `the end is computed from start and term, and compared`() throws {
    let profile = """
      checks: {recomputeEnd: true}
      fields: {startsOn: S, endsOn: E, initialTerm: T}
      """
    let csv = "S,E,T\n2024-02-29,,12\n2023-03-01,2024-02-29,1 year\n2024-01-01,2024-07-01,6\n"
    let (drafts, problems) = try run(
      profile,
      csv + "2024-01-01,2024-07-02,6\n2024-01-01,2025-01-01,\n"
    )
    #expect(drafts.map { $0.number(.endsOn) } == [20_147, 19_782, 19_904, 19_904, 20_089])
    #expect(
      problems == [
        "4:2 note end.dayAfter The end 2024-07-01 is not 2024-06-30, the last day of 6m from "
          + "2024-01-01; the computed day is taken.",
        "5:2 warning end.differs The end 2024-07-02 is not 2024-06-30, the last day of 6m from "
          + "2024-01-01; the computed day is taken.",
      ]
    )
  }

  @Test func `keys of several columns cannot be confused`() throws {
    let csv = "A,B,T\na/b,c,x\na,b/c,x\n\\,,x\n,,x\n"
    let (drafts, problems) = try run("key: [A, B]\nfields: {title: T}", csv)
    #expect(drafts.map { $0.string($0.key) } == ["a\\/b/c", "a/b\\/c", "\\\\/"])
    #expect(problems == ["5:1 error key.missing The row has no key in “A”, “B”."])
  }

  @Test func `versions sort by day, then revision as people count, then content`() throws {
    let profile = """
      key: [K]
      formats: {dates: [MM/dd/yyyy]}
      amendments: {revision: [R], order: [D], amount: change}
      fields: {value: {from: V, currency: USD}, changedOn: D}
      """
    let csv = """
      K,R,D,V
      1,10,01/02/2020,1
      1,P9,01/02/2020,1
      1,2,01/02/2020,2
      1,2,01/02/2020,1
      1,5,12/31/2019,1
      1,7,,-1

      """
    let (drafts, problems) = try run(profile, csv)
    #expect(problems == [])
    let sorted = drafts.sorted {
      $0.string($0.order).utf8.lexicographicallyPrecedes($1.string($1.order).utf8)
    }
    #expect(
      sorted.map { $0.amendment.map(drafts[0].string) != nil } == Array(repeating: true, count: 6)
    )
    #expect(
      sorted.map { draft in draft.amendment.map { draft.string($0) } } == [
        "7", "5", "2", "2", "10", "P9",
      ]
    )
    #expect(sorted.map { $0.number(.valueChange) } == [-100, 100, 100, 200, 100, 100])
    #expect(sorted.allSatisfy { $0.number(.value) == nil })
  }

  @Test func `a repeated group of columns gives a party each`() throws {
    let profile = """
      fields: {title: T}
      parties:
        - role: supplier
          numbers: [1, 5]
          name: Party {n} name
          own: {from: "Party {n} ours"}
          identifiers: [{scheme: X, from: "Party {n} id"}]
      """
    let csv =
      "T,Party 1 name,Party 1 id,Party 1 ours,Party 2 name,Party 2 id\na,A,1,yes,B,2\nb,C,,no,,9\n"
    let (drafts, problems) = try run(profile, csv)
    #expect(drafts[0].parties.map { drafts[0].string($0.name) } == ["A", "B"])
    #expect(drafts[0].parties.map(\.isOwn) == [true, false])
    #expect(drafts[0].partyIdentifiers.map(\.party) == [0, 1])
    #expect(drafts[1].parties.count == 1)
    #expect(
      problems == [
        "3:6 warning party.unnamed The supplier has an identifier and no name in “Party 2 name”."
      ]
    )
  }

  @Test func `a question without an answer leaves its field out and says so`() throws {
    let profile = """
      questions: {currency: Which?, unit: Which unit?}
      fields: {value: {from: V, currency: {ask: currency}}, department: {ask: unit}, title: T}
      """
    let (drafts, problems) = try run(profile, "V,T\n1,x\n")
    #expect(drafts[0].said == [.title])
    #expect(
      problems == [
        "answer.missing The profile asks for “currency” and there is no answer; what needs it is "
          + "not read.",
        "answer.missing The profile asks for “unit” and there is no answer; what needs it is not "
          + "read.",
      ]
    )
    let reading = Profile.read(yaml: "profile: 1\nid: t\n" + profile, named: "t.yaml")
    let compiled = CompiledProfile(
      try #require(reading.profile),
      header: ["V", "T"],
      answers: ["currency": "KWD", "unit": "IT"]
    )
    #expect(compiled.notes == [])
  }
}
