import ArgumentParser
import Foundation
import Model
import Policies
import Reporting
import Rules
import Storage

/// `liaison report NAME`: what the store says as of a day.
struct ReportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report",
    abstract: "Show a report as of any day.",
    discussion: """
      \(nameLines)
      `liaison report list` says what each shows.

        liaison report deadlines --through 2027-03-31
        liaison report register --as-of 2026-01-01 --format csv
        liaison report deadlines --explain --party Nordwind
        liaison report scorecard --from 2026-01-01 --format json
        liaison report agreement C-1042
        liaison report changes --from 2025-12-31 --to 2026-06-30 --party Nordwind
        liaison report pack review Nordwind --as-of 2026-06-30
        liaison report assessment --framework cobit-2019
      """
  )

  /// The names of all reports, in lines of at most 78 columns.
  private static var nameLines: String {
    var lines = ["Reports:"]
    for (index, name) in names.enumerated() {
      let word = name + (index + 1 < names.count ? "," : ".")
      if let last = lines.last, last.count + word.count + 1 > 78 {
        lines.append(word)
      } else {
        lines[lines.count - 1] += " \(word)"
      }
    }
    return lines.joined(separator: "\n")
  }

  static var names: [String] {
    Report<Reader>.all.map(\.id) + Report<JudgedReader>.all.map(\.id)
      + [AgreementDocument.id, ReviewPack.id, AssessmentReport.id]
  }

  @Argument(
    help: "The report's name, or list.",
    completion: .list(names + ["list"])
  )
  var name: String

  @Argument(
    help:
      "What the report is about: for agreement its reference; for pack a party, after the word review."
  )
  var subjects: [String] = []

  @OptionGroup var readingOptions: ReadingOptions
  @OptionGroup var filterOptions: FilterOptions

  @Flag(help: "For deadlines: show step by step how each date came about.")
  var explain = false

  @Option(help: "For changes: the later day, itself included; else the day of --as-of.")
  var to: DayArgument?

  @Option(help: "For assessment: the edition, 2005, 2011 or 2018.")
  var edition: Edition?

  @Option(help: "For assessment: only what serves this framework, such as cobit-2019.")
  var framework: FrameworkArgument?

  func validate() throws {
    guard name == "list" || Self.names.contains(name) else {
      throw ValidationError(
        "There is no report \(name); there are \(Self.names.joined(separator: ", "))."
      )
    }
    try requireSubject()
    if explain, name != "deadlines" {
      throw ValidationError("--explain goes with the report deadlines.")
    }
    try ChangesWindow.check(name, filterOptions, to: to)
    if name != AssessmentReport.id, edition != nil || framework != nil {
      throw ValidationError("--edition and --framework go with the report assessment.")
    }
  }

  /// Refuses a report without what it is about, and words that it does not take.
  private func requireSubject() throws {
    switch name {
    case AgreementDocument.id:
      guard subjects.count <= 1 else {
        throw ValidationError("Name one agreement, not \(subjects.count).")
      }
      guard !subjects.isEmpty else {
        throw ValidationError("Name the agreement: liaison report agreement REFERENCE.")
      }
    case ReviewPack.id:
      guard packParty != nil else {
        throw ValidationError("Name one party: liaison report pack review PARTY.")
      }
    default:
      guard let subject = subjects.first else { return }
      throw ValidationError("The report \(name) takes no subject (\(subject)).")
    }
  }

  /// The party of a pack: the only word, or the one after `review`; nil for anything else.
  private var packParty: String? {
    switch subjects.count {
    case 1: subjects[0] == ReviewPackRun.word ? nil : subjects[0]
    case 2: subjects[0] == ReviewPackRun.word ? subjects[1] : nil
    default: nil
    }
  }

  func run() throws {
    guard name != "list" else { return try list() }
    if explain {
      let filter = filterOptions.filter
      return try readingOptions.showDocument { try DeadlineExplanations.make(filter, $0) }
    }
    if name == AssessmentReport.id {
      return try readingOptions.read { reader, machine in
        let register = try AssessmentRun(reader, machine, edition).register
        try AssessmentReport.listing(register, framework?.framework)
          .show(readingOptions.formatOptions, machine)
        for problem in register.problems { standardError(ProblemText.block(problem)) }
      }
    }
    if name == ChangesWindow.name, let from = filterOptions.from {
      return try ChangesWindow(from: from.day, to: to?.day).show(readingOptions, filterOptions)
    }
    if name == ReviewPack.id, let packParty {
      return try ReviewPackRun(party: packParty).show(readingOptions)
    }
    guard name == AgreementDocument.id else {
      return try readingOptions.show(report: name, filterOptions.filter)
    }
    try readingOptions.show(agreement: subjects.first ?? "")
  }

  private func list() throws {
    let lines =
      Report<Reader>.all.map { ($0.id, $0.summary) }
      + Report<JudgedReader>.all.map { ($0.id, $0.summary) }
    let others = [
      (AgreementDocument.id, AgreementDocument.summary),
      (ReviewPack.id, ReviewPack.summary),
      (AssessmentReport.id, AssessmentReport.summary),
    ]
    for (id, summary) in lines + others {
      try StandardOutput.line("\(id.padding(toLength: 15, withPad: " ", startingAt: 0))\(summary)")
    }
  }
}

