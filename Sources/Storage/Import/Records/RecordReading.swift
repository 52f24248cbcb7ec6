import Importing
import Model

/// Reads what a source says of a record into values of its kind, without looking into the store.
struct RecordReading {
  let draft: RecordDraft
  /// The record, as far as it could be read.
  private(set) var record: NewRecord
  /// What is wrong, each with its place.
  private(set) var problems: [Problem] = []

  /// Reads the draft.
  init(_ draft: RecordDraft, _ type: RecordType) {
    self.draft = draft
    let reference = draft.reference.isEmpty ? nil : draft.reference
    record = NewRecord(type, reference: reference, effectiveOn: nil)
    readDay()
    for value in draft.values { read(value) }
    checkValues()
  }

  /// What the record is called: its reference, or the facts by which it is found again.
  var name: String {
    guard let entry = EntryType.named(draft.kind) else { return draft.reference }
    return entry.keys.compactMap { key in
      draft.values.last { $0.field == key && !$0.text.isEmpty }?.text
    }.joined(separator: " ")
  }

  private mutating func readDay() {
    guard let text = draft.effectiveOn, !text.isEmpty else { return }
    record.effectiveOn = CivilDay(text)
    if record.effectiveOn == nil { refuse(text, "effectiveOn", .day, at: draft.place) }
  }

  private mutating func read(_ value: RecordDraft.Value) {
    guard let field = record.type.field(value.field) else {
      return record.set(value.field, .text(value.text))
    }
    guard !value.text.isEmpty else { return record.set(value.field, nil) }
    guard let read = field.type.value(value.text) else {
      return refuse(value.text, value.field, field.type, at: value.place)
    }
    record.set(value.field, read)
  }

  private mutating func refuse(
    _ text: String,
    _ field: String,
    _ type: FieldType,
    at place: Place
  ) {
    problems.append(
      Problem(
        "value.unreadable",
        place: place,
        field: field,
        value: text,
        message: "\u{201C}\(text)\u{201D} is no value of \(field).",
        remedy: "Write \(type.expectation)."
      )
    )
  }

  private mutating func checkValues() {
    var check = RecordCheck()
    record.check(&check)
    do {
      try check.finish()
    } catch {
      problems += locate(error)
    }
  }

  /// Problems of values as they are told for a person's entry, with their places.
  func locate(_ error: any Error) -> [Problem] {
    switch error {
    case let error as InvalidRecord:
      error.problems.map { problem in
        var problem = problem
        problem.place = place(of: problem.field)
        return problem
      }
    case StoreError.notAllowed(let sentence): [refusal(sentence)]
    default: []
    }
  }

  /// The place of a fact, or of the record.
  func place(of field: String?) -> Place {
    draft.values.last { $0.field == field }?.place ?? draft.place
  }

  private func refusal(_ text: String) -> Problem {
    let end = text.firstIndex(of: ".").map { text.index(after: $0) } ?? text.endIndex
    let remedy = text[end...].trimmingPrefix(" ")
    return Problem(
      "record.notAllowed",
      place: draft.place,
      value: draft.reference,
      message: String(text[..<end]),
      remedy: remedy.isEmpty ? "Correct the record." : String(remedy)
    )
  }
}
