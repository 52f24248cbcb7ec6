/// Compares what a CSV file has with what is expected of it.
public enum CSVHeader {
  /// Compares the names of a header with the expected ones, in their order and to the byte.
  ///
  /// - Returns: One error `header.different` at the first difference, or nil.
  public static func problem(
    in found: [String],
    expected: [String],
    file: String?,
    line: Int = 1
  ) -> Problem? {
    guard found != expected else { return nil }
    let shared = zip(found, expected).prefix { $0.0 == $0.1 }.count
    let message =
      if shared == found.count {
        "The header ends after \(fields(found.count)); '\(expected[shared])' is expected next."
      } else if shared == expected.count {
        "The header has '\(found[shared])' after the expected \(fields(expected.count))."
      } else {
        "The header has '\(found[shared])' where '\(expected[shared])' is expected."
      }
    return Problem(
      "header.different",
      file: file,
      place: Place(line: line, column: shared + 1),
      field: shared < expected.count ? expected[shared] : nil,
      value: shared < found.count ? found[shared] : nil,
      message: message,
      remedy: "Correct the header row, or choose the profile that fits the file."
    )
  }

  /// Compares a record's number of fields with the header's.
  ///
  /// - Returns: An error `record.narrow` or `record.broad`, or nil if they are equal. A record
  ///   without a line end that is too narrow is called cut off.
  public static func problem(in record: CSVRecord, columns: Int, file: String?) -> Problem? {
    guard record.count != columns else { return nil }
    let isNarrow = record.count < columns
    let isCut = isNarrow && !record.hasLineEnd
    let end = isCut ? "; the file ends here and may be cut off." : "."
    return Problem(
      isNarrow ? "record.narrow" : "record.broad",
      file: file,
      place: record.place(),
      message: "The record has \(fields(record.count)), the header \(columns)\(end)",
      remedy: isCut
        ? "Get the whole file." : "Check the record for missing quotes or delimiters."
    )
  }

  private static func fields(_ count: Int) -> String { count == 1 ? "1 field" : "\(count) fields" }
}
