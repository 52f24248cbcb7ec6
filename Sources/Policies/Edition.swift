package import Model

/// An edition of ISO/IEC 20000-1.
///
/// The raw values are those of the policy key `edition`. Certificates to the edition of 2011 were no
/// longer valid after 29 September 2021; 2005 is the only edition that names a yearly review.
public enum Edition: String, Sendable, CaseIterable, Codable {
  /// ISO/IEC 20000-1:2005.
  case of2005 = "2005"
  /// ISO/IEC 20000-1:2011.
  case of2011 = "2011"
  /// ISO/IEC 20000-1:2018.
  case of2018 = "2018"

  /// The edition that applies unless another one is chosen.
  public static let standard = Self.of2018

  /// The longest interval between two reviews of a service or a contract; nil if any that is
  /// planned will do.
  ///
  /// Source: ISO/IEC 20000-1:2005, 7.2 and 7.3, which want one at least every year.
  package var longestReviewInterval: Period? { self == .of2005 ? Period(known: 12, .month) : nil }

  /// The name of the standard with the year, such as `ISO/IEC 20000-1:2018`.
  public var name: String { "ISO/IEC 20000-1:\(rawValue)" }
}
