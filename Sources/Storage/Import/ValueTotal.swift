import Importing

/// The value of an agreement while the changes of its versions are added up, oldest first.
struct ValueTotal {
  /// The currency that was said last.
  private(set) var currency: String?
  /// Whether every change so far could be added.
  private(set) var isKnown = true
  /// The value in minor units, if the last version to speak of it stated it.
  private var stated: Int64?
  /// The sum in minor units, if the last version to speak of the value changed it.
  private var sum: Int64?

  /// What the version added last says of the value by its change: the sum, null if a change
  /// could not be added; nil if it states the value itself or says nothing of it so far.
  var value: StoredValue? { isKnown ? sum.map(StoredValue.integer) : .null }

  /// Adds what a version says: a value that it states stands, a change is added to the one before.
  ///
  /// A sum that is too large, and changes in another currency than before, leave the value
  /// unknown until a version states it.
  mutating func add(_ version: VersionDraft) {
    let before = currency
    if case .text(let text)? = version.said[.valueCurrency] { currency = text }
    if case .integer(let value)? = version.said[.value] {
      (stated, sum, isKnown) = (value, nil, true)
      return
    }
    guard isKnown, let change = version.valueChange else { return }
    let base = sum ?? stated
    let (total, overflows) = (base ?? 0).addingReportingOverflow(change)
    isKnown = !overflows && (base == nil || currency == before)
    (stated, sum) = (nil, isKnown ? total : nil)
  }
}
