import Model

extension TargetHistory.Period {
  /// What the period adds to the picture of its target.
  func part(
    _ target: ServiceLevelTarget,
    _ agreement: AgreementFile,
    _ comparison: ServiceLevelComparison?
  ) -> PicturePart {
    let term = Term(startsOn: measurement.periodStart, endsOn: measurement.periodEnd)
    let series = Picture.Series(
      key: target.reference,
      title: "\(agreement.reference) \(target.title)",
      promise: target.promise,
      limits: [comparison?.lowest, comparison?.highest].compactMap { $0 }
    )
    let point = Picture.Series.Point(
      label: term.label,
      value: judged.value,
      state: pointState,
      note: judged.value.map { $0.text(decimals: 3) }
        ?? (judged.state == .noData ? "no data" : judged.state.rawValue)
    )
    return .point(point, of: series)
  }

  private var pointState: Picture.Series.Point.State {
    switch judged.state {
    case .met: .met
    case .missed: .missed
    case .noData: .noData
    case .excluded, .disputed: .other
    }
  }
}
