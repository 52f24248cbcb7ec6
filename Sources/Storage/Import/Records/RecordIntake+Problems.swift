import Importing
import Model

extension RecordIntake {
  /// A record that stands twice in one import.
  func repeated(_ draft: RecordDraft) -> Problem {
    let words = Self.type(draft.kind)?.words ?? draft.kind
    return Problem(
      "key.repeated",
      place: draft.place,
      value: draft.reference,
      message: "The \(words) \u{201C}\(draft.reference)\u{201D} stands in an earlier record of "
        + "this import.",
      remedy: "Remove one of the records."
    )
  }

  /// A record whose reference one had that was withdrawn.
  func withdrawn(_ draft: RecordDraft) -> Problem {
    let words = Self.type(draft.kind)?.words ?? draft.kind
    return Problem(
      "reference.withdrawn",
      place: draft.place,
      value: draft.reference,
      message:
        "The \(words) \u{201C}\(draft.reference)\u{201D} was withdrawn, and its reference is "
        + "not given again.",
      remedy: "Use another reference."
    )
  }

  /// A step of a case to which the steps before it do not lead.
  func outOfOrder(_ draft: RecordDraft, _ sentence: String) -> Problem {
    let kind = draft.values.last { $0.field == "kind" }
    return Problem(
      "step.outOfOrder",
      place: kind?.place ?? draft.place,
      field: "kind",
      value: kind?.text ?? "",
      message: sentence,
      remedy: "Correct the step or its time, or add the steps that lie between."
    )
  }

  /// A fact that refers to nothing.
  func unknown(_ table: String, _ reference: String, _ place: Place, _ field: String) -> Problem {
    let words = Self.type(table)?.words ?? table
    return Problem(
      "reference.unknown",
      place: place,
      field: field,
      value: reference,
      message: "There is no \(words) with the reference \(reference).",
      remedy: "Correct the reference, or add the \(words) to the file."
    )
  }

  /// A fact that refers to a record that was rejected.
  func dependent(_ other: RecordDraft, _ place: Place, _ field: String) -> Problem {
    let words = Self.type(other.kind)?.words ?? other.kind
    return Problem(
      "reference.rejected",
      place: place,
      field: field,
      value: other.reference,
      message: "The \(words) \u{201C}\(other.reference)\u{201D} that it refers to was rejected.",
      remedy: "Correct that \(words) first."
    )
  }
}
