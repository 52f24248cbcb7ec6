import Foundation
public import Importing
import Model
public import Storage

/// Runs one import: reads the files of a unit and brings them into the store as one batch.
public struct ImportRun {
  private let unit: ImportUnit
  private let options: ImportOptions
  private let progress: (ImportReport) -> Void
  private let refused: ([Problem]) -> Void

  /// Makes a run.
  ///
  /// - Parameters:
  ///   - unit: The files.
  ///   - options: How they are imported.
  ///   - progress: Called now and then with what was read so far.
  ///   - refused: Called with what was found until then, in order, if nothing can be used.
  public init(
    _ unit: ImportUnit,
    _ options: ImportOptions,
    progress: @escaping (ImportReport) -> Void = { _ in },
    refused: @escaping ([Problem]) -> Void = { _ in }
  ) {
    self.unit = unit
    self.options = options
    self.progress = progress
    self.refused = refused
  }

  /// Imports, or makes the plan only.
  ///
  /// Where there are several files, each is read once before anything is stored, so that one
  /// that cannot be used is left out as a whole.
  ///
  /// - Returns: What was done.
  /// - Throws: A ``Problem`` if nothing can be used, or too much was rejected: then nothing is
  ///   stored; ``StoreError``; ``IntakeError``.
  public func run(_ store: Store, _ write: WriteRequest) throws -> ImportReport {
    try run { plan, body in
      try store.importing(
        write,
        request: request(),
        isDryRun: options.isDryRun,
        plan: plan,
        body: body
      )
    }
  }

  /// Imports within a transaction, with whose end it is stored or not.
  ///
  /// - Returns: What was done.
  /// - Throws: As the import into a store.
  public func run(
    _ transaction: ImportTransaction,
    _ write: WriteRequest
  ) throws -> ImportReport {
    try run { plan, body in
      try transaction.importing(
        write,
        request: request(),
        isDryRun: options.isDryRun,
        plan: plan,
        body: body
      )
    }
  }

  private func run(
    _ importing: (
      _ plan: @escaping (PlanItem) -> Void, _ body: (ImportSession) throws -> Void
    ) throws -> ImportOutcome
  ) throws -> ImportReport {
    let ownLimit = unit.rules?.behaviour.rejectLimit.map(ImportOptions.RejectLimit.count)
    let state = ImportState(
      ImportReport(profile: unit.profile),
      limit: options.rejectLimit ?? ownLimit
    )
    let files = try usable(state)
    let rejects = try options.rejects.map(RejectsFiles.init)
    do {
      let read: (ImportSession) throws -> Void = { session in
        for file in files { try self.read(file, into: session, state, rejects) }
        try finish(session, files, state, rejects)
        try state.judgeLimit()
        try rejects?.synchronise()
      }
      state.report.outcome = try importing({ state.report.add($0) }, read)
      for path in try rejects?.finish() ?? [] { state.report.add(Self.further(path)) }
    } catch {
      rejects?.abandon()
      if error is Problem { refused(state.report.problems) }
      throw error
    }
    return state.report
  }

  /// Ends the import; rows that belong together can only be refused then.
  private func finish(
    _ session: ImportSession,
    _ files: [ImportUnit.File],
    _ state: ImportState,
    _ rejects: RejectsFiles?
  ) throws {
    var refused: [String: [Int: [Problem]]] = [:]
    let isWhole = state.report.rejected == 0 && state.report.unusable == 0
    try session.finish(isWhole: isWhole) { problem in
      guard problem.severity == .error else { return try state.note(problem) }
      guard let path = problem.file, let number = problem.place?.record else {
        return try state.refuse(problem)
      }
      if refused[path]?[number] == nil {
        try state.refuse(problem)
      } else {
        try state.note(problem)
      }
      refused[path, default: [:]][number, default: []].append(problem)
    }
    guard let rejects else { return }
    for file in files {
      if let numbers = refused[file.path] { try write(numbers, of: file, to: rejects) }
    }
  }

  private static func further(_ path: String) -> Problem {
    Problem(
      "rejects.otherHeader",
      .note,
      file: path,
      message: "Rejected records of files with another header are in this file.",
      remedy: "Correct it and import it as well."
    )
  }

  private func request() -> ImportRequest {
    let day = CivilDay(number: options.importDay)
    var request = ImportRequest(
      profile: unit.profile,
      scheme: options.source ?? unit.profile,
      importDay: day
    )
    request.effectiveOn = options.effectiveOn.map { CivilDay(number: $0) }
    request.profileDigest = unit.text.map { OriginalDigest.of($0).sha256 }
    if let rules = unit.rules {
      request.apply(rules)
    } else {
      request.isOwnFormat = unit.profile == NativeDocument.id
      request.gathers = !request.isOwnFormat
      request.matchBy = unit.matchBy
      request.overwrite = .given
    }
    if let vanished = options.vanished.flatMap(ImportRequest.Vanished.init) {
      request.vanished = vanished
    }
    return request
  }

  // MARK: Files

