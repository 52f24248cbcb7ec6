extension Alignment {
  /// Compares how long the customer waits with how long an agreement and those on the way take.
  func timeLink(
    _ target: ServiceLevelTarget,
    _ source: ServiceNeeds.Source,
    _ sla: AgreementFile
  ) -> AlignmentLink {
    let title = "\(target.title), \(source.label)"
    let records = [sla.reference, target.reference, source.agreement.reference]
    let isSevere = target.isOfFirstPriority
    do throws(Reason) {
      let promise = try clocked(target, sla)
      var (steps, used): ([ClockedLimit], [ServiceLevelTarget]) = ([], [])
      for agreement in source.path + [source.agreement] {
        let step = try matching(target, agreement, source)
        steps.append(try clocked(step, agreement))
        used.append(step)
      }
      let chain = TimeChain(promise: promise, steps: steps)
      let parts = zip(used, steps).enumerated().map { index, pair in
        AlignmentPart(
          depth: index + 1,
          name: "\(pair.0.reference) \(pair.0.title)",
          value: .number(Fraction(pair.1.limit.count), unit: pair.1.limit.unit.rawValue),
          isBreak: false,
          reason: "on calendar \(pair.1.calendar.reference)"
        )
      }
      return try link(title, chain, isSevere, records + used.map(\.reference), parts)
    } catch {
      return .unknown(
        .time,
        title,
        promised: nil,
        error.sentence,
        isSevere: isSevere,
        records: records
      )
    }
  }

  private func link(
    _ title: String,
    _ chain: TimeChain,
    _ isSevere: Bool,
    _ records: [String],
    _ parts: [AlignmentPart]
  ) throws(Reason) -> AlignmentLink {
    let judged = try judge(chain)
    let parts = parts.enumerated().map { index, part in
      AlignmentPart(
        depth: part.depth,
        name: part.name,
        value: part.value,
        isBreak: index == parts.count - 1 && judged.verdict != .aligned,
        reason: part.reason
      )
    }
    return AlignmentLink(
      .time,
      title,
      promised: judged.promised,
      carried: judged.carried,
      judged.verdict,
      reason: judged.reason,
      isSevere: isSevere,
      records: records,
      parts: parts
    )
  }

  private typealias Judged = (
    promised: AlignmentValue, carried: AlignmentValue, verdict: AlignmentVerdict, reason: String
  )

  /// On one clock by the sum of the steps, else by the worst start of the year.
  private func judge(_ chain: TimeChain) throws(Reason) -> Judged {
    if let steps = chain.onOneClock {
      func hours(_ seconds: Int64) -> AlignmentValue {
        .number(Fraction(seconds / 3_600), unit: "bh")
      }
      let late = steps.total - steps.limit
      return (
        hours(steps.limit), hours(steps.total), late > 0 ? .gap(hours(late)) : .aligned,
        "All on calendar \(chain.promise.calendar.reference)."
      )
    }
    let worst: TimeChain.Worst?
    do { worst = try chain.worst(in: year) } catch { throw Reason(error.sentence) }
    guard let worst else {
      throw Reason("Calendar \(chain.promise.calendar.reference) is closed all year.")
    }
    return (
      .elapsed(worst.start.seconds(to: worst.promised)),
      .elapsed(worst.start.seconds(to: worst.carried)),
      worst.late > 0 ? .gap(.elapsed(worst.late)) : .aligned,
      "Worst start of the year: \(worst.start); promised by \(worst.promised), due "
        + "\(worst.carried)."
    )
  }

  /// The year that begins on the day.
  var year: Term { Term(startsOn: day, endsOn: Term.end(startingOn: day, months: 12)) }

  /// Why something is not known, as a sentence.
  struct Reason: Error {
    let sentence: String
    init(_ sentence: String) { self.sentence = sentence }
  }
}

extension ServiceNeeds.Source {
  /// Whose agreement it is: `contract C-1 with P-1`.
  var label: String {
    let name = "\(agreement.kind.words) \(agreement.reference)"
    return supplier.isEmpty ? name : "\(name) with \(supplier)"
  }
}

extension ServiceLevelTarget {
  /// Whether it is about the cases that stop a customer, called P1.
  var isOfFirstPriority: Bool { priority?.uppercased() == "P1" }
}
