extension Alignment {
  /// The limit of a target on its calendar, or on that of its agreement.
  func clocked(
    _ target: ServiceLevelTarget,
    _ agreement: AgreementFile
  ) throws(Reason) -> ClockedLimit {
    guard let limit = target.timeLimit else {
      throw Reason("Target \(target.reference) states no time.")
    }
    if let name = target.calendar {
      guard let calendar = calendars[name] else {
        throw Reason("Target \(target.reference) names calendar \(name), which is not known.")
      }
      return ClockedLimit(limit, calendar)
    }
    guard let calendar = agreement.calendar else {
      throw Reason("No calendar is known on which target \(target.reference) runs.")
    }
    return ClockedLimit(limit, calendar)
  }

  /// The target of an agreement for the same time: of the same priority, else of any; the slowest.
  func matching(
    _ target: ServiceLevelTarget,
    _ agreement: AgreementFile,
    _ source: ServiceNeeds.Source
  ) throws(Reason) -> ServiceLevelTarget {
    let name = "\(agreement.kind.words) \(agreement.reference)"
    guard agreement.isActive else { throw Reason("The \(name) is not in force.") }
    let same = fitting(target, agreement, source).filter { $0.timeLimit != nil }
    guard let first = same.first else {
      let priority = target.priority.map { " for \($0)" } ?? ""
      throw Reason("The \(name) states no time like \(target.reference)\(priority).")
    }
    guard same.count == 1 else {
      throw Reason("The \(name) states several times like \(target.reference).")
    }
    return first
  }

  /// The targets of an agreement with the same metric, of the same priority, else of none.
  func fitting(
    _ target: ServiceLevelTarget,
    _ agreement: AgreementFile,
    _ source: ServiceNeeds.Source
  ) -> [ServiceLevelTarget] {
    let same = targets(of: agreement).filter { other in
      other.metric == target.metric
        && (other.component.map(source.components.contains) ?? true)
        && (other.component != nil || other.service == nil || other.service == source.service
          || agreement.id != source.agreement.id)
    }
    let exact = same.filter { $0.priority == target.priority }
    return exact.isEmpty ? same.filter { $0.priority == nil } : exact
  }
}