  /// The files that can be read to their end; a problem for each of the others.
  private func usable(_ state: ImportState) throws -> [ImportUnit.File] {
    guard unit.files.count > 1 else { return unit.files }
    var files: [ImportUnit.File] = []
    var last: Problem?
    for file in unit.files {
      do {
        try file.read(file.source.decompressed(), file.path, IgnoringSink())
        files.append(file)
      } catch var problem as Problem {
        problem.file = problem.file ?? file.path
        state.report.add(problem)
        state.report.unusable += 1
        last = problem
      }
    }
    if files.isEmpty, let last { throw last }
    return files
  }

  private func read(
    _ file: ImportUnit.File,
    into session: ImportSession,
    _ state: ImportState,
    _ rejects: RejectsFiles?
  ) throws {
    let path = file.path
    let bytes = file.source
    let digest = try OriginalDigest.of(bytes.open())
    let source = try session.addSource(path: path, digest) { try bytes.open() }
    state.report.sources.append(ImportReport.Source(path: path, digest: digest))
    var refused: [Int: [Problem]] = [:]
    let pipe = DraftPipe()
    let reading = file.read
    pipe.start { try reading(bytes.decompressed(), path, $0) }
    try pipe.forEachBlock { block in
      for finding in block.findings {
        switch finding {
        case .draft(let index):
          let problems = try block.withDraft(index) { draft in
            let problems = try session.take(draft, from: source)
            if !problems.isEmpty, let number = draft.place.record { refused[number] = problems }
            return problems
          }
          try state.count(problems, in: path)
        case .record(let record):
          let problems = try session.take(record, from: source)
          if !problems.isEmpty, let number = record.place.record { refused[number] = problems }
          try state.count(problems, in: path)
        case .refused(let place, let problems):
          if let number = place.record { refused[number] = problems }
          try state.count(problems, in: path)
        case .rejected(let record, let problems):
          try rejects?.write(record, problems)
          try state.count(problems, in: path)
        case .problem(let problem):
          try state.note(problem)
        }
      }
      for problem in session.takeDoubts() { try state.note(problem) }
      progress(state.report)
    }
    if let rejects, !refused.isEmpty { try write(refused, of: file, to: rejects) }
  }

  /// Adds records to the rejects file that were read well and could not be stored.
  private func write(
    _ refused: [Int: [Problem]],
    of file: ImportUnit.File,
    to rejects: RejectsFiles
  ) throws {
    let records = try file.rawRecords(
      Set(refused.keys),
      file.source.decompressed(),
      file.path
    )
    for record in records {
      guard let number = record.place.record, let problems = refused[number] else { continue }
      try rejects.write(record, problems)
    }
  }
}

/// What is counted while an import runs.
final class ImportState {
  var report: ImportReport
  private let limit: ImportOptions.RejectLimit?

  init(_ report: ImportReport, limit: ImportOptions.RejectLimit?) {
    self.report = report
    self.limit = limit
  }

  /// Counts one record: taken if there is no problem.
  func count(_ problems: [Problem], in path: String) throws {
    report.read += 1
    guard !problems.isEmpty else {
      report.accepted += 1
      return
    }
    report.rejected += 1
    for var problem in problems {
      problem.file = problem.file ?? path
      report.add(problem)
    }
    try judgeCount()
  }

  private func judgeCount() throws {
    if case .count(let most)? = limit, report.rejected > most { throw tooMany("\(most)") }
  }

  func note(_ problem: Problem) throws { report.add(problem) }

  /// Counts a record as rejected that was counted as taken.
  func refuse(_ problem: Problem) throws {
    report.accepted -= 1
    report.rejected += 1
    report.add(problem)
    try judgeCount()
  }

  /// Gives up if more per cent were rejected than may be.
  func judgeLimit() throws {
    guard case .percent(let most)? = limit, report.read > 0 else { return }
    if report.rejected * 100 > most * report.read { throw tooMany("\(most) %") }
  }

  private func tooMany(_ limit: String) -> Problem {
    Problem(
      "rejects.tooMany",
      message:
        "\(report.rejected) of \(report.read) records were rejected, more than the \(limit) allowed.",
      remedy: "Nothing was stored; correct the file or raise --max-rejects."
    )
  }
}

/// Lets everything pass by, for a first reading.
private final class IgnoringSink: DraftSink {
  func take(_ draft: inout Draft) throws {}
  func take(_ record: RecordDraft) throws {}
  func reject(_ record: RejectedRecord, because problems: [Problem]) throws {}
  func note(_ problem: Problem) throws {}
}

extension ImportRequest {
  /// Takes over what a profile says of behaviour.
  fileprivate mutating func apply(_ profile: Profile) {
    isComplete = profile.isComplete
    gathers = profile.needsGathering
    vanished = Vanished(rawValue: profile.behaviour.absent.rawValue) ?? .keep
    changes = ChangeStyle(rawValue: profile.behaviour.change.rawValue) ?? .revision
    overwrite = Overwrite(rawValue: profile.behaviour.overwrite.rawValue) ?? .given
    matchBy = profile.behaviour.matchBy
    mayAdd = profile.behaviour.mayAdd
    mayUpdate = profile.behaviour.mayUpdate
    isStrictAboutOperations = profile.operation?.mismatch != .warn
    for field in profile.fields {
      guard let own = field.overwrites else { continue }
      overwriteByField[field.target] = Overwrite(rawValue: own.rawValue)
    }
  }
}
