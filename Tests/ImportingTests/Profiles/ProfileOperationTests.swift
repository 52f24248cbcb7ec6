import Testing

@testable import Importing

/// A column that says what is to be done with the agreement of a row.
@Suite struct ProfileOperationTests {
  private let profile = """
    key: [Key]
    operation:
      from: Op
      values: {A: new, C: update, D: delete}
    fields:
      title: {from: Title, required: true}
      startsOn: Start
    identifiers:
      - {scheme: other, from: Other}
    parties:
      - {role: supplier, name: Who}

    """
  private let header = "Key,Op,Title,Start,Other,Who,Day\n"

  private func problems(_ yaml: String) -> [String] {
    Profile.read(yaml: "profile: 1\nid: p\n" + yaml, named: "p.yaml").problems.map { problem in
      "\(problem.place?.line ?? 0) \(problem.code) \(problem.message) \(problem.remedy)"
    }
  }

  @Test func `words stand for operations, a blank for none`() throws {
    let rows = "1,A,One,,,,\n2,c,Two,,,,\n3,D,Three,,,,\n4,,Four,,,,\n"
    let run = try MapperRun(profile, header + rows)
    #expect(run.texts == [])
    #expect(run.drafts.map(\.operation) == [.new, .update, .delete, .unsaid])
  }

  @Test func `without a list our own words are understood`() throws {
    let yaml = profile.replacing("\n  values: {A: new, C: update, D: delete}", with: "")
    let run = try MapperRun(yaml, header + "1,new,a,,,,\n2,UPDATE,b,,,,\n3,Delete,c,,,,\n")
    #expect(run.texts == [])
    #expect(run.drafts.map(\.operation) == [.new, .update, .delete])
    let short = "key: [Key]\noperation: Op\nfields: {title: Title}\n"
    #expect(try MapperRun(short, header + "1,delete,,,,,\n").drafts[0].operation == .delete)
  }

  @Test func `of a row that deletes nothing is read but its names and the last day`() throws {
    let row = "1,D,,not a day,X-1,Acme,2026-02-03\n"
    let run = try MapperRun(profile, header + row)
    #expect(run.texts == [])
    #expect(run.drafts[0].said == [])
    #expect(run.drafts[0].parties.isEmpty)
    #expect(run.drafts[0].identifiers.map(\.scheme) == ["other"])
    let yaml = profile.replacing("  from: Op", with: "  from: Op\n  endedOn: Day")
    let day = try MapperRun(yaml, header + row + "2,A,One,,,,2026-02-03\n3,D,,,,,\n")
    #expect(day.texts == [])
    #expect(day.drafts.map { $0.number(.endedOn) } == [20_487, nil, nil])
    #expect(!day.drafts[1].said.contains(.endedOn))
    let field = try MapperRun(
      profile.replacing("startsOn: Start", with: "endedOn: Day"),
      header + row
    )
    #expect(field.drafts[0].number(.endedOn) == 20_487)
  }

