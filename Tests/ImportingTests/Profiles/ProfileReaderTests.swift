import Testing

@testable import Importing

@Suite struct ProfileReaderTests {
  private func problems(_ yaml: String) -> [String] {
    Profile.read(yaml: yaml, named: "p.yaml").problems.map { problem in
      let place = problem.place.map { "\($0.line):\($0.column ?? 0)" } ?? "-"
      return "\(place) \(problem.code) \(problem.message) \(problem.remedy)"
    }
  }

  @Test func `a profile says everything that it can say`() throws {
    let yaml = """
      profile: 1
      id: all
      complete: true
      dialect: {encoding: windows-1252, delimiter: [";", tab], quote: none, headerRows: 2,
        headerJoiner: "|", skipRows: 3, footnoteRows: 1, commentPrefix: "#", skipBlankRows: false,
        trim: false, formulaGuard: true, ragged: pad}
      formats: {dates: [dd.MM.yy], pivot: 1980, decimal: ",", group: " ", round: true}
      missing: [n/a]
      key: {columns: [[A, B], C], joiner: "-"}
      rows: continued
      fields:
        title: {join: [T, U], with: ", ", missing: ["?"]}
        endsOn:
          from: {position: 4}
          sentinels: [{onOrAfter: 2099-01-01, means: openEnded}, {value: offen, means: openEnded}]
          overwrite: never
        renewal: {from: R, values: {tacit: automatic}, unknown: {use: none}}
      behaviour: {mayAdd: false, change: version, absent: end, matchBy: [OCID], rejectLimit: 9}
      """
    let reading = Profile.read(yaml: yaml, named: "p.yaml")
    #expect(reading.problems == [])
    let profile = try #require(reading.profile)
    #expect(profile.dialects.map(\.delimiter) == [0x3B, 0x09])
    #expect(profile.dialect.encoding == .windows1252)
    #expect(profile.dialect.quote == nil)
    #expect(profile.dialect.skipRows == 3)
    #expect(profile.ragged == .pad)
    #expect(profile.key?.columns == [ProfileColumn("A", "B"), ProfileColumn("C")])
    #expect(profile.needsGathering)
    #expect(profile.fields[0].value.missing == ["n/a", "?"])
    #expect(profile.fields[1].value.source == .column(ProfileColumn(position: 4)))
    #expect(profile.fields[1].value.formats.pivot == 1980)
    #expect(profile.fields[1].value.badCell == .reject)
    #expect(profile.fields[1].overwrites == .never)
    #expect(profile.fields[2].value.unknown == .use("none"))
    #expect(profile.behaviour.change == .version)
    #expect(profile.behaviour.rejectLimit == 9)
  }

  @Test func `all faults are told at once, each with its line`() {
    let yaml = """
      profile: 1
      id: Bad Id
      delimeter: ";"
      dialect: {delimiter: "||", ragged: maybe}
      fields:
        title: {form: Title}
        begin: Start
        startsOn: {from: S, dates: [dd.MM.yy, dd.MM]}
        kind: {from: K, values: {x: lease}}
        value: {from: V, currency: EURO}
        endsOn: {from: E, type: money}
      rows: several
      """
    #expect(
      problems(yaml) == [
        "1:1 profile.incomplete The profile lacks “key”. Add “key”: the columns by which rows "
          + "belong together.",
        "2:5 profile.value “Bad Id” cannot be the id of a profile. Use lower-case letters, digits "
          + "and hyphens.",
        "3:1 profile.key The key “delimeter” is not known here. Use one of "
          + ProfileReader.keys.map { "“\($0)”" }.joined(separator: ", ") + ".",
        "4:22 profile.value “||” is not one ASCII character. Write one character in quotes, or tab.",
        "4:36 profile.value “maybe” is not possible for “dialect.ragged”. Use one of “reject”, "
          + "“pad”, “cut”.",
        "6:10 profile.value “fields.title” must say once where the value comes from. Use exactly "
          + "one of “from”, “position”, “join”, “firstOf”, “constant”, “ask” and “part”.",
        "6:11 profile.key The key “form” is not known here. Use one of "
          + (ProfileReader.valueKeys + ["overwrite"]).map { "“\($0)”" }.joined(separator: ", ")
          + ".",
        "7:3 profile.key There is no field “begin”. Use a name from the table of fields in "
          + "docs/formats/csv-profile.md.",
        "8:30 profile.value The pattern “dd.MM.yy” has a two-digit year and no pivot is stated. "
          + "Add “pivot: 1970” to mean 1970 to 2069, or use yyyy.",
        "8:41 profile.value “dd.MM” is not a date pattern. Use yyyy or yy, MM, M or MMM, and dd "
          + "or d, each once, such as dd.MM.yyyy.",
        "9:9 profile.value The field “kind” cannot be “lease”. Use one of “contract”, “sla”, "
          + "“ola”, “customerSupply”.",
        "10:30 profile.value “EURO” is not a currency. Use an ISO 4217 code such as EUR.",
        "11:11 profile.value The field “endsOn” cannot hold the type “money”. Leave out “type”, "
          + "or use “date”.",
      ]
    )
  }

  @Test func `text that is no profile is refused`() {
    #expect(problems("") == ["- profile.syntax The profile is empty. Start with “profile: 1”."])
    #expect(
      problems("profile: 2\nid: a\nfields: {title: T}") == [
        "1:10 profile.version Version “2” of the profile language is not known. Write "
          + "“profile: 1”, or use a newer program."
      ]
    )
    #expect(problems("profile: 1\nid: [").first?.contains("profile.syntax Not YAML") == true)
    #expect(
      problems("profile: 1\nid: a\nid: b").first?.contains("has “id” more than once") == true
    )
    #expect(problems("profile: 1\nid: a\nformats:\n  # none\nfields: {title: T}") == [])
    #expect(problems("- 1").first?.contains("must be a mapping") == true)
  }

  @Test func `a party file is found by a pattern with stars`() {
    let file = ProfilePartyFile(pattern: "*smluvni*strany*.csv", key: ProfileKey([]))
    #expect(file.fits(name: "czech-smluvni-strany.CSV"))
    #expect(!file.fits(name: "smlouvy.csv"))
    #expect(!file.fits(name: "smluvni-strany.txt"))
    #expect(ProfilePartyFile(pattern: "parties.csv", key: ProfileKey([])).fits(name: "Parties.csv"))
  }

  @Test func `a list cell falls into items and parts`() {
    var list = ProfileList(ProfileColumn("S"))
    #expect(list.items(of: " a ; b ") == [["a ; b"]])
    list.separator = ";"
    #expect(list.items(of: " a ;; b ") == [["a"], ["b"]])
    list.parts = "|"
    #expect(list.items(of: "a|1;b|") == [["a", "1"], ["b", ""]])
    list.open = "["
    list.close = "]"
    #expect(list.items(of: "[a|1][b|2") == [["a", "1"], ["b", "2"]])
    #expect(list.items(of: "c|3") == [["c", "3"]])
    #expect(list.items(of: "[|]") == [])
  }
}
