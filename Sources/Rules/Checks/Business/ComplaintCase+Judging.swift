import Model
import Policies

/// What is not known of a complaint so that it cannot be judged.
struct ComplaintGap: Error {
  /// A sentence that begins with a capital letter.
  let sentence: String
}

extension ComplaintCase {
  /// The calendar of the complaint.
  ///
  /// - Throws: ``ComplaintGap`` without one.
  func knownCalendar() throws(ComplaintGap) -> BusinessCalendar {
    guard let calendar else {
      let words = complaint.calendar.map { "The calendar \($0)" } ?? "The calendar of its clocks"
      throw ComplaintGap(sentence: "\(words) is not known.")
    }
    return calendar
  }

  /// The states that it went through.
  ///
  /// - Throws: ``ComplaintGap`` if its steps contradict each other.
  func knownHistory() throws(ComplaintGap) -> ComplaintHistory {
    switch history {
    case .success(let history): return history
    case .failure(let fault):
      throw ComplaintGap(sentence: "Its steps contradict each other. \(fault.sentence)")
    }
  }

  /// The clocks of the complaint at the instant judged.
  ///
  /// - Throws: ``ComplaintGap``; ``CalendarGap`` if a day of a pause is not known.
  func clocks(_ context: RuleContext) throws -> ComplaintClocks {
    let history = try knownHistory()
    guard let targets = context.policy.targets(for: complaint) else {
      throw ComplaintGap(sentence: "It has no severity, so no limits hold for it.")
    }
    return try ComplaintClocks(
      of: history,
      targets: targets,
      at: context.now,
      calendar: knownCalendar(),
      pauseCap: Int(context.policy.complaints.pauseCap.count),
      warningMillionths: context.policy.complaints.warning.millionths
    )
  }

  /// The local day of an instant, in the zone of the calendar if that is known.
  func day(_ instant: Instant, _ context: RuleContext) -> CivilDay {
    (calendar?.zone ?? context.zone).day(at: instant)
  }
}

extension Rule.Evaluation {
  /// Looks at each complaint; what a rule does not say anything about is nil.
  static func complaints(
    _ judge: @escaping @Sendable (ComplaintCase, RuleContext) throws -> Judgement?
  ) -> Self {
    @Sendable func judgement(_ item: ComplaintCase, _ context: RuleContext) -> Judgement? {
      let gap: String
      do {
        return try judge(item, context)?.about(item.complaint.reference)
          .resting(on: [Judgement.Evidence(item.complaint)])
      } catch let error as ComplaintGap {
        gap = error.sentence
      } catch let error as CalendarGap {
        gap = error.sentence
      } catch {
        gap = "Something is not known of it."
      }
      return Judgement.insufficientData(item.subject, "\(item.name) cannot be judged. \(gap)")
        .about(item.complaint.reference).resting(on: [Judgement.Evidence(item.complaint)])
    }
    return .everywhere(
      { file, context in
        ComplaintCase.all(in: file, context).compactMap { judgement($0, context) }
      },
      { organization, context in
        ComplaintCase.all(in: organization, context).compactMap { judgement($0, context) }
      }
    )
  }
}

extension String? {
  /// Whether there is no text, or only blanks.
  var isBlank: Bool { self?.allSatisfy(\.isWhitespace) ?? true }
}
