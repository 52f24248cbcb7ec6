import Importing

/// One notice: its number and the form in its original language.
struct TEDNotice: NoticeProblems {
  /// What a form means for contracts.
  enum Form {
    case award, defenceAward, modification
    case other

    init(_ name: String) {
      switch name {
      case "F03_2014", "F06_2014", "F15_2014", "F21_2014", "F22_2014", "F23_2014", "F25_2014",
        "MOVE":
        self = .award
      case "CONTRACT_AWARD_DEFENCE": self = .defenceAward
      case "F20_2014": self = .modification
      default: self = .other
      }
    }
  }

  let file: String
  /// The number of the notice, such as `000087-2021`.
  private(set) var number: String?
  /// The day of publication as the notice writes it, such as `20210104`.
  private(set) var publishedOn: String?
  /// The form in its original language without awards and lots, of which there can be thousands.
  let form: XMLTree
  /// The awards of the form, in the order of the document.
  let awardElements: [XMLTree]
  /// The description of the only lot, nil if there are several.
  let onlyLot: XMLTree?
  /// The descriptions of lots by ``lotNumber(_:)``.
  let lots: [String: [XMLTree]]
  var problems: [Problem] = []

  /// Where the form begins.
  var place: Place { form.place }

  /// Reads a notice to its end; of language copies only what is needed is kept.
  init(_ reader: XMLReader) throws {
    file = reader.file
    guard case .start(let root) = try reader.next(),
      XMLRoot(local: reader.local(root), namespace: reader.namespace(root)).isTED
    else { throw Self.unknown(file: reader.file) }
    number = reader.attribute("DOC_ID").flatMap(Self.number)
    let place = reader.place
    var forms = TEDForms()
    while let event = try reader.next() {
      guard case .start(let name) = event else { continue }
      switch reader.local(name) {
      case "FORM_SECTION": try forms.read(reader)
      case "CODED_DATA_SECTION":
        let coded = try reader.tree()
        publishedOn = coded.text("REF_OJS", "DATE_PUB")
        number = number ?? coded.text("NOTICE_DATA", "NO_DOC_OJS").flatMap(Self.number)
      default: try reader.skip()
      }
    }
    guard let form = forms.chosen else { throw Self.withoutForm(file: reader.file, place: place) }
    self.form = form.without(["AWARD_CONTRACT", "AWARD_OF_CONTRACT_DEFENCE", "OBJECT_DESCR"])
    awardElements =
      form.all("AWARD_CONTRACT") + form.descendants("AWARD_OF_CONTRACT_DEFENCE", depth: 2)
    let descriptions = form.all("OBJECT_CONTRACT", "OBJECT_DESCR")
    onlyLot = descriptions.count == 1 ? descriptions[0] : nil
    lots = Dictionary(grouping: descriptions) { Self.lotNumber($0.text("LOT_NO") ?? "") }
    judge(forms)
  }

  /// The number of a notice in one spelling: `000087-2021` also for `2021/S 001-000087`.
  static func number(_ text: String) -> String? {
    let text = text.filter { !$0.isWhitespace }
    let digits = text.allSatisfy { $0.isASCII && ($0.isNumber || "-/S_".contains($0)) }
    guard digits, !text.isEmpty else { return nil }
    let parts = text.replacing("_", with: "-").split(separator: "-")
    guard parts.count == 2, let last = parts.last else { return nil }
    guard let slash = parts[0].firstIndex(of: "/") else { return text.replacing("_", with: "-") }
    return "\(last)-\(parts[0][..<slash])"
  }

  /// The number of a lot without the stop that some notices put after it.
  static func lotNumber(_ text: String) -> String {
    var number = text.lowercased()[...]
    while number.last == "." { number.removeLast() }
    return String(number)
  }

  private mutating func judge(_ forms: TEDForms) {
    if number == nil {
      report(
        "ted.noticeWithoutNumber",
        .error,
        message: "The notice has no number, so that nothing in it can be told apart.",
        remedy: "Fetch the notice as it was published."
      )
    }
    if forms.originals != 1 {
      report(
        "ted.originalUnclear",
        .note,
        message: "\(forms.originals) of \(forms.count) language copies are marked as original; "
          + "the first one in \(form.attributes["LG"] ?? "an unnamed language") is read.",
        remedy: "Nothing is to be done if the copies say the same."
      )
    }
    if Form(form.local) == .other || !hasAwardSection {
      report(
        "ted.noContract",
        .note,
        message:
          "The form \(form.attributes["FORM"] ?? form.local) announces no award of a contract.",
        remedy: "Import the contract award notice when it appears."
      )
    } else if awards().isEmpty {
      report(
        "ted.notAwarded",
        .note,
        message: "The notice says that no contract was awarded.",
        remedy: "Nothing is to be done."
      )
    }
  }

  /// Whether the form has a section about an award, given or not; F21 to F23 are also calls.
  private var hasAwardSection: Bool {
    !awardElements.isEmpty
  }

  private static func unknown(file: String) -> Problem {
    Problem(
      "ted.unknown",
      file: file,
      place: Place(line: 1),
      message: "The document is not a TED notice.",
      remedy: "Choose the format that the document has."
    )
  }

  private static func withoutForm(file: String, place: Place) -> Problem {
    Problem(
      "ted.noForm",
      file: file,
      place: place,
      message: "The notice has no form.",
      remedy: "Fetch the notice as it was published."
    )
  }
}

/// Chooses one of the language copies of a form while they are read.
struct TEDForms {
  /// Copies in all.
  private(set) var count = 0
  /// Copies that are marked as original.
  private(set) var originals = 0
  private var first: XMLTree?
  private var original: XMLTree?

  /// The first original, or the first copy if none is marked so.
  var chosen: XMLTree? { original ?? first }

  /// Reads the section whose start tag is current.
  ///
  /// Some notices put a `NOTICE_UUID` before the forms.
  mutating func read(_ reader: XMLReader) throws {
    let outer = reader.depth
    while let event = try reader.next() {
      if case .end = event, reader.depth == outer { return }
      guard case .start(let name) = event else { continue }
      if reader.local(name) == "NOTICE_UUID" {
        try reader.skip()
      } else {
        try take(reader)
      }
    }
  }

  private mutating func take(_ reader: XMLReader) throws {
    count += 1
    let isOriginal = reader.attribute("CATEGORY") == "ORIGINAL"
    if isOriginal { originals += 1 }
    guard original == nil, isOriginal || first == nil else { return try reader.skip() }
    let tree = try reader.tree()
    if isOriginal { original = tree } else { first = tree }
  }
}
