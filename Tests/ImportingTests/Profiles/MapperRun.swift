import Testing

@testable import Importing

/// Rows read by a profile: the drafts taken, and all problems as text.
struct MapperRun {
  var drafts: [Draft] = []
  var problems: [Problem] = []

  init(_ profile: String, _ csv: String) throws {
    let reading = Profile.read(yaml: "profile: 1\nid: t\n" + profile, named: "t.yaml")
    #expect(reading.problems == [])
    let rules = try #require(reading.profile)
    let reader = CSVReader(MemorySource(csv), named: "t.csv", dialect: rules.dialect)
    let compiled = CompiledProfile(rules, header: try reader.readHeader())
    problems = compiled.problems + compiled.notes
    let mapper = RecordMapper(compiled, file: "t.csv")
    var record = CSVRecord()
    var draft = Draft()
    while compiled.problems.isEmpty, try reader.next(into: &record) {
      let isTaken = mapper.map(record, into: &draft)
      if isTaken { drafts.append(draft) }
      problems += mapper.problems
      #expect(isTaken == !mapper.problems.contains { $0.severity == .error })
    }
  }

  /// The problems with their places, in the order in which they were found.
  var texts: [String] {
    problems.map {
      "\($0.place?.line ?? 0):\($0.place?.column ?? 0) \($0.severity) \($0.code) \($0.message)"
    }
  }
}
