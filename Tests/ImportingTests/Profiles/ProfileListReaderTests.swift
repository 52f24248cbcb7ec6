import Testing

@testable import Importing

/// What a profile says of lists and of JSON in cells.
@Suite struct ProfileListReaderTests {
  private func problems(_ lines: String) -> [String] {
    let yaml = "profile: 1\nid: t\n" + lines
    return Profile.read(yaml: yaml, named: "p.yaml").problems.map { problem in
      let place = problem.place.map { "\($0.line):\($0.column ?? 0)" } ?? "-"
      return "\(place) \(problem.code) \(problem.message) \(problem.remedy)"
    }
  }

  @Test func `lists, paths and roles are read`() throws {
    let yaml = """
      profile: 1
      id: t
      fields:
        title: {from: [A, B], json: "$.a[0]", with: "; "}
        note: {position: 3, json: n}
        value: {from: A, json: v, currency: {column: {json: c}}}
        initialTerm: {from: A, json: t, unitColumn: {json: u}}
      parties:
        - list: {from: P, json: $, bad: warn}
          role: {part: role, values: {K: buyer}, unknown: {use: supplier}}
          name: {part: name}
          when: {part: kind, is: [Firm]}
          identifiers: [{list: {part: ids}, scheme: X, part: $}]
        - list: {from: Q, separator: ";", parts: "|"}
          role: supplier
          name: {part: 1}
          when: {from: R, isNot: [x]}
      """
    let reading = Profile.read(yaml: yaml, named: "p.yaml")
    #expect(reading.problems == [])
    let profile = try #require(reading.profile)
    let path = try #require(JSONPath("$.a[0]"))
    #expect(profile.fields[0].value.source == .json(ProfileColumn("A", "B"), path, with: "; "))
    #expect(profile.fields[2].value.formats.currency?.path?.text == "c")
    #expect(profile.fields[2].value.formats.currency?.column == nil)
    #expect(profile.fields[3].value.formats.unitPath?.text == "u")
    let whole = try #require(JSONPath("$"))
    #expect(profile.parties[0].list == .json(ProfileColumn("P"), whole, .warn))
    #expect(profile.parties[0].role == nil)
    #expect(profile.parties[0].roleValue?.unknown == .use("supplier"))
    let kind = try #require(JSONPath("kind"))
    #expect(profile.parties[0].condition?.source == .inner(kind, with: " "))
    #expect(profile.parties[0].condition?.words == ["firm"])
    let ids = try #require(JSONPath("ids"))
    #expect(profile.parties[0].identifiers[0].list == .inner(ids, .reject))
    #expect(profile.parties[1].role == .supplier)
    #expect(profile.parties[1].name.source == .part(1))
  }

  @Test func `what makes no sense in a list is refused with its line`() {
    let lines = """
      fields:
        url: U
        title: {part: name}
        note: {from: A, json: a..b}
        category: {join: [A, B], json: a}
        department: {json: a}
      parties:
        - {role: supplier, list: {from: A, separator: ";"}, name: {part: name}}
        - {role: {from: R, values: {x: owner}, unknown: keep}, name: N}
        - {role: supplier, name: N, identifiers: [{scheme: X, list: {part: ids}, part: $}]}
        - {role: supplier, list: {json: a}, name: {part: name}}
        - {role: supplier, name: N, when: {is: [x]}}
      """
    #expect(
      problems(lines) == [
        "5:17 profile.value There is no list of which this is a part. Add “list”, or use “from”.",
        "6:25 profile.value “a..b” is not a path in JSON. Write names with points between them, "
          + "such as supplier.name; $ is the whole.",
        "7:34 profile.value “json” says where a value stands in one column. Use it with “from” or "
          + "“position”; within a list “part” alone is the path.",
        "8:15 profile.value “fields.department” must say once where the value comes from. Use "
          + "exactly one of “from”, “position”, “join”, “firstOf”, “constant”, “ask” and “part”.",
        "10:68 profile.value “name” is not a whole number of 0 or more. Write digits only.",
        "11:12 profile.value “parties[2].role” cannot be “owner”. Use one of “buyer”, "
          + "“supplier”, “signatory”.",
        "11:12 profile.value “parties[2].role” has a closed list and cannot keep other words. Use "
          + "reject, warn or {use: VALUE} for “unknown”.",
        "12:70 profile.value There is no JSON list around this one. Name its column with “from”.",
        "13:28 profile.value The list has no column. Add “from”.",
        "14:37 profile.value The condition is incomplete. Add “from”, and “is” or “isNot”.",
      ]
    )
  }
}
