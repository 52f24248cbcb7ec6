import ArgumentParser
import Evidence
import Foundation
import Importing
import Intake
import Mail
import Reporting
import Storage

/// How the program ends when something went wrong: a message and an exit code.
///
/// The codes are those of sysexits.h: 64 wrong use, 65 unusable input, 66 no such input, 73 and
/// 74 cannot create, read or write, 75 try again, 77 the store may not be written, 78 the store
/// is of a newer program.
struct Failure {
  let message: String?
  let code: Int32

  init(_ error: any Error) { (message, code) = Self.read(error) }

  private static func read(_ error: any Error) -> (message: String?, code: Int32) {
    switch error {
    case let problem as Problem: (ProblemText.block(problem), code(of: problem))
    case let error as StoreError: ("error: \(error.description)", code(of: error))
    case let error as InvalidRecord:
      (error.problems.map(ProblemText.block).joined(separator: "\n"), 64)
    case let error as CommandError: ("error: \(error.message)", error.code)
    case let error as IntakeError: ("error: \(error.description)", code(of: error))
    case let fault as MailFault: (ProblemText.block(fault.problem), fault.isPassing ? 75 : 78)
    case let error as PackError: ("error: \(error.message)", code(of: error))
    case OutputError.closed: (nil, 0)
    case let error as OutputError: ("error: \(error)", 74)
    case let exit as ExitCode: (nil, exit.rawValue)
    default: parsing(error)
    }
  }

  /// What ArgumentParser says: help is no failure, misuse is 64.
  private static func parsing(_ error: any Error) -> (message: String?, code: Int32) {
    let exit = Liaison.exitCode(for: error)
    guard exit == .success else {
      return (Liaison.fullMessage(for: error), exit == .validationFailure ? 64 : 70)
    }
    do {
      try StandardOutput.line(Liaison.fullMessage(for: error))
      return (nil, 0)
    } catch {
      return read(error)
    }
  }

  private static func code(of problem: Problem) -> Int32 {
    switch problem.code {
    case "file.missing": 66
    case "file.unreadable": 74
    case "file.folder": 66
    default: 65
    }
  }

  private static func code(of error: StoreError) -> Int32 {
    switch error {
    case .missing: 66
    case .exists, .cannotOpen: 73
    case .foreign: 65
    case .newer: 78
    case .busy: 75
    case .notPermitted: 77
    case .refused, .cannotWrite: 74
    case .unknown, .notAllowed: 64
    }
  }

  private static func code(of error: IntakeError) -> Int32 {
    switch error {
    case .cannotCreate: 73
    case .cannotWrite: 74
    }
  }

  private static func code(of error: PackError) -> Int32 {
    switch error {
    case .exists, .cannotCreate: 73
    case .cannotWrite, .cannotRead: 74
    case .missing: 66
    case .unreadableManifest: 65
    }
  }

  func end() -> Never {
    if let message { standardError(message) }
    Foundation.exit(code)
  }
}

/// Writes a line to standard error.
func standardError(_ line: String) {
  FileHandle.standardError.write(Data((line + "\n").utf8))
}

/// Writes text to standard error without a line end.
func standardErrorText(_ text: String) {
  FileHandle.standardError.write(Data(text.utf8))
}
