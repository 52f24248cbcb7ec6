public import Storage

extension Report<Reader> {
  /// All reports with rows, in the order in which they are listed.
  public static let all: [Report] = [
    .register, .deadlines, .parties, .alignment, .disputes, .satisfaction, .improvements, .spend,
    .concentration, .changes,
  ]

  /// The report with the name, or nil.
  public static func named(_ id: String) -> Report? { all.first { $0.id == id } }
}
