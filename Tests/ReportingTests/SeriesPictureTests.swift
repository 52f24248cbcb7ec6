import Model
import Testing

@testable import Reporting

@Suite struct SeriesPictureTests {
  private static func point(
    _ label: String,
    _ value: Fraction?,
    _ state: Picture.Series.Point.State
  ) -> Picture.Series.Point {
    Picture.Series.Point(
      label: label,
      value: value,
      state: state,
      note: value.map { $0.text(decimals: 1) } ?? "no data"
    )
  }

  private let series: Picture.Series = {
    var series = Picture.Series(key: "T-1", title: "Mails read", promise: "at least 90 %")
    series.limits = [90]
    series.points = [
      point("2026-01", 95, .met), point("2026-02", 80, .missed), point("2026-03", nil, .noData),
      point("2026-04", nil, .other), point("2026-05", 90, .met),
    ]
    return series
  }()

  private func lines(width: Int, usesUnicode: Bool) -> [String] {
    var options = Sample.options(width: width)
    options.usesUnicode = usesUnicode
    return TextCanvas(options).lines([.series(series)])
  }

  @Test func `a sparkline shows values, gaps and misses`() {
    #expect(
      lines(width: 80, usesUnicode: true) == [
        "Mails read  █▁?·▅  90.0  (at least 90 %)", "             ×     × Missed in 1 of 5",
      ]
    )
  }

  @Test func `without UTF-8 a sparkline is ASCII`() {
    let lines = lines(width: 80, usesUnicode: false)
    #expect(
      lines == [
        "Mails read  #_?.=  90.0  (at least 90 %)", "             x     x Missed in 1 of 5",
      ]
    )
    #expect(lines.allSatisfy { $0.utf8.allSatisfy { $0 < 128 } })
  }

  @Test func `the words name every period, the promise and the misses`() {
    #expect(
      series.words
        == "2026-01: 95.0; 2026-02: 80.0; 2026-03: no data; 2026-04: no data; 2026-05: 90.0."
        + " Promised: at least 90 %. Missed: 2026-02."
    )
  }

  @Test func `a drawing has the limit, a cross for the miss and no line across a gap`() {
    let elements = series.drawing.elements
    #expect(elements.count { $0.attributes.contains(["class", "limit"]) } == 1)
    #expect(elements.count { $0.attributes.contains(["class", "curve"]) } == 1)
    #expect(elements.count { $0.attributes.contains(["class", "dot"]) } == 2)
    let signs = elements.flatMap(\.children).flatMap(\.attributes)
    #expect(signs.count { $0 == ["class", "cross"] } == 1)
    #expect(signs.count { $0 == ["class", "dash"] } == 1)
    #expect(elements.count { $0.text == "?" } == 1)
  }

  @Test func `the highest value is drawn above the lowest one, within the drawing`() throws {
    let heights = series.drawing.elements.filter { $0.name == "circle" }
      .compactMap { $0.attributes.first { $0[0] == "cy" } }.compactMap { Int($0[1]) }
    #expect(heights == [26, 50])
    #expect(series.drawing.height > 96)
  }

  private func notes(_ count: Int, missed: [Int]) -> [String] {
    var series = Picture.Series(key: "T-1", title: "Mails read", promise: nil)
    series.points = (0..<count).map { index in
      let state: Picture.Series.Point.State = missed.contains(index) ? .missed : .met
      return Self.point("P\(index)", Fraction(index), state)
    }
    return series.drawing.elements.compactMap { element in
      element.attributes.contains(["class", "value"]) ? element.text : nil
    }
  }

  @Test func `points have texts where there is room, the last one and misses first`() {
    #expect(notes(5, missed: []) == ["0.0", "1.0", "2.0", "3.0", "4.0"])
    #expect(notes(6, missed: []) == ["5.0"])
    #expect(notes(12, missed: [0, 1, 2, 3, 9, 10]) == ["0.0", "3.0", "11.0"])
    #expect(notes(13, missed: [0, 1, 2, 3, 9, 10]) == ["12.0"])
    #expect(notes(1, missed: [0]) == ["0.0"])
    #expect(notes(0, missed: []) == [])
  }

  @Test(arguments: [(24, "?"), (25, nil)])
  func `question marks give way to strokes where there are many`(count: Int, text: String?) {
    var series = Picture.Series(key: "T-1", title: "Mails read", promise: nil)
    series.points = (0..<count).map { Self.point("P\($0)", nil, .noData) }
    let elements = series.drawing.elements
    #expect(elements.count { $0.text == "?" } == (text == nil ? 0 : count))
    let strokes = elements.flatMap(\.children).count {
      $0.attributes.contains(["class", "stroke"])
    }
    #expect(strokes == (text == nil ? count : 0))
  }

  @Test func `equal values lie in the middle`() {
    #expect(PictureScale([5, 5])?.step(of: 5, last: 7) == 3)
    #expect(PictureScale([])?.step(of: 5, last: 7) == nil)
  }

  @Test func `values beyond the range stay on its edge`() {
    let scale = PictureScale([0, 10])
    #expect(scale?.step(of: -5, last: 7) == 0)
    #expect(scale?.step(of: 11, last: 7) == 7)
    #expect(scale?.step(of: 5, last: 7) == 3)
  }
}
