import Importing
import Model

/// When a revision took effect and was learned; the later one holds.
struct NativeTime: Comparable {
  private var day: [UInt8]
  private var instant: [UInt8]
  private var number: Int

  static func < (left: Self, right: Self) -> Bool {
    if left.day != right.day { return left.day.lexicographicallyPrecedes(right.day) }
    if left.instant != right.instant {
      return left.instant.lexicographicallyPrecedes(right.instant)
    }
    return left.number < right.number
  }

  /// The times of the revision whose start tag is current.
  init(_ reader: XMLReader, _ names: NativeNames) {
    day = Array(reader.attributeBytes(names.effectiveOn) ?? [])
    instant = Array(reader.attributeBytes(names.recordedAt) ?? [])
    number = reader.attribute(names.recording).flatMap { Int($0) } ?? 1
  }
}

extension NativeReading {
  /// Reads the fact of an agreement whose start tag is current.
  func readFact(_ field: Field) throws {
    switch field {
    case .value: try readAmount(.value, .valueCurrency)
    case .annualValue: try readAmount(.annualValue, .annualValueCurrency)
    case .openEnded: try readFlag(field)
    case .maxRenewals: try readCount(field)
    case _ where field.isDay: try readDay(field)
    default: try readTextFact(field)
    }
  }

  /// Reads a fact that is text.
  func readTextFact(_ field: Field) throws {
    let bytes = try readText()
    if bytes.isEmpty { draft.setEmpty(field) } else { draft.set(field, bytes: bytes) }
  }

  /// The bytes of the current element's text without blanks at both ends.
  private func withText(_ body: (UnsafeBufferPointer<UInt8>) -> Void) throws {
    guard try reader.next() == .text else { return unsafe body(.init(start: nil, count: 0)) }
    let text = reader.textBytes.trimmed
    unsafe text.withUnsafeBufferPointer { unsafe body($0) }
    _ = try reader.next()
  }

  private func readDay(_ field: Field) throws {
    try unsafe withText { bytes in
      if let day = unsafe CivilDay(iso: bytes) {
        draft.set(field, number: Int64(day.number))
      } else {
        draft.setEmpty(field)
      }
    }
  }

  private func readFlag(_ field: Field) throws {
    try unsafe withText { bytes in
      guard !bytes.isEmpty else { return draft.setEmpty(field) }
      draft.set(field, number: unsafe bytes.elementsEqual("true".utf8) ? 1 : 0)
    }
  }

  private func readCount(_ field: Field) throws {
    try unsafe withText { bytes in
      let number = unsafe Int64(String(decoding: bytes, as: UTF8.self))
      if let number { draft.set(field, number: number) } else { draft.setEmpty(field) }
    }
  }

  func readAmount(_ field: Field, _ currencyField: Field) throws {
    let place = reader.place
    let code = reader.attributeBytes(names.currency)
    if let code { draft.set(currencyField, bytes: keep(code)) }
    let currency = code.flatMap { code in
      unsafe code.withUnsafeBufferPointer { unsafe Currency(code: $0) }
    }
    try unsafe withText { bytes in
      guard !bytes.isEmpty else { return draft.setEmpty(field) }
      guard let currency else {
        let code = draft.text(currencyField)
        return problems.append(unknownCurrency(field, code, place))
      }
      let units = unsafe try? AmountFormat.plain.minorUnits(of: bytes, exponent: currency.exponent)
      guard let units else {
        let text = unsafe String(decoding: bytes, as: UTF8.self)
        return problems.append(unreadableAmount(field, text, currency, place))
      }
      draft.set(field, number: units)
    }
  }

  private func unknownCurrency(_ field: Field, _ code: String?, _ place: Place) -> Problem {
    Problem(
      "money.currencyUnknown",
      file: reader.file,
      place: located(place),
      field: "\(field)",
      value: code,
      message: code.map { "\u{201C}\($0)\u{201D} is no currency of ISO 4217." }
        ?? "The amount in \(field) has no currency.",
      remedy: "Name the currency by its three letters in the attribute currency."
    )
  }

  private func unreadableAmount(
    _ field: Field,
    _ text: String,
    _ currency: Currency,
    _ place: Place
  ) -> Problem {
    Problem(
      "money.unreadable",
      file: reader.file,
      place: located(place),
      field: "\(field)",
      value: text,
      message: "\u{201C}\(text)\u{201D} is no amount with the decimals of \(currency.code).",
      remedy: "Write the amount with a decimal point and the decimals of its currency."
    )
  }

  /// A place within the record at hand.
  func located(_ place: Place) -> Place {
    Place(line: place.line, column: place.column, record: draft.place.record)
  }
}

extension ArraySlice<UInt8> {
  /// The bytes without white space at both ends.
  var trimmed: ArraySlice<UInt8> {
    var slice = self
    while let first = slice.first, first <= 32 { slice.removeFirst() }
    while let last = slice.last, last <= 32 { slice.removeLast() }
    return slice
  }
}
