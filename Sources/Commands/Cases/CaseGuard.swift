import Model
import Storage

/// Refuses steps that the state of a complaint or dispute does not lead to.
enum CaseGuard {
  /// Does nothing for a step that can be, and for records that are no steps.
  ///
  /// - Throws: ``CommandError`` with exit code 64 that names the steps that are possible.
  static func check(
    _ record: NewRecord,
    closing: Complaint.ClosureKind? = nil,
    in store: Store
  ) throws {
    switch record.type.name {
    case ComplaintStep.type.name: try checkComplaint(record, closing, store)
    case DisputeStep.type.name: try checkDispute(record, store)
    default: return
    }
  }

  // MARK: Complaints

  private static func checkComplaint(
    _ record: NewRecord,
    _ closing: Complaint.ClosureKind?,
    _ store: Store
  ) throws {
    guard case .reference(let reference)?? = record.values["complaint"],
      case .text(let word)?? = record.values["kind"],
      case .instant(let instant)?? = record.values["at"],
      let kind = ComplaintStep.Kind(rawValue: word)
    else { return }
    try store.readLatest { reader in
      let complaint = try Complaint.find(reference, in: reader)
      let steps = try reader.records(ComplaintStep.self, having: "complaint", complaint.id)
      let next = ComplaintEvent(kind, closing: closing, at: instant).map { [$0] } ?? []
      try refuse(complaint, steps.compactMap { ComplaintEvent($0) } + next)
    }
  }

  private static func refuse(_ complaint: Complaint, _ events: [ComplaintEvent]) throws {
    do throws(ComplaintFault) {
      _ = try ComplaintHistory(receivedAt: complaint.receivedAt, events: events)
    } catch {
      let sentence =
        switch error {
        case .beforeReceipt: error.sentence
        case .refused(let refusal, _): refusal.sentence
        }
      throw CommandError(message: "Complaint \(complaint.reference): \(sentence)", code: 64)
    }
  }

  // MARK: Disputes

  private static func checkDispute(_ record: NewRecord, _ store: Store) throws {
    guard case .reference(let reference)?? = record.values["dispute"],
      case .text(let word)?? = record.values["kind"],
      case .day(let day)?? = record.values["happenedOn"]
    else { return }
    var level: Int?
    if case .integer(let number)?? = record.values["level"] { level = Int(clamping: number) }
    let event = DisputeEvent(DisputeState(rawValue: word), level: level, on: day)
    try store.readLatest { reader in
      let dispute = try Dispute.find(reference, in: reader)
      let steps = try reader.records(DisputeStep.self, having: "dispute", dispute.id)
      try refuse(dispute, steps.map { DisputeEvent($0) } + [event])
    }
  }

  private static func refuse(_ dispute: Dispute, _ events: [DisputeEvent]) throws {
    do throws(DisputeFault) {
      _ = try DisputeHistory(openedOn: dispute.openedOn, events: events)
    } catch {
      let sentence =
        switch error {
        case .beforeOpening: error.sentence
        case .refused(let refusal, _): refusal.sentence
        }
      throw CommandError(message: "Dispute \(dispute.reference): \(sentence)", code: 64)
    }
  }
}
