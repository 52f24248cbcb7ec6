import Model
import TestSupport
import Testing

@testable import Reporting

/// Pictures of every kind, as text and as they stand in HTML.
@Suite struct PictureKindTests {
  private static let bars = Picture.Bars(
    title: "Open complaints by age",
    noun: CountNoun("complaint", "complaints"),
    bars: [
      Picture.Bars.Bar(label: "Up to 5 days", count: 200),
      Picture.Bars.Bar(label: "Older", count: 1, isAlert: true),
      Picture.Bars.Bar(label: "Oldest", count: 0),
    ]
  )

  private static let map: Picture.HeatMap = {
    var map = Picture.HeatMap()
    for (name, impact, risk) in [
      ("Anker", 5, 5), ("Boje", 5, 5), ("<Container>", 3, 1), ("Deich", 1, 2), ("None", 6, 0),
    ] {
      map.add(Picture.HeatMap.Supplier(name: name, impact: impact, risk: risk))
    }
    return map
  }()

  private static let chain: Picture.Chain = {
    var chain = Picture.Chain(key: "S-1", title: "SLA S-1 for Möhring & Töchter")
    chain.links = [
      link(0, "SLA S-1: Hosting", nil, .broken, "gap"),
      link(1, "Shop available <always>", "promised 99.9 %, carried 99.5 %", .broken, "gap"),
      link(2, "Network", "carried 99.95 %", .none, nil),
      link(
        2,
        "Data centre with a name that is much too long for one line",
        "carried 99.5 %",
        .broken,
        "breaks"
      ),
      link(1, "Answer", nil, .unknown, "unknown"), link(1, "Hours", nil, .carried, "aligned"),
      link(1, "Notice", nil, .accepted, "gap"),
    ]
    return chain
  }()

  private static func link(
    _ level: Int,
    _ text: String,
    _ figures: String?,
    _ verdict: Picture.Chain.Link.Verdict,
    _ word: String?
  ) -> Picture.Chain.Link {
    Picture.Chain.Link(level: level, text: text, figures: figures, verdict: verdict, word: word)
  }

  private static let pictures: [Picture] = [.bars(bars), .heatMap(map), .chain(chain)]

  @Test(arguments: [true, false])
  func `bars and the map are as recorded, in Unicode and in ASCII`(usesUnicode: Bool) {
    var options = Sample.options(width: 60)
    options.usesUnicode = usesUnicode
    let lines = TextCanvas(options).lines(Self.pictures)
    expectSnapshot(
      lines.joined(separator: "\n") + "\n",
      named: "pictures/kinds-\(usesUnicode ? "unicode" : "ascii").txt"
    )
    #expect(usesUnicode || lines.allSatisfy { $0.utf8.allSatisfy { $0 < 128 } })
  }

  @Test func `every picture in HTML is as recorded`() throws {
    let sink = MemorySink()
    var out = OutputBuffer(sink)
    try HTMLPicture.append(Self.pictures, PictureHeading("All & sundry."), cut: "Cut.", to: &out)
    try out.flush()
    expectSnapshot(sink.text, named: "pictures/kinds.html")
    #expect(!sink.text.contains("<always>"))
    #expect(!sink.text.contains("style="))
  }

  @Test func `a bar is at least one sign long and has none without a count`() {
    let canvas = TextCanvas(Sample.options(width: 60))
    #expect(canvas.bar(1, of: 1_000_000, room: 40) == "█")
    #expect(canvas.bar(0, of: 10, room: 40) == "")
    #expect(canvas.bar(10, of: 10, room: 4) == "████")
    #expect(canvas.bar(0, of: 0, room: 4) == "")
  }

  @Test func `the map counts all suppliers of a field and names the first six`() {
    var map = Picture.HeatMap()
    for number in 1...8 {
      map.add(Picture.HeatMap.Supplier(name: "S\(number)", impact: 2, risk: 4))
    }
    #expect(map[2, 4].count == 8)
    #expect(map.words == "Impact 2, risk 4, operational: S1, S2, S3, S4, S5, S6 and 2 more.")
  }

  @Test func `the words of a chain have every line`() {
    #expect(
      Self.chain.words.hasPrefix(
        "SLA S-1: Hosting, gap; Shop available <always>, promised 99.9 %, carried 99.5 %, gap; "
      )
    )
  }
}
