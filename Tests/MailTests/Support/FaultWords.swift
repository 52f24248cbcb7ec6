import Importing
import Mail

/// A fault's parts in one value, to compare them word for word.
struct FaultWords: Equatable, CustomStringConvertible {
  let isPassing: Bool
  let code: String
  let message: String
  let remedy: String

  init(_ isPassing: Bool, _ code: String, _ message: String, _ remedy: String) {
    self.isPassing = isPassing
    self.code = code
    self.message = message
    self.remedy = remedy
  }

  var description: String { "\(isPassing) | \(code) | \(message) | \(remedy)" }
}

/// The fault that the body throws, or nil.
func fault(of body: () throws -> Void) -> FaultWords? {
  do {
    try body()
    return nil
  } catch let fault as MailFault {
    return FaultWords(
      fault.isPassing,
      fault.problem.code,
      fault.problem.message,
      fault.problem.remedy
    )
  } catch {
    return nil
  }
}

/// The problem that the body throws, as code, message and remedy.
func problem(of body: () throws -> Void) -> [String]? {
  do {
    try body()
    return nil
  } catch let problem as Problem {
    return [problem.code, problem.message, problem.remedy]
  } catch {
    return nil
  }
}
