import Model

/// A length of time in one of some units.
///
/// Of each unit at most about ten years can be written.
struct PeriodForm: PolicyForm {
  private let units: [Period.Unit]
  private let least: Int

  /// Takes the units in the order in which they are named.
  init(_ units: [Period.Unit], least: Int = 0) {
    self.units = units
    self.least = least
  }

  /// The time between two reviews and the like.
  static let interval = Self([.month, .day], least: 1)

  /// The time in which something must be done.
  static let limit = Self([.businessDay, .day])

  var words: String {
    units.map { unit in
      "\(Self.name(unit)) (\(least)\(unit.rawValue) to \(Self.most(unit))\(unit.rawValue))"
    }.joined(separator: " or ")
  }

  func text(_ value: Period) -> String { value.description }

  func read(_ node: DataNode) -> Period? {
    guard let text = node.text, let (count, unit) = parts(of: text, at: node) else { return nil }
    guard units.contains(unit) else {
      node.refuse("\(node.subject) cannot be in \(Self.name(unit)).", fault: "unit", value: text)
      return nil
    }
    let limits = least...Self.most(unit)
    return node.within(limits, count, text, unit: unit.rawValue).flatMap { Period($0, unit) }
  }

  /// The number and the unit; a text that has not both is noted.
  private func parts(of text: String, at node: DataNode) -> (Int, Period.Unit)? {
    let unitText = text.drop { $0.isASCII && ($0.isNumber || $0 == "-") }
    guard let count = DataNode.wholeNumber(String(text.dropLast(unitText.count))) else {
      node.refuse("“\(text)” is no length of time.", value: text)
      return nil
    }
    if unitText.isEmpty {
      node.refuse("“\(text)” has no unit.", fault: "unit", value: text)
      return nil
    }
    guard let unit = Period.Unit(rawValue: String(unitText)) else {
      node.refuse("“\(unitText)” is no unit of time.", fault: "unit", value: text)
      return nil
    }
    return (count, unit)
  }

  private static func name(_ unit: Period.Unit) -> String {
    switch unit {
    case .day: "calendar days"
    case .month: "months"
    default: "\(unit.name)s"
    }
  }

  /// The most that can be written, about ten years.
  private static func most(_ unit: Period.Unit) -> Int {
    switch unit {
    case .day: 3_650
    case .businessDay: 2_600
    case .businessHour: 20_800
    case .week: 520
    case .month: 120
    case .quarter: 40
    case .year: 10
    }
  }
}
