import Model
import Policies

/// Judges whether the instances of an obligation were fulfilled.
struct ObligationProgress {
  /// An instance with where it stands.
  private typealias Entry = (
    instance: ObligationSchedule.Instance, standing: InstanceStanding
  )

  private let obligation: Obligation
  private let contract: AgreementFile
  private let proofs: ObligationProofs
  private let context: RuleContext
  private let subject: Judgement.Subject
  private let what: String

  init(
    _ obligation: Obligation,
    _ contract: AgreementFile,
    _ file: RelationshipFile,
    _ context: RuleContext
  ) {
    self.obligation = obligation
    self.contract = contract
    proofs = ObligationProofs(obligation, contract, file, on: context.asOf)
    self.context = context
    subject = .agreement(contract)
    what = "Obligation \(obligation.reference) (\(obligation.title)) of \(contract.reference)"
  }

  /// The calendar of the contract, also where the obligation names another one, of which only the
  /// name is known here.
  private var calendar: BusinessCalendar? { contract.calendar ?? context.organization.calendar }

  func judge() -> Judgement {
    let policy = context.policy.obligations
    do throws(RecurrenceProblem) {
      let schedule = try ObligationSchedule(obligation, dueOffset: policy.dueOffset)
      let found = schedule.instances(
        from: obligation.startsOn,
        through: context.asOf,
        calendar: calendar
      )
      guard found.isComplete else {
        return .insufficientData(subject, "\(what): it has too many due days to be judged.")
      }
      return judge(found.instances.map { ($0, standing($0)) })
    } catch {
      return .insufficientData(
        subject,
        "\(what): its due days are not known, because its recurrence cannot be read."
      )
    }
  }

  private func standing(_ instance: ObligationSchedule.Instance) -> InstanceStanding {
    instance.standing(
      on: context.asOf,
      facts: proofs.facts(instance),
      leadDays: context.days(context.policy.judgement.dueSoonLead),
      resubmit: context.policy.obligations.resubmit,
      calendar: calendar
    )
  }

  private func judge(_ entries: [Entry]) -> Judgement {
    let late = entries.filter(\.standing.isOverdue)
    if let first = late.first, let due = first.instance.due { return fail(entries, first, due) }
    if let unknown = entries.first(where: { $0.instance.due == nil && !isSettled($0) }) {
      let reason = unknown.instance.gap?.sentence ?? ""
      return .insufficientData(subject, "\(what): a due day is not known. \(reason)")
    }
    if let open = entries.first(where: { $0.standing.dueState == .dueSoon }) {
      let due = open.instance.due
      let day = due.map { "due \($0)" } ?? "due soon"
      return .dueSoon(subject, due: due, "\(what): \(day), \(words(open)).")
    }
    let delays = entries.count { $0.standing.isSatisfiedLate }
    return .pass(
      subject,
      "\(what): nothing is overdue as of \(context.asOf), \(delays) fulfilled late."
    )
  }

  private func fail(_ entries: [Entry], _ first: Entry, _ due: CivilDay) -> Judgement {
    let count = entries.count(where: \.standing.isOverdue)
    let more = count > 1 ? " and \(count - 1) more" : ""
    let isMajor = longestRun(entries) >= context.policy.obligations.majorInARow
    return .fail(
      subject,
      isMajor ? .major : .minor,
      due: due,
      "\(what): due \(due), \(words(first)), \(Count.days(due.days(to: context.asOf))) overdue as "
        + "of \(context.asOf)\(more)."
    )
  }

  private func longestRun(_ entries: [Entry]) -> Int {
    var run = 0
    return entries.reduce(0) { longest, entry in
      run = entry.standing.isOverdue ? run + 1 : 0
      return max(longest, run)
    }
  }

  private func isSettled(_ entry: Entry) -> Bool {
    [.accepted, .waived, .cancelled].contains(entry.standing.state)
  }

  private func words(_ entry: Entry) -> String {
    switch entry.standing.state {
    case .submitted: "received and not judged yet"
    case .rejected:
      "rejected" + (entry.standing.resubmitBy.map { ", asked for again by \($0)" } ?? "")
    default: "not received"
    }
  }
}
