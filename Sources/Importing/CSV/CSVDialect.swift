/// How a CSV file is laid out; the defaults are those of RFC 4180 in UTF-8 with one header row.
public struct CSVDialect: Sendable, Equatable {
  /// The encoding of the file; a byte order mark of its family is not part of the data.
  public var encoding = TextEncoding.utf8
  /// The byte between two fields: any ASCII byte but NUL, CR and LF; a comma by default.
  public var delimiter = UInt8(ascii: ",")
  /// The byte around a field that holds delimiters or line ends; nil if quotes are plain text.
  public var quote: UInt8? = UInt8(ascii: "\"")
  /// The byte that makes the next byte plain text, inside and outside quotes.
  ///
  /// Nil (the default) if only a doubled quote stands for a quote. The doubled quote is
  /// understood in either case.
  public var escape: UInt8?
  /// Whether spaces and tabs around a field and around its quotes are dropped; never by default.
  public var trim = false
  /// The bytes with which a comment line starts; empty (the default) if there are no comments.
  public var commentPrefix: [UInt8] = []
  /// The number of physical lines before the header, whatever they hold; 0 by default.
  public var skipRows = 0
  /// The number of header rows; 1 by default, 0 if there are only data.
  public var headerRows = 1
  /// What is put between the parts of a name that stands in several header rows; a space.
  public var headerJoiner = " "
  /// The number of rows at the end that are no data, such as totals; 0 by default.
  public var footnoteRows = 0
  /// Whether rows without any content are passed over; true by default.
  ///
  /// A row is blank if no field is quoted and none holds anything but spaces and tabs.
  public var skipBlankRows = true
  /// Whether the guard against spreadsheet formulas that ``CSVWriter`` sets is taken off.
  ///
  /// If true, a field that consists of apostrophes, one of `= + - @`, tab or CR, and more,
  /// loses its first apostrophe. False by default, because in foreign files the apostrophe may
  /// be meant.
  public var formulaGuard = false

  /// Makes the default dialect.
  public init() {}

  /// Says why the dialect cannot be used.
  ///
  /// - Returns: A problem with code `dialect.unusable`, or nil if all is well.
  public func problem(in file: String?) -> Problem? {
    let marks = [delimiter, quote, escape == quote ? nil : escape].compactMap { $0 }
    let forbidden: [UInt8] = [0x00, 0x0A, 0x0D]
    let isClear = Set(marks).count == marks.count
    if isClear, marks.allSatisfy({ $0 < 0x80 && !forbidden.contains($0) }) { return nil }
    return Problem(
      "dialect.unusable",
      file: file,
      message: "Delimiter, quote and escape must be different ASCII bytes and no line ends.",
      remedy: "Correct the dialect in the profile."
    )
  }
}
