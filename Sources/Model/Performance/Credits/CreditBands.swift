/// A ladder of service credits: what is credited by the band that the value lies in.
///
/// Each band begins at its lower bound, which belongs to it, and ends below the bound of the next
/// one. The exact value decides, never its display.
public struct CreditBands: Hashable, Sendable {
  /// One band.
  public struct Band: Hashable, Sendable {
    /// The lowest value in the band, in the unit of the target.
    public let lowerBound: Fraction
    /// What is credited, of the charge.
    public let credit: Percentage

    /// Makes a band.
    public init(lowerBound: Fraction, credit: Percentage) {
      self.lowerBound = lowerBound
      self.credit = credit
    }
  }

  /// The bands, highest bound first.
  public let bands: [Band]

  /// Makes a ladder from bands in any order.
  ///
  /// - Throws: ``CreditProblem`` without bands, for two with the same bound, and for a credit that
  ///   is not from 0 % to 100 %.
  public init(_ bands: [Band]) throws(CreditProblem) {
    guard !bands.isEmpty else { throw .noBands }
    for band in bands where !band.credit.isPart { throw .creditOutOfRange(band.credit.exactText) }
    let sorted = bands.sorted { $0.lowerBound > $1.lowerBound }
    for (band, next) in zip(sorted, sorted.dropFirst()) where band.lowerBound == next.lowerBound {
      throw .sameBound(band.lowerBound.exactText(most: Fraction.mostDecimals))
    }
    self.bands = sorted
  }

  /// Reads lower bounds and per cents, such as `99.90:0 99.50:5 0:25`.
  ///
  /// - Throws: ``CreditProblem`` if the text is no such list or the bands are refused.
  public init(_ text: String) throws(CreditProblem) {
    var bands: [Band] = []
    for part in text.split(whereSeparator: \.isWhitespace) {
      let halves = part.split(separator: ":", omittingEmptySubsequences: false)
      guard halves.count == 2, let bound = try? Fraction(decimal: String(halves[0])),
        let credit = try? Percentage(String(halves[1]))
      else { throw .notABand(String(part)) }
      bands.append(Band(lowerBound: bound, credit: credit))
    }
    try self.init(bands)
  }

  /// The band that the value lies in, or nil below the lowest bound.
  public func band(of value: Fraction) -> Band? { bands.first { value >= $0.lowerBound } }
}
