import TestSupport
import Testing

@testable import Importing

/// Columns whose cells hold JSON.
@Suite struct JSONCellTests {
  /// A CSV file of one row: each cell quoted.
  private func csv(_ header: String, _ rows: [String]...) -> String {
    let lines = rows.map { cells in
      cells.map { "\"\($0.replacing("\"", with: "\"\""))\"" }.joined(separator: ",")
    }
    return ([header] + lines).joined(separator: "\n") + "\n"
  }

  @Test func `fields are read at paths of one object`() throws {
    let profile = """
      fields:
        title: {from: D, json: name}
        startsOn: {from: D, json: period.start}
        openEnded: {from: D, json: open, yes: [ja], no: [nein]}
        value: {from: D, json: price.amount, decimal: ",", group: ".",
          currency: {column: {json: price.currency}}}
        noticePeriod: {from: D, json: notice.number, unitColumn: {json: notice.unit}}
        category: {from: D, json: "tags[*]", with: ", "}
        maxRenewals: {from: D, json: "['max renewals']"}
      """
    let json = """
      {"name": " Hall ", "period": {"start": "2024-02-01"}, "open": true, "max renewals": 3,
      "price": {"amount": 1.500, "currency": "KWD"}, "notice": {"number": 3, "unit": "weeks"},
      "tags": ["a", null, 7]}
      """
    let run = try MapperRun(profile, csv("D", [json], [" "], ["{\"open\": false}"]))
    #expect(run.texts == [])
    let first = run.drafts[0]
    #expect(first.text(.title) == "Hall")
    #expect(first.number(.startsOn) == 19_754)
    #expect(first.number(.openEnded) == 1)
    // Three decimals of the Kuwaiti dinar, and not 1500 by the groups of the profile.
    #expect(first.number(.value) == 1500)
    #expect(first.text(.valueCurrency) == "KWD")
    #expect(first.text(.noticePeriod) == "3w")
    #expect(first.text(.category) == "a, 7")
    #expect(first.number(.maxRenewals) == 3)
    #expect(run.drafts[1].said.contains(.title))
    #expect(run.drafts[1].given == [])
    #expect(run.drafts[2].number(.openEnded) == 0)
  }

  @Test func `identifiers keep their digits, also as numbers`() throws {
    let profile = """
      fields: {title: T}
      identifiers:
        - {scheme: ONE, from: D, json: "ids[0]"}
        - {scheme: ALL, from: D, json: ids, list: {from: D, json: ids}, part: $}
      """.replacing("from: D, json: ids, list", with: "list")
    let json = #"{"ids": [12345678901234567890123, "007", 1.10]}"#
    let run = try MapperRun(profile, csv("T,D", ["x", json]))
    #expect(run.texts == [])
    let draft = run.drafts[0]
    #expect(
      draft.identifiers.map { "\($0.scheme)=\(draft.string($0.value))" } == [
        "ONE=12345678901234567890123", "ALL=12345678901234567890123", "ALL=007", "ALL=1.10",
      ]
    )
  }

  private let parties = """
    fields: {title: T}
    parties:
      - list: {from: P, json: $}
        role: {part: role, values: {Kunde: buyer, Lieferant: supplier}}
        name: {part: org.name}
        own: {part: ours}
        country: {part: org.country}
        identifiers:
          - {scheme: REG, part: org.register}
          - {list: {part: ids}, schemeFrom: {part: scheme, values: {ust: VAT, hr: DE-HRB},
              unknown: warn}, scheme: OTHER, part: value}

    """

  @Test func `an array of objects gives a party each, with role and identifiers`() throws {
    let json = """
      [{"role": "kunde", "ours": true, "org": {"name": "Wir", "country": "DE", "register": 17}},
       {"role": "Lieferant", "org": {"name": "A"}, "ids": [{"scheme": "ust", "value": "DE1"},
       {"scheme": "hr", "value": "B 2"}, {"value": 3}]}, null]
      """
    let run = try MapperRun(parties, csv("T,P", ["x", json]))
    #expect(run.texts == [])
    let draft = run.drafts[0]
    #expect(draft.parties.map(\.role) == [.buyer, .supplier])
    #expect(draft.parties.map(\.isOwn) == [true, false])
    #expect(draft.parties.map { draft.string($0.name) } == ["Wir", "A"])
    #expect(draft.parties[0].country.map(draft.string) == "DE")
    #expect(
      draft.partyIdentifiers.map { "\($0.party) \($0.scheme) \(draft.string($0.value))" } == [
        "0 REG 17", "1 VAT DE1", "1 DE-HRB B 2", "1 OTHER 3",
      ]
    )
  }

  @Test func `one object is a list of one, an array of texts a list of names`() throws {
    let one = try MapperRun(
      parties,
      csv("T,P", ["x", #"{"role": "Kunde", "org": {"name": "A"}}"#], ["y", "[]"], ["z", ""])
    )
    #expect(one.texts == [])
    #expect(one.drafts.map(\.parties.count) == [1, 0, 0])
    let names = """
      fields: {title: T}
      parties: [{role: supplier, list: {from: P, json: "$"}, name: {part: "$"}}]
      mentions:
        - {kind: service, list: {from: S, json: "services[*]"}, name: {part: id},
          detail: {part: note}}
      """
    let json = #"{"services": [{"id": "web", "note": "gold"}, {"id": "mail"}]}"#
    let run = try MapperRun(names, csv("T,P,S", ["x", #"["A", " B "]"#, json]))
    #expect(run.texts == [])
    let draft = run.drafts[0]
    #expect(draft.parties.map { draft.string($0.name) } == ["A", "B"])
    #expect(draft.mentions.map { draft.string($0.name) } == ["web", "mail"])
    #expect(draft.mentions.map { $0.detail.map(draft.string) } == ["gold", nil])
  }

  @Test func `a party is left out by a condition on its item, and told if it has no role`() throws {
    let profile = parties.replacing(
      "role: {",
      with: "when: {part: kind, isNot: [person]}\n    role: {"
    )
    let json = """
      [{"kind": "person", "role": "Kunde", "org": {"name": "P"}},
       {"kind": "firm", "role": "Bank", "org": {"name": "B"}},
       {"org": {"name": "N"}}, {"role": "Kunde", "org": {"register": 9}}]
      """
    let run = try MapperRun(profile, csv("T,P", ["x", json]))
    #expect(run.drafts[0].parties.isEmpty)
    #expect(
      run.texts == [
        "2:2 warning value.unknown The profile does not know the word “Bank” in “P: role”. "
          + "It is left empty.",
        "2:2 warning party.withoutRole The party “B” has no role in “P: role” and is not added.",
        "2:2 warning party.withoutRole The party “N” has no role in “P: role” and is not added.",
        "2:2 warning party.unnamed The party has an identifier and no name in “P: org.name”.",
      ]
    )
    #expect(
      run.problems[2].remedy == "Fill in the role, or add its word to “values” in the profile."
    )
  }

  @Test func `a cell that is no JSON is told once, and costs what the values say`() throws {
    let profile = """
      fields:
        title: {from: D, json: name, required: true, bad: warn}
        note: {from: D, json: note}
        startsOn: {from: E, json: start}
      parties: [{role: supplier, list: {from: P, json: $, bad: warn}, name: {part: name}}]
      """
    let run = try MapperRun(
      profile,
      csv("D,E,P", ["{\"name\": \"é\" x}", "", "no"], ["{\"name\": \"a\"}", "{", ""])
    )
    #expect(run.drafts.count == 1)
    #expect(run.drafts[0].said.contains(.title))
    #expect(run.drafts[0].given == [])
    #expect(
      run.texts == [
        "2:1 warning json.unreadable The JSON in “D” cannot be read: “,” or “}” is missing, "
          + "at character 14. It is left empty.",
        "2:3 warning json.unreadable The JSON in “P” cannot be read: a value is missing, "
          + "at character 1. It is left empty.",
        "3:2 error json.unreadable The JSON in “E” cannot be read: a name in double quotes is "
          + "missing, at its end.",
      ]
    )
    #expect(run.problems[0].place == Place(line: 2, column: 1, record: 1))
    #expect(run.problems[0].field == "D")
    #expect(run.problems[0].value == "{\"name\": \"é\" x}")
    #expect(
      run.problems[0].remedy
        == "Correct the cell; it must be one JSON value, with names and texts in double quotes."
    )
  }

  @Test func `repeated names, depth and size are told with remedies`() throws {
    let deep = String(repeating: "[", count: 40)
    let large = "[" + String(repeating: "1,", count: 50_000) + "1]"
    let run = try MapperRun(
      "fields: {note: {from: D, json: $}}",
      csv("D", [#"{"a": 1, "a": 2}"#], [deep], [large], [String(repeating: "1", count: 1_048_577)])
    )
    #expect(
      run.texts == [
        "2:1 warning json.repeated The JSON in “D” has the name “a” twice in one object, "
          + "at character 10. It is left empty.",
        "3:1 warning json.tooDeep The JSON in “D” is nested deeper than 32 levels, "
          + "at character 33. It is left empty.",
        "4:1 warning json.tooLarge The JSON in “D” has more than 50000 values. It is left empty.",
        "5:1 warning json.tooLarge The JSON in “D” has more than 1048576 bytes. It is left empty.",
      ]
    )
    #expect(
      Set(run.problems.map(\.remedy)) == [
        "Keep one of the two; which of them counts is not guessed.",
        "Have the source write less into one cell, or take the column out of the profile.",
      ]
    )
  }

  @Test func `a wrong shape is told with the place in the cell`() throws {
    let profile = """
      fields:
        title: {from: D, json: name}
        startsOn: {from: D, json: period.start}
      parties:
        - {role: supplier, list: {from: D, json: parties}, name: {part: name}, city: {part: a.b}}
      """
    let run = try MapperRun(
      profile,
      csv(
        "D",
        [#"{"name": ["x"], "parties": [{"name": {}}, {"name": "A", "a": "x"}]}"#],
        [#"{"period": "2024"}"#],
        [#"{"parties": "A"}"#],
        [#"{"parties": ["A"]}"#]
      )
    )
    #expect(
      run.texts == [
        "2:1 warning json.shape The JSON in “D” has an array at “$.name”, and the profile needs "
          + "a text or a number there. It is left empty.",
        "2:1 warning json.shape The JSON in “D” has an object at “$.parties[0].name”, and the "
          + "profile needs a text or a number there. It is left empty.",
        "2:1 warning json.shape The JSON in “D” has a text at “$.parties[1].a”, and the profile "
          + "needs an object there. It is left empty.",
        "3:1 error json.shape The JSON in “D” has a text at “$.period”, and the profile needs "
          + "an object there.",
        "4:1 error json.shape The JSON in “D” has a text at “$.parties”, and the profile needs "
          + "an array or an object there.",
        "5:1 warning json.shape The JSON in “D” has a text at “$.parties[0]”, and the profile "
          + "needs an object there. It is left empty.",
      ]
    )
    #expect(run.problems[0].remedy == "Correct the cell, or the path in the profile.")
  }

  @Test func `a bad value within JSON is told as in any cell`() throws {
    let profile = """
      fields:
        startsOn: {from: D, json: start}
        value: {from: D, json: sum, currency: EUR}
        title: {from: D, json: title, required: true}
      """
    let run = try MapperRun(
      profile,
      csv("D", [#"{"start": "soon", "sum": 1e3, "title": "x"}"#], ["{}"])
    )
    #expect(
      run.texts == [
        "2:1 error date.unreadable “soon” in “D: start” is not a day written as yyyy-MM-dd.",
        "2:1 error number.unreadable “1e3” in “D: sum” is not a number as the profile describes it.",
        "3:1 error field.required “D: title” is blank and must not be.",
      ]
    )
  }

  @Test func `missing words and absent columns are no JSON`() throws {
    let profile = """
      missing: ["-"]
      fields: {title: {from: D, json: t, missing: ["?"]}, note: {from: X, json: n}, url: U}
      parties: [{role: supplier, list: {from: Y, json: $}, name: {part: name}}]
      """
    let run = try MapperRun(profile, csv("D,U", ["-", "u"], ["?", "u"], [#"{"t": "?"}"#, "u"]))
    #expect(run.texts == [])
    #expect(run.drafts.map(\.said) == Array(repeating: [.title, .url], count: 3))
    #expect(run.drafts.allSatisfy { $0.given == [.url] })
  }

  @Test func `the check shows where in a cell a value stands`() throws {
    let reading = Profile.read(
      yaml: """
        profile: 1
        id: t
        fields: {title: {from: D, json: name}}
        identifiers: [{scheme: X, list: {from: D, json: ids}, part: $}]
        parties: [{list: {from: P, json: $}, role: {part: role}, name: {part: name}}]
        """,
      named: "t.yaml"
    )
    let profile = try #require(reading.profile)
    let check = try ProfileChecker.check(
      profile,
      MemorySource(csv("D,P", ["{}", "[]"])),
      named: "t.csv"
    )
    #expect(
      check.columns.map(\.uses) == [
        ["title: text, at “name” in JSON", "identifiers X: a list"], ["parties: a list of parties"],
      ]
    )
    #expect(check.unmapped == [])
  }
}