  @Test func `an unknown word rejects its row unless the profile has another rule`() throws {
    let rows = "1,X,One,,,,\n"
    let strict = try MapperRun(profile, header + rows)
    #expect(
      strict.texts == ["2:2 error value.unknown The profile does not know the word “X” in “Op”."]
    )
    func run(_ rule: String) throws -> MapperRun {
      let yaml = profile.replacing("  from: Op", with: "  from: Op\n  unknown: \(rule)")
      return try MapperRun(yaml, header + rows)
    }
    let use = try run("{use: update}")
    #expect(use.drafts.map(\.operation) == [.update])
    #expect(
      use.texts == [
        "2:2 warning value.unknown The profile does not know the word “X” in “Op”; "
          + "it is read as “update”."
      ]
    )
  }

  @Test func `a blank cell is a fault where an operation is required`() throws {
    let yaml = profile.replacing("  from: Op", with: "  from: Op\n  required: true")
    let run = try MapperRun(yaml, header + "1,,One,,,,\n")
    #expect(run.texts == ["2:2 error field.required “Op” is blank and must not be."])
  }

  @Test func `a bad last day rejects the row, also where it is the only fault`() throws {
    let yaml = profile.replacing("  from: Op", with: "  from: Op\n  endedOn: Day")
    let run = try MapperRun(yaml, header + "1,D,,,,,soon\n")
    #expect(
      run.texts == ["2:7 error date.unreadable “soon” in “Day” is not a day written as yyyy-MM-dd."]
    )
  }

  @Test func `a file without the columns of operation and last day does not fit`() throws {
    let yaml = profile.replacing("  from: Op", with: "  from: Op\n  endedOn: Day")
    let run = try MapperRun(yaml, "Key,Title\n1,One\n")
    #expect(
      run.texts == [
        "0:0 error column.missing The header lacks the columns “Op”, “Day” that the profile “t” "
          + "needs."
      ]
    )
  }

  @Test func `the operation can stand in JSON, and be the same for all rows`() throws {
    let json = profile.replacing("from: Op", with: "{from: Op, json: do,")
      .replacing("operation:\n  {", with: "operation: {")
      .replacing("\n  values: {A: new, C: update, D: delete}", with: " values: {A: new}}")
    let run = try MapperRun(json, header + "1,\"{\"\"do\"\": \"\"A\"\"}\",One,,,,\n2,{,Two,,,,\n")
    #expect(run.drafts.map(\.operation) == [.new])
    #expect(run.problems.map(\.code) == ["json.unreadable"])
    let constant = profile.replacing("from: Op", with: "constant: C")
    #expect(try MapperRun(constant, header + "1,,One,,,,\n").drafts[0].operation == .update)
  }

  @Test func `a row that goes on needs no operation`() throws {
    let yaml =
      "rows: continued\n" + profile.replacing("  from: Op", with: "  from: Op\n  required: true")
    let run = try MapperRun(yaml, header + "1,A,One,,,Acme,\n,,,,,Bolt,\n")
    #expect(run.texts == [])
    #expect(run.drafts.map(\.operation) == [.new, .unsaid])
  }

  @Test func `a draft kept aside keeps its operation, and its content does not have it`() throws {
    let drafts = try MapperRun(profile, header + "1,A,One,,,,\n1,C,One,,,,\n").drafts
    var bytes: [UInt8] = []
    drafts[0].encode(into: &bytes)
    var copy = Draft()
    copy.decode(bytes)
    #expect(copy.operation == .new)
    let contents = drafts.map { draft in
      var content: [UInt8] = []
      draft.encodeContent(into: &content)
      return content
    }
    #expect(contents[0] == contents[1])
  }

  @Test func `what cannot be an operation is refused`() {
    let head = "key: [K]\nfields: {title: T}\n"
    #expect(
      problems(head + "operation: {from: O, values: {X: remove}}") == [
        "5 profile.value “operation” cannot be “remove”. Use one of “new”, “update”, “delete”."
      ]
    )
    #expect(
      problems(head + "operation: {from: O, unknown: keep}") == [
        "5 profile.value “operation” has a closed list and cannot keep other words. "
          + "Use reject, warn or {use: VALUE} for “unknown”."
      ]
    )
    #expect(
      problems(head + "operation: {from: O, unknown: warn}") == [
        "5 profile.value A row cannot be read without its operation. "
          + "Use reject or {use: VALUE} for “unknown”."
      ]
    )
    #expect(
      problems(head + "operation: {from: O, mismatch: ignore}") == [
        "5 profile.value “ignore” is not possible for “operation.mismatch”. "
          + "Use one of “reject”, “warn”."
      ]
    )
    #expect(
      problems(head + "operation: {from: O, endedOn: {from: D, type: text}}") == [
        "5 profile.value “operation.endedOn” must be a day. Leave out “type”."
      ]
    )
    #expect(
      problems(head + "operation: {from: O, type: text}").map { $0.prefix(47) } == [
        "5 profile.key The key “type” is not known here."
      ]
    )
  }

  @Test func `an operation is refused where it has nothing to act upon`() {
    #expect(
      problems("key: [K]\ncomplete: true\nfields: {title: T}\noperation: O") == [
        "6 profile.value A file with operations lists changes and cannot be complete. "
          + "Remove “operation” or “complete: true”."
      ]
    )
    #expect(
      problems("key: [K]\nrecord: party\nfields: {name: T}\noperation: O") == [
        "6 profile.value Only agreements can have an operation. Remove “operation” or “record”."
      ]
    )
    #expect(
      problems("fields: {title: T}\noperation: O") == [
        "4 profile.value The operation has no key to act upon. Add “key”."
      ]
    )
  }

  @Test func `a check of the profile names the columns of the operation`() throws {
    let yaml =
      "profile: 1\nid: t\n"
      + profile.replacing("  from: Op", with: "  from: Op\n  endedOn: Day")
    let rules = try #require(Profile.read(yaml: yaml, named: "t.yaml").profile)
    let check = try ProfileChecker.check(
      rules,
      MemorySource(header + "1,D,,,,,2026-02-03\n"),
      named: "t.csv"
    )
    #expect(check.columns[1].uses == ["the operation: one of a list of words"])
    #expect(check.columns[6].uses == ["the last day if deleted: a day written as yyyy-MM-dd"])
  }
}
