import Model
import Policies

/// The figures of a month as rows.
struct ComplaintFigureRows {
  let month: String
  let figures: ComplaintFigures

  var rows: [Row] {
    counts + times + shares + [
      text(
        "pauseShare",
        "Share of paused hours",
        figures.pauseShare.map { $0.text(decimals: 2) }
      ),
      count("repeated", "Repeated", figures.repeated),
      text(
        "satisfaction",
        "Satisfaction with handling",
        figures.satisfaction.map { $0.text(decimals: 2) }
      ),
    ] + compensation
  }

  private var counts: [Row] {
    [
      count("received", "Received", figures.received), count("formal", "Formal", figures.formal),
      with(.bars(ages), count("openAtEnd", "Open at the end", figures.open.count)),
      with(
        oldest,
        text("oldestOpen", "Oldest open, business days", figures.open.oldest.map { "\($0)" })
      ),
      text("medianOpen", "Median age, business days", figures.open.median.map { $0.exactText() }),
      text(
        "percentile90Open",
        "Nine of ten are at most, business days",
        figures.open.percentile90.map { "\($0)" }
      ),
    ]
  }

  private var times: [Row] {
    ComplaintClock.allCases.compactMap { clock in
      figures.inTarget[clock].map {
        ratio("inTarget.\(clock.rawValue)", "In time: \(clock.rawValue)", $0)
      }
    }
  }

  private var shares: [Row] {
    [
      ratio("reopened", "Reopened of closed", figures.reopened),
      ratio("escalated", "Escalated of received", figures.escalated),
      ratio("upheld", "Upheld of decided", figures.upheld),
      ratio("closedAgreed", "Closed by agreement", figures.closedAgreed),
      ratio("closedDeemed", "Closed without an answer", figures.closedDeemed),
      ratio("causedBySupplier", "Caused by a supplier", figures.causedBySupplier),
      ratio("improved", "Improvement raised of upheld", figures.improved),
    ]
  }

  private var compensation: [Row] {
    figures.compensation.sorted { $0.key.code < $1.key.code }.map { currency, amount in
      let money = amount.wholeNumber.map { Money(minorUnits: $0, currency: currency).description }
      return text("compensation.\(currency.code)", "Compensation", money)
    }
  }

  private func count(_ key: String, _ name: String, _ number: Int) -> Row {
    row(key, name, "\(number)", Cell(number), .empty, nil)
  }

  private func text(_ key: String, _ name: String, _ value: String?) -> Row {
    row(key, name, value, .empty, .empty, value == nil ? "no cases" : nil)
  }

  private func ratio(_ key: String, _ name: String, _ ratio: CaseRatio) -> Row {
    row(
      key,
      name,
      ratio.percentage.map { $0.text(decimals: 2) },
      Cell(ratio.numerator),
      Cell(ratio.denominator),
      ratio.percentage == nil ? "no cases" : nil
    )
  }

  private func row(
    _ key: String,
    _ name: String,
    _ value: String?,
    _ numerator: Cell,
    _ denominator: Cell,
    _ state: String?
  ) -> Row {
    Row([
      .text(month), .text(name), Cell(value), numerator, denominator, Cell(state), .text(key),
    ])
  }
}
