import Model
import TestSupport
import Testing

@testable import Reminders

/// An agreement that depends only on a seed, and what happens to it in the years 2024 to 2028.
struct GeneratedAgreement {
  private(set) var numbers: SplitMix64
  private let id: Int64
  private let kind: AgreementKind
  private let tier: String?
  /// The terms with the first day on which they are known, in order.
  private(set) var terms: [(from: CivilDay, terms: AgreementTerms)] = []
  /// The days on which a review of the agreement was held, in order.
  private var reviews: [CivilDay] = []

  /// Makes an agreement; `changes` is how often its terms change at random.
  init(seed: Int, changes: Int = 0) throws {
    numbers = SplitMix64(seed: UInt64(seed))
    id = Int64(seed + 1)
    kind = [AgreementKind.contract, .contract, .sla, .ola].randomElement(using: &numbers) ?? .sla
    tier =
      [nil, "strategic", "tactical", "operational", "commodity"]
      .randomElement(using: &numbers) ?? nil
    let begin = try ReminderSamples.day("2024-01-01")
    let first = try makeTerms()
    terms = [(.first, first)]
    for _ in 0..<changes {
      let day = begin.adding(days: Int.random(in: 10...1_800, using: &numbers))
      terms.append((day, try makeTerms()))
    }
    terms.sort { $0.from < $1.from }
    for _ in 0..<Int.random(in: 0...4, using: &numbers) {
      reviews.append(begin.adding(days: Int.random(in: -300...1_800, using: &numbers)))
    }
    reviews.sort()
  }

  private mutating func makeTerms() throws -> AgreementTerms {
    var terms = AgreementTerms()
    let start = try ReminderSamples.day("2020-01-01")
      .adding(days: Int.random(in: 0...2_200, using: &numbers))
    terms.startsOn = start
    let months = Int.random(in: 1...48, using: &numbers)
    if Int.random(in: 0..<8, using: &numbers) == 0 {
      terms.openEnded = true
      terms.initialTerm = Period(months, .month)
    } else {
      terms.endsOn = Term.end(startingOn: start, months: months)
    }
    terms.renewal =
      [RenewalKind.automatic, .automatic, .automatic, .option, RenewalKind.none, nil]
      .randomElement(using: &numbers) ?? nil
    terms.renewalTerm = Period(Int.random(in: 1...24, using: &numbers), .month)
    if Int.random(in: 0..<4, using: &numbers) == 0 {
      terms.maxRenewals = Int.random(in: 0...5, using: &numbers)
    }
    terms.noticePeriod =
      [
        Period(known: 1, .month), Period(known: 3, .month), Period(known: 6, .month),
        Period(known: 30, .day), Period(known: 6, .week), Period(known: 1, .quarter), nil,
      ].randomElement(using: &numbers) ?? nil
    terms.noticeTo =
      [nil, nil, nil, NoticeTarget.termEnd, .quarterEnd, .anyTime]
      .randomElement(using: &numbers) ?? nil
    terms.noticeConvention = NoticeConvention.allCases.randomElement(using: &numbers)
    return terms
  }

  /// The terms that are known on a day.
  func terms(on day: CivilDay) -> AgreementTerms {
    terms.last { $0.from <= day }?.terms ?? AgreementTerms()
  }

  /// The file of its party as of a day.
  func file(on day: CivilDay) throws -> RelationshipFile {
    var file = ReminderSamples.file(kind == .sla ? "customer" : "supplier", tier: tier)
    file.party.reference = "P-\(id)"
    var agreement = ReminderSamples.agreement(kind, "A-\(id)", id: id, terms(on: day), on: day)
    for (index, held) in reviews.enumerated() where held <= day {
      let number = Int64(index + 1)
      let review = kind == .contract ? "contract" : kind == .sla ? "sla" : "ola"
      agreement.records.add(
        try Review.sample(
          "R-\(number)",
          id: number,
          [
            "kind": review, "heldOn": "\(held)", "result": "Good.", "minutesIssuedOn": "\(held)",
          ]
        )
      )
      agreement.records.add(
        try Attendance.sample(
          "AT-\(number)",
          id: number,
          ["review": "\(number)", "side": "ours", "name": "Ada"]
        )
      )
    }
    file.agreements = [agreement]
    return file
  }
}
