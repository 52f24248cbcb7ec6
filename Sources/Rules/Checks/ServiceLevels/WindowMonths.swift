import Model

extension ServiceLevelTarget.Window {
  /// How many months it has.
  var monthCount: Int {
    switch self {
    case .month: 1
    case .quarter: 3
    case .halfYear: 6
    case .year: 12
    }
  }
}

extension WorkloadLimit.Window {
  /// How many months it has.
  var monthCount: Int { ServiceLevelTarget.Window(rawValue: rawValue)?.monthCount ?? 1 }
}

extension ReportSpecification.Window {
  /// How many months it has.
  var monthCount: Int { ServiceLevelTarget.Window(rawValue: rawValue)?.monthCount ?? 1 }
}
