// Formulas: series ∏ A, redundancy 1 − ∏(1 − A), k of n the sum over all combinations; they hold if
// parts fail independently of each other. All arithmetic is exact.
extension AvailabilityElement {
  /// What the promises of the parts come to together.
  ///
  /// Redundant parts that share a supplier, site or network fail together, so they count as one
  /// part in series within their group. Where a part promises nothing, the result is a span: from
  /// the availability if that part never works to the one if it always does.
  public var availability: ComposedAvailability {
    ComposedAvailability(
      lowest: Percentage(share: share(unknown: .zero)),
      highest: Percentage(share: share(unknown: .one)),
      cautious: Percentage(share: cautiousShare)
    )
  }

  /// The groups within it whose redundant members share a cause, as sentences, in order.
  public var sharedCauses: [String] {
    guard case .group(let group) = self else { return [] }
    let inner = group.members.flatMap(\.sharedCauses)
    guard case .atLeast = group.need else { return inner }
    let shared = group.clusters.filter { $0.count > 1 }.map { cluster in
      let causes = cluster.indices.flatMap { index in
        cluster[..<index].flatMap { $0.causes.intersection(cluster[index].causes) }
      }
      let names = cluster.map(\.name).joined(separator: " and ")
      return "\(names) count in series, they share \(Set(causes).sorted().joined(separator: ", "))."
    }
    return shared + inner
  }

  /// The availability with a value in place of those that are not known.
  private func share(unknown: Fraction) -> Fraction {
    switch self {
    case .part(let part): return part.promised?.share ?? unknown
    case .group(let group):
      guard case .atLeast(let count) = group.need else {
        return Self.product(of: group.members.map { $0.share(unknown: unknown) })
      }
      let blocks = group.clusters.map { cluster in
        (weight: cluster.count, share: Self.product(of: cluster.map { $0.share(unknown: unknown) }))
      }
      return Self.share(ofAtLeast: count, blocks)
    }
  }

  private static func product(of shares: [Fraction]) -> Fraction { shares.reduce(.one, *) }

  /// The probability that blocks work which together have at least so many members.
  ///
  /// Goes through the blocks keeping the probability of each number of working members, which is
  /// the sum over all combinations.
  private static func share(ofAtLeast count: Int, _ blocks: [(weight: Int, share: Fraction)])
    -> Fraction
  {
    var sums: [Fraction] = [.one]
    for block in blocks {
      var next = Array(repeating: Fraction.zero, count: sums.count + block.weight)
      for (number, sum) in sums.enumerated() {
        next[number] = next[number] + sum * (1 - block.share)
        next[number + block.weight] = next[number + block.weight] + sum * block.share
      }
      sums = next
    }
    return sums.dropFirst(max(0, count)).reduce(.zero, +)
  }

  /// A lower bound that holds however failures coincide: for series 1 − Σ(1 − A).
  ///
  /// For k of n it is the largest of (Σ of the m best − (k − 1)) ÷ (m − k + 1) for m from k to n:
  /// on average so many members work, and if fewer than k do, at most k − 1 do.
  private var cautiousShare: Fraction {
    switch self {
    case .part(let part): return part.promised?.share ?? .zero
    case .group(let group):
      let shares = group.members.map(\.cautiousShare).sorted(by: >)
      let count = group.count
      guard count >= 1, count <= shares.count else { return count < 1 ? .one : .zero }
      let bounds = (count...shares.count).compactMap { number in
        (shares[..<number].reduce(.zero, +) - Fraction(count - 1))
          .divided(by: Fraction(number - count + 1))
      }
      return max(.zero, bounds.max() ?? .zero)
    }
  }
}

extension AvailabilityGroup {
  /// The members, those together that share a cause directly or by way of others.
  var clusters: [[AvailabilityElement]] {
    var clusters: [(causes: Set<String>, members: [(Int, AvailabilityElement)])] = []
    for (index, member) in members.enumerated() {
      var causes = member.causes
      var joined = [(index, member)]
      for cluster in clusters where !cluster.causes.isDisjoint(with: member.causes) {
        causes.formUnion(cluster.causes)
        joined += cluster.members
      }
      clusters.removeAll { !$0.causes.isDisjoint(with: member.causes) }
      clusters.append((causes, joined.sorted { $0.0 < $1.0 }))
    }
    return clusters.map { $0.members.map(\.1) }
  }
}

/// What the availabilities of parts come to together.
public struct ComposedAvailability: Hashable, Sendable {
  /// The availability if parts without a promise never work.
  public let lowest: Percentage
  /// The availability if parts without a promise always work.
  public let highest: Percentage
  /// A lower bound that does not need failures to be independent; 0 % at least.
  public let cautious: Percentage

  /// The availability if all parts have a promise, else nil.
  public var exact: Percentage? { lowest == highest ? lowest : nil }
}
