public import Model

/// One agreement of a procurement notice while it is put together from texts of its XML.
///
/// Collects the draft and everything doubtful, then hands over one draft or one rejected record.
public struct NoticeRecord: NoticeProblems {
  /// The draft so far.
  public var draft = Draft()
  /// What is wrong or doubtful so far.
  public var problems: [Problem] = []
  /// The path of the file as it was given.
  public let file: String
  private let element: XMLTree

  /// Where the element begins, with the number of the record.
  public var place: Place { draft.place }

  /// Starts a record that is described by an element.
  public init(_ element: XMLTree, number: Int, file: String) {
    self.element = element
    self.file = file
    draft.place = Place(line: element.place.line, column: element.place.column, record: number)
  }

  /// Sets a text field unless the text is nil or blank.
  public mutating func set(_ field: Field, text: String?) {
    guard let text, !text.isEmpty else { return }
    draft.set(field, text: text)
  }

  /// Sets a day from the text of an element; a text that is no day is a warning.
  @discardableResult
  public mutating func set(_ field: Field, day text: String?, from name: String) -> CivilDay? {
    guard let text else { return nil }
    guard let day = CivilDay(noticeDate: text) else {
      report(
        "date.unreadable",
        .warning,
        field: name,
        value: text,
        message: "\(name) is not a date: “\(text)”.",
        remedy: "Enter the date by hand."
      )
      return nil
    }
    draft.set(field, number: Int64(day.number))
    return day
  }

  /// Sets what an amendment changed, and the note.
  ///
  /// A description of more than 200 characters is cut in the title and whole in the note.
  public mutating func set(change: String?, note: String) {
    guard let change, change.count > 200 else {
      set(.changeTitle, text: change)
      return set(.note, text: note)
    }
    set(.changeTitle, text: change.prefix(199) + "…")
    set(.note, text: note.isEmpty ? change : change + "\n" + note)
  }

  /// Sets the value and its currency.
  public mutating func set(value: Money) {
    draft.set(.value, number: value.minorUnits)
    draft.set(.valueCurrency, text: value.currency.code)
  }

  /// Reads an amount exactly; what is none is a warning and gives nil.
  ///
  /// Decimals of XML (`1234.5`), or with a decimal comma and blanks as old notices write them.
  public mutating func money(_ text: String, currency code: String?, from name: String) -> Money? {
    guard let currency = Currency((code ?? "").uppercased()) else {
      report(
        "money.currencyUnknown",
        .warning,
        field: name,
        value: code,
        message: "\(name) has no currency of ISO 4217: “\(code ?? "")”.",
        remedy: "Enter the value by hand."
      )
      return nil
    }
    do {
      return try Money(text, currency: currency)
    } catch {
      if let comma = AmountFormat(decimalMark: ",", groupMarks: [" "]),
        let money = try? Money(text, currency: currency, format: comma)
      {
        return money
      }
      report(
        "money.unreadable",
        .warning,
        field: name,
        value: text,
        message: "\(name) is not an amount of \(currency.code): “\(text)”.",
        remedy: "Enter the value by hand."
      )
      return nil
    }
  }

  /// Hands over the draft with what is doubtful, or the rejected record if there is an error.
  ///
  /// - Throws: What the sink throws.
  public mutating func deliver(to sink: any DraftSink) throws {
    if problems.contains(where: { $0.severity == .error }) {
      let record = RejectedRecord(place: draft.place, raw: Array(element.xml.utf8))
      return try sink.reject(record, because: problems)
    }
    try sink.take(&draft)
    for problem in problems { try sink.note(problem) }
  }
}

extension CivilDay {
  /// Reads a date of a notice: `2020-04-09`, with a zone (`+02:00`, `Z`) or a time, or `20200409`.
  ///
  /// The zone is left out: the day is the one written.
  public init?(noticeDate text: String) {
    let bytes = Array(text.utf8)
    if bytes.count == 8, bytes.allSatisfy({ $0 >= 48 && $0 <= 57 }) {
      self.init("\(text.prefix(4))-\(text.dropFirst(4).prefix(2))-\(text.suffix(2))")
      return
    }
    guard text.dropFirst(10).prefix(1).allSatisfy({ "+-ZT".contains($0) }) else { return nil }
    self.init(String(text.prefix(10)))
  }
}
