public import Model

extension Reader {
  /// What is needed to compare promises to customers with those of suppliers.
  ///
  /// - Returns: The services and agreements, with credit rules, assessments, risks and calendars.
  /// - Throws: ``StoreError``.
  public func alignment() throws -> Alignment {
    var graph = try serviceGraph()
    graph.records[Risk.self] = try records(Risk.self)
    graph.records[RiskAcceptance.self] = try records(RiskAcceptance.self)
    for rule in try records(CreditRule.self) {
      graph.agreements[rule.agreement]?.records.add(rule)
    }
    for assessment in try records(AlignmentAssessment.self) {
      graph.agreements[assessment.agreement]?.records.add(assessment)
    }
    let targets = graph.agreements.values.flatMap { $0.records[ServiceLevelTarget.self] }
    var calendars: [String: BusinessCalendar] = [:]
    for name in Set(targets.compactMap(\.calendar)) { calendars[name] = try calendar(name) }
    return Alignment(graph, calendars: calendars, on: asOf.day)
  }
}
