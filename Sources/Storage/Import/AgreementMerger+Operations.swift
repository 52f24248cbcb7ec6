import Importing
import Model

extension AgreementMerger {
  /// Does what the operation of a record asks for, as far as it is something else than adding
  /// and comparing.
  ///
  /// - Returns: Nil if the record is still to be added or compared; else the problems that keep
  ///   it from being carried out, empty if it is done.
  func carryOut(
    _ draft: borrowing Draft,
    sourceId: Int64,
    digest: [UInt8]
  ) throws -> [Problem]? {
    switch draft.operation {
    case .unsaid: return nil
    case .new: return try judgeNew(draft, sourceId, digest)
    case .update: return try judgeUpdate(draft, sourceId)
    case .delete: return try delete(draft, sourceId)
    }
  }

  /// A new record may have a key that is stored if it says what its source said last, or if its
  /// source had ended the agreement, which then goes on.
  private func judgeNew(
    _ draft: borrowing Draft,
    _ sourceId: Int64,
    _ digest: [UInt8]
  ) throws -> [Problem]? {
    guard !isFirst, let agreement = try findKey(draft) else { return nil }
    if met.contains(agreement) { return [repeated(draft)] }
    let source = FactSource(sourceId: sourceId, place: draft.place)
    if request.mayUpdate, try resume(agreement, source) { return nil }
    if try reader.lastDigest(of: agreement, is: digest) { return nil }
    return try judge(Self.exists(draft, isStrict: request.isStrictAboutOperations), sourceId)
  }

  private func judgeUpdate(_ draft: borrowing Draft, _ sourceId: Int64) throws -> [Problem]? {
    if try find(draft) != nil { return nil }
    if try isRepeated(draft) { return [repeated(draft)] }
    let isStrict = request.isStrictAboutOperations
    if !isStrict, !request.mayAdd { return nil }
    return try judge(Self.notFound(draft, isStrict: isStrict, "changes", "it is added"), sourceId)
  }

  private func delete(_ draft: borrowing Draft, _ sourceId: Int64) throws -> [Problem] {
    guard let agreement = try find(draft) else {
      if try isRepeated(draft) { return [repeated(draft)] }
      let isStrict = request.isStrictAboutOperations
      let problem = Self.notFound(draft, isStrict: isStrict, "ends", "nothing is done")
      return try judge(problem, sourceId) ?? []
    }
    guard meet(agreement) else { return [repeated(draft)] }
    guard request.mayUpdate else {
      outcome.agreements.unchanged += 1
      return []
    }
    let day = draft.number(.endedOn).flatMap { CivilDay(exactly: $0) }
    try end(agreement, on: day, FactSource(sourceId: sourceId, place: draft.place))
    return []
  }

  /// Whether an earlier record of a first import has the key.
  private func isRepeated(_ draft: borrowing Draft) throws -> Bool {
    guard isFirst else { return false }
    return try findKey(draft) != nil
  }

  /// Rejects by an error; keeps a warning as a doubt.
  private func judge(_ problem: Problem, _ sourceId: Int64) throws -> [Problem]? {
    if problem.severity == .error { return [problem] }
    doubts.append((sourceId, problem))
    return nil
  }

  private static func exists(_ draft: borrowing Draft, isStrict: Bool) -> Problem {
    let key = draft.string(draft.key)
    return Problem(
      "operation.exists",
      isStrict ? .error : .warning,
      place: draft.place,
      field: "operation",
      value: key,
      message: "The row says that \u{201C}\(key)\u{201D} is new, and the store has it already"
        + (isStrict ? "." : "; it is compared with what the store has."),
      remedy: isStrict ? remedy : "Nothing needs to be done if the store has the right values."
    )
  }

  private static func notFound(
    _ draft: borrowing Draft,
    isStrict: Bool,
    _ verb: String,
    _ consequence: String
  ) -> Problem {
    let key = draft.string(draft.key)
    return Problem(
      "operation.notFound",
      isStrict ? .error : .warning,
      place: draft.place,
      field: "operation",
      value: key,
      message: "The row \(verb) \u{201C}\(key)\u{201D}, and the store does not have it"
        + (isStrict ? "." : "; \(consequence)."),
      remedy: isStrict ? remedy : "Look whether an earlier file of the source was left out."
    )
  }

  private static let remedy =
    "Correct the operation, import an earlier file that was left out, or set "
    + "\u{201C}mismatch: warn\u{201D} under \u{201C}operation\u{201D} in the profile."
}
