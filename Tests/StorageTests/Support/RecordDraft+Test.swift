import Importing
import Model

@testable import Storage

extension RecordDraft {
  /// A record on a line, with facts on the lines after it.
  init(
    _ kind: String,
    _ reference: String,
    _ facts: KeyValuePairs<String, String> = [:],
    on day: String? = nil,
    line: Int = 1
  ) {
    self.init(kind: kind, reference: reference, place: Place(line: line, record: line))
    effectiveOn = day
    for (index, fact) in facts.enumerated() {
      let place = Place(line: line + index, column: 3, record: line)
      values.append(Value(field: fact.key, text: fact.value, place: place))
    }
  }
}

extension Store {
  /// Imports records of kinds in our own format as the request number n.
  @discardableResult
  func take(
    records: [RecordDraft],
    _ number: Int,
    isDryRun: Bool = false,
    _ configure: (inout ImportRequest) -> Void = { _ in }
  ) throws -> ImportResult {
    var request = ImportRequest(
      profile: "liaison",
      scheme: "liaison",
      importDay: .of("2026-03-01")
    )
    request.isOwnFormat = true
    configure(&request)
    var plan: [PlanItem] = []
    var problems: [Problem] = []
    let bytes = Array("\(number)".utf8)
    let note = { (item: PlanItem) in plan.append(item) }
    let body = { (session: ImportSession) in
      let digest = try OriginalDigest.of(MemorySource(bytes))
      let source = try session.addSource(path: "\(number).xml", digest) { MemorySource(bytes) }
      for record in records { problems += try session.take(record, from: source) }
      try session.finish { problems.append($0) }
    }
    let outcome = try importing(
      .number(number, "import"),
      request: request,
      isDryRun: isDryRun,
      plan: note,
      body: body
    )
    return ImportResult(outcome: outcome, plan: plan, problems: problems)
  }

  /// The facts of a record of a kind as they hold on a day, by name; nil if there is none.
  func record(_ type: RecordType, _ reference: String, on day: String = "2026-12-31") throws
    -> [String: String]?
  {
    var facts: [String: String]?
    try read(asOf: AsOf(day: .of(day), knowledge: .now)) { reader in
      try reader.forEachText(of: type, reference: reference) { record in
        facts = [:]
        for (field, value) in zip(type.fields, record.values) {
          if let value { facts?[field.name] = field.type.text(value) }
        }
      }
    }
    return facts
  }
}
