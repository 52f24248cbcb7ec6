import Model
import Storage

extension Report<Reader> {
  /// What is committed to each supplier and promised to each customer.
  static let spend = Report(
    id: "spend",
    title: "Spend",
    summary: "Value and exposure by party: what is spent a year, and what we are bound to pay.",
    noun: CountNoun("line", "lines"),
    emptySentence: "No agreement in force has a value.",
    columns: [
      Column("party", "Party", importance: .essential, overflow: .whole),
      Column("name", "Name", importance: .essential), Column("kind", "Kind", importance: .high),
      Column("currency", "Currency", importance: .low),
      Column("agreements", "Agreements", .integer, importance: .high),
      Column("annualValue", "A year", .money, importance: .essential),
      Column("value", "In all", .money, importance: .high),
      Column("exposure", "Bound to pay", .money, importance: .essential),
      Column("withoutValue", "Without a value", .integer, importance: .medium),
    ],
    notes: [
      "Agreements in force on the day, by first counterparty, kind and currency; the largest first. "
        + "What we are bound to pay is the value a year for the days until we can be free of the "
        + "agreement, rounded down; one without that day or without a value a year is left out of it. "
        + "Amounts of different currencies are never added."
    ],
    rows: { reader, filter, write in
      var spend = Spend(day: reader.asOf.day)
      try AgreementRows(reader).forEach(filter) { spend.take($0) }
      for row in spend.rows { try write(row) }
    }
  )
}

/// Adds up the values of agreements.
private struct Spend {
  private struct Key: Hashable {
    let party, name, kind, currency: String
  }

  private struct Sum {
    var agreements = 0
    var annual: Int64?
    var value: Int64?
    var exposure: Int64?
    var withoutValue = 0
  }

  let day: CivilDay
  private var sums: [Key: Sum] = [:]

  init(day: CivilDay) { self.day = day }

  mutating func take(_ row: AgreementRow) {
    guard row.standing.status == .active || row.standing.status == .underNotice else { return }
    let (annual, value) = (row.record.annualValue, row.record.value)
    let key = Key(
      party: row.counterparty?.reference ?? "",
      name: row.counterparty?.name ?? "",
      kind: row.record.kind ?? "",
      currency: annual?.currency ?? value?.currency ?? ""
    )
    var sum = sums[key] ?? Sum()
    sum.agreements += 1
    if annual == nil, value == nil { sum.withoutValue += 1 }
    Self.add(annual?.minor, to: &sum.annual)
    if value?.currency == key.currency { Self.add(value?.minor, to: &sum.value) }
    Self.add(annual.flatMap { exposure($0.minor, row) }, to: &sum.exposure)
    sums[key] = sum
  }

  /// The value a year for the days that we are still bound.
  private func exposure(_ annual: Int64, _ row: AgreementRow) -> Int64? {
    guard let last = row.standing.boundUntil, last >= day else { return nil }
    let days = Int64(day.days(to: last)) + 1
    return Fraction(numerator: annual, denominator: 365).map { $0 * Fraction(days) }
      .flatMap { $0.roundedDown.wholeNumber }
  }

  /// Adds an amount; a sum that is too large is given up rather than wrong.
  private static func add(_ amount: Int64?, to sum: inout Int64?) {
    guard let amount else { return }
    let (total, isOver) = (sum ?? 0).addingReportingOverflow(amount)
    sum = isOver ? .max : total
  }

  /// By currency, the largest value a year first.
  var rows: [Row] {
    let sorted = sums.sorted { left, right in
      let one = (left.key.currency, -(left.value.annual ?? -1), left.key.party, left.key.kind)
      let two = (right.key.currency, -(right.value.annual ?? -1), right.key.party, right.key.kind)
      return one < two
    }
    return sorted.map { key, sum in
      Row([
        .text(key.party), .text(key.name), .text(key.kind), .text(key.currency),
        Cell(sum.agreements), Self.money(sum.annual, key.currency),
        Self.money(sum.value, key.currency), Self.money(sum.exposure, key.currency),
        Cell(sum.withoutValue),
      ])
    }
  }

  private static func money(_ minor: Int64?, _ currency: String) -> Cell {
    minor.map { .money(minor: $0, currency: currency) } ?? .empty
  }
}
