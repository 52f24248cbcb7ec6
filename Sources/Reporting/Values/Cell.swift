/// One value of a row, before any format.
///
/// A cell says what the value is; how it looks is decided by the format. The cell's case should
/// fit the kind of its column.
public enum Cell: Sendable, Hashable {
  /// No value: a blank for people, `null` in JSON, nothing between the commas in CSV.
  case empty
  /// A text as it is, any Unicode.
  case text(String)
  /// A local calendar day without a time zone, as days since 1970-01-01.
  case day(Int32)
  /// A moment, as seconds since 1970-01-01T00:00:00Z.
  case instant(Int64)
  /// A whole number.
  case integer(Int64)
  /// An amount in minor units of an ISO 4217 currency code.
  case money(minor: Int64, currency: String)
  /// A part of a whole, shown as a percentage with two decimals, rounded down.
  ///
  /// 1 of 4 is shown as 25.00. A denominator of zero is shown as no value.
  case percent(numerator: Int64, denominator: Int64)
  /// Yes or no.
  case flag(Bool)
  /// The fields of a record, in the order of the column's fields.
  case record([Cell])
  /// Several values of the same kind, in the order in which they are shown.
  case list([Cell])
}