/// Which subjects a report shows.
struct FilterOptions: ParsableArguments {
  @Option(
    help:
      "Only this kind: contract, sla, ola, customerSupply; for parties a role; for changes also a kind of record."
  )
  var kind: String?

  @Option(help: "Only this party: its reference, or part of its name.")
  var party: String?

  @Option(help: "Only this owner: part of the name.")
  var owner: String?

  @Option(help: "Only this status, such as active, underNotice, overdue or missed.")
  var status: String?

  @Option(
    help:
      "Only from this day on: of the deadline, period or due day; in the register of the term's end; for changes the earlier day."
  )
  var from: DayArgument?

  @Option(help: "Only up to this day, itself included.")
  var through: DayArgument?

  var filter: ReportFilter {
    ReportFilter(
      kind: kind,
      party: party,
      owner: owner,
      status: status,
      from: from?.day.number,
      through: through?.day.number
    )
  }

  /// The words by which some report can be narrowed down.
  private static let states: [String] = {
    var words = AgreementStatus.allCases.map(\.rawValue)
    words += ["held", "incomplete", "notHeld", "planned", "overdue", "due"]
    words += MeasurementState.allCases.map(\.rawValue)
    words += DisputeState.allCases.map(\.rawValue)
    words += ObligationInstance.State.allCases.map(\.rawValue)
    words += Improvement.State.allCases.map(\.rawValue)
    words += ChangedRecord.Kind.allCases.map(\.rawValue)
    var seen: Set<String> = []
    return words.filter { seen.insert($0).inserted }
  }()

  /// Refuses the kinds of records that only changes are narrowed down to.
  func refuseRecords() throws {
    guard let kind, !Self.kinds.contains(kind) else { return }
    throw ValidationError("The kind \(kind) goes with the report \(ChangesWindow.name).")
  }

  private static let kinds =
    AgreementKind.allCases.map(\.rawValue) + PartyRole.allCases.map(\.rawValue)

  func validate() throws {
    let kinds = Self.kinds
    if let kind, !kinds.contains(kind), !ChangedRecord.records.contains(kind) {
      throw ValidationError(
        "\(kind) is no kind; there are \(kinds.joined(separator: ", ")); for changes also the "
          + "kinds of records, such as target."
      )
    }
    let states = Self.states
    if let status, !states.contains(status) {
      throw ValidationError("\(status) is no status; there are \(states.joined(separator: ", ")).")
    }
    if let from, let through, through.day < from.day {
      throw ValidationError("The window ends on \(through.day), before it begins on \(from.day).")
    }
  }
}
