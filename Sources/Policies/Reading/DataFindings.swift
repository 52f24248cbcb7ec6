package import Importing

/// Takes what is wrong with one YAML file.
package final class DataFindings {
  /// The path of the file as it was given.
  let file: String
  /// The first word of every code, such as `policy`.
  private let subject: String
  private(set) var problems: [Problem] = []

  package init(file: String, subject: String) {
    self.file = file
    self.subject = subject
  }

  /// Notes a fault; the code becomes `subject.fault`.
  func add(
    _ fault: String,
    at place: Place?,
    field: String? = nil,
    value: String? = nil,
    _ message: String,
    _ remedy: String
  ) {
    let problem = Problem(
      "\(subject).\(fault)",
      file: file,
      place: place,
      field: field,
      value: value,
      message: message,
      remedy: remedy
    )
    problems.append(problem)
  }

  /// The problems in the order of their places, those of the whole file first.
  package var sorted: [Problem] {
    problems.enumerated().sorted { left, right in
      position(left) < position(right)
    }.map(\.element)
  }

  private func position(_ item: (offset: Int, element: Problem)) -> (Int, Int, Int) {
    (item.element.place?.line ?? 0, item.element.place?.column ?? 0, item.offset)
  }
}
