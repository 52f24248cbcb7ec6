import Importing
import Model
import Policies
import Rules
import Storage

/// The guard of entries in the self-assessment: nobody claims fully against a failing rule without
/// a note.
enum AssessmentEntry {
  /// Looks at what is about to be entered or changed; records of other kinds pass.
  ///
  /// - Throws: The problem `assessment.proof`; what the store throws.
  static func check(_ record: NewRecord, _ store: Store, _ today: CivilDay) throws {
    guard record.type.name == AssessmentItem.type.name,
      record.values["status"] == .some(.text(AssessmentItem.Status.fully.rawValue))
    else { return }
    let machine = Machine.current()
    try store.read(asOf: AsOf(day: today, knowledge: .now)) { reader in
      let old = try record.reference.flatMap { try reader.record(AssessmentItem.self, $0) }
      guard isEmpty(value("comment", record, old?.comment)),
        let clause = value("clause", record, old?.clause),
        let edition = value("edition", record, old?.edition.rawValue)
      else { return }
      let register = try AssessmentRun(reader, machine, Edition(rawValue: edition)).register
      let row = register.rows.first { $0.clause.number == clause }
      if let problem = row?.claimingFully { throw problem }
    }
  }

  /// A fact as it will be: the new value, or the old one if it is not touched.
  private static func value(_ name: String, _ record: NewRecord, _ old: String?) -> String? {
    guard let new = record.values[name] else { return old }
    if case .text(let text)? = new { return text }
    return nil
  }

  private static func isEmpty(_ text: String?) -> Bool {
    text?.allSatisfy(\.isWhitespace) ?? true
  }
}
