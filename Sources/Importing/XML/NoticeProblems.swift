/// Something of a procurement notice that collects what is wrong or doubtful about itself.
public protocol NoticeProblems {
  /// The path of the file as it was given.
  var file: String { get }
  /// Where a problem stands that names no place of its own.
  var place: Place { get }
  /// What is wrong or doubtful so far, in the order in which it was found.
  var problems: [Problem] { get set }
}

extension NoticeProblems {
  /// Keeps a problem, at the place of an element if one is given, else at the own place.
  ///
  /// The number of the record is always the own one.
  public mutating func report(
    _ code: String,
    _ severity: Problem.Severity,
    at element: XMLTree? = nil,
    field: String? = nil,
    value: String? = nil,
    message: String,
    remedy: String
  ) {
    var place = place
    if let element {
      place.line = element.place.line
      place.column = element.place.column
    }
    problems.append(
      Problem(
        code,
        severity,
        file: file,
        place: place,
        field: field,
        value: value,
        message: message,
        remedy: remedy
      )
    )
  }
}
