import Model
import TestSupport
import Testing

@testable import Reporting

@Suite struct TimelinePictureTests {
  private func day(_ text: String) throws -> CivilDay { try #require(CivilDay(text)) }

  private func yearly(_ today: String) throws -> AgreementTimeline {
    var terms = AgreementTerms()
    terms.startsOn = try day("2024-01-01")
    terms.endsOn = try day("2024-12-31")
    terms.renewal = .automatic
    terms.renewalTerm = Period("12m")
    terms.noticePeriod = Period("3m")
    terms.noticeAdjustment = NoticeAdjustment.none
    return AgreementTimeline(
      terms: terms,
      standing: terms.standing(on: try day(today), calendar: nil),
      nextReviewDue: try day("2025-06-30"),
      calendar: nil
    )
  }

  @Test func `terms through today, the one that may come, and when it is too late for each`() throws
  {
    let picture = try #require(try yearly("2025-05-01").picture)
    #expect(
      picture.terms.map { "\($0.label) \($0.first) \($0.last) \($0.kind)" } == [
        "Term 1 2024-01-01 2024-12-31 term", "Term 2 2025-01-01 2025-12-31 otherTerm",
        "Term 3 2026-01-01 2026-12-31 possible",
      ]
    )
    #expect(
      picture.windows.map { "\($0.first) \($0.last)" } == [
        "2024-10-01 2024-12-31", "2025-10-01 2025-12-31", "2026-10-01 2026-12-31",
      ]
    )
    #expect(
      picture.marks.map { "\($0.label) \($0.day)" } == [
        "Next review due 2025-06-30", "Last day for notice 2025-09-30", "Bound until 2025-12-31",
        "Bound until if notice is missed 2026-12-31",
      ]
    )
  }

  @Test func `after notice no further term is drawn`() throws {
    var timeline = try yearly("2025-05-01")
    var terms = timeline.terms
    terms.noticeGivenOn = try day("2025-03-01")
    timeline = AgreementTimeline(
      terms: terms,
      standing: terms.standing(on: try day("2025-05-01"), calendar: nil),
      nextReviewDue: nil,
      calendar: nil
    )
    let picture = try #require(timeline.picture)
    #expect(picture.terms.map(\.label) == ["Term 1", "Term 2"])
  }

  @Test func `only the latest six terms of a long agreement are drawn`() throws {
    let picture = try #require(try yearly("2040-05-01").picture)
    #expect(picture.terms.map(\.label) == (13...18).map { "Term \($0)" })
    #expect(picture.first < picture.terms[0].first)
    #expect(picture.first > picture.terms[0].first.adding(days: -90))
  }

  @Test func `an agreement without agreed end is one stretch to a year from now`() throws {
    var terms = AgreementTerms()
    terms.startsOn = try day("1999-01-01")
    terms.openEnded = true
    let today = try day("2026-11-22")
    let picture = try #require(
      AgreementTimeline(
        terms: terms,
        standing: terms.standing(on: today, calendar: nil),
        nextReviewDue: nil,
        calendar: nil
      )
      .picture
    )
    #expect(
      picture.terms.map { "\($0.label) \($0.first) \($0.last)" } == [
        "Without agreed end 2016-11-21 2027-11-22"
      ]
    )
  }

  @Test func `without agreed end, notice to the end of a year has its window and what comes after`()
    throws
  {
    var terms = AgreementTerms()
    terms.startsOn = try day("2025-01-01")
    terms.openEnded = true
    terms.noticePeriod = Period("3m")
    terms.noticeTo = .yearEnd
    terms.noticeAdjustment = NoticeAdjustment.none
    let standing = terms.standing(on: try day("2026-05-01"), calendar: nil)
    let timeline = AgreementTimeline(
      terms: terms,
      standing: standing,
      nextReviewDue: nil,
      calendar: nil
    )
    let picture = try #require(timeline.picture)
    #expect(
      (picture.terms + picture.windows).map { "\($0.label) \($0.first) \($0.last)" } == [
        "Without agreed end 2025-01-01 2026-12-31", "If missed 2027-01-01 2027-12-31",
        "Too late for notice to 2026-12-31 2026-10-01 2026-12-31",
      ]
    )
  }

  @Test func `nothing is drawn of an agreement without start`() throws {
    let terms = AgreementTerms()
    let standing = terms.standing(on: try day("2026-11-22"), calendar: nil)
    let timeline = AgreementTimeline(
      terms: terms,
      standing: standing,
      nextReviewDue: nil,
      calendar: nil
    )
    #expect(timeline.picture == nil)
  }

  @Test(arguments: [true, false])
  func `a timeline of characters has terms, windows, today and numbered days`(
    usesUnicode: Bool
  ) throws {
    let picture = try #require(try yearly("2025-05-01").picture)
    var options = Sample.options(width: 69)
    options.usesUnicode = usesUnicode
    let lines = TextCanvas(options).lines([.timeline(picture)])
    expectSnapshot(
      lines.joined(separator: "\n") + "\n",
      named: "pictures/timeline-\(usesUnicode ? "unicode" : "ascii").txt"
    )
    #expect(usesUnicode || lines.allSatisfy { $0.utf8.allSatisfy { $0 < 128 } })
    #expect(lines.allSatisfy { DisplayWidth.of($0) <= 69 })
  }

  @Test func `numbers near each other stand in rows of their own`() throws {
    let today = try day("2026-01-01")
    let marks = (0..<4).map { Picture.Timeline.Mark(day: today.adding(days: $0), label: "Day") }
    let far = Picture.Timeline.Mark(day: today.adding(days: 900), label: "Far")
    let picture = Picture.Timeline(today: today, terms: [], windows: [], marks: marks + [far])
    let circles = picture.drawing.elements.filter { $0.name == "circle" }
    let heights = circles.compactMap { $0.attributes.first { $0[0] == "cy" }?[1] }
    #expect(heights == ["102", "123", "144", "165", "102"])
    #expect(picture.drawing.height > 165 + 9)
  }

  @Test(arguments: [(40, 1), (400, 2), (1_500, 3), (3_100, 4), (9_000, 3)])
  func `the axis has a few labels, whatever it spans`(days: Int, least: Int) throws {
    let today = try day("2026-01-15")
    let end = Picture.Timeline.Mark(day: today.adding(days: days), label: "End")
    let ticks = Picture.Timeline(today: today, terms: [], windows: [], marks: [end]).ticks
    #expect((least...7).contains(ticks.count), "\(ticks)")
  }
}
