public import ArgumentParser
import Intake
public import Model
import Storage

/// The verbs of complaints, in the order of the work.
enum ComplaintVerbs {
  static let all: [any ParsableCommand.Type] = [
    ComplaintMove<Triage>.self, ComplaintMove<Acknowledge>.self, ComplaintMove<Assess>.self,
    ComplaintMove<Investigate>.self, ComplaintMove<Wait>.self, ComplaintMove<Respond>.self,
    ComplaintMove<Remedy>.self, ComplaintMove<AskConsent>.self, ComplaintClose.self,
    ComplaintMove<Reopen>.self, ComplaintMove<Dismiss>.self, ComplaintMessage<Update>.self,
    ComplaintMessage<Remind>.self,
  ]

  enum Update: ComplaintMessageVerb {
    static let word = "update"
    static let sentence = "Say that the complainant was told how things stand."
    static let kind = ComplaintStep.Kind.update
    static let done = "was told how it stands"
  }

  enum Remind: ComplaintMessageVerb {
    static let word = "remind"
    static let sentence = "Say that the complainant was reminded of our request to close."
    static let kind = ComplaintStep.Kind.reminder
    static let done = "was reminded"
  }

  enum Triage: CaseVerb {
    static let word = "triage"
    static let sentence = "Confirm that it is a complaint."
    static let state = ComplaintState.triaged
  }

  enum Acknowledge: CaseVerb {
    static let word = "acknowledge"
    static let sentence = "Say that the complainant knows the number, the handler, the next step."
    static let state = ComplaintState.acknowledged
  }

  enum Assess: CaseVerb {
    static let word = "assess"
    static let sentence = "Begin the first assessment."
    static let state = ComplaintState.assessing
  }

  enum Investigate: CaseVerb {
    static let word = "investigate"
    static let sentence = "Begin, or go on with, the investigation."
    static let state = ComplaintState.investigating
  }

  enum Wait: CaseVerb {
    static let word = "wait"
    static let sentence = "Say that a question to the complainant is open; clocks pause."
    static let state = ComplaintState.waitingComplainant
  }

  enum Respond: CaseVerb {
    static let word = "respond"
    static let sentence = "Say that the decision has been sent."
    static let state = ComplaintState.responded
  }

  enum Remedy: CaseVerb {
    static let word = "remedy"
    static let sentence = "Begin to do what was promised."
    static let state = ComplaintState.remedying
  }

  enum AskConsent: CaseVerb {
    static let word = "ask-consent"
    static let sentence = "Say that all is done and that we asked to close."
    static let state = ComplaintState.awaitingConsent
  }

  enum Reopen: CaseVerb {
    static let word = "reopen"
    static let sentence = "Open a complaint again, because the complainant objects."
    static let state = ComplaintState.reopened
  }

  enum Dismiss: CaseVerb {
    static let word = "dismiss"
    static let sentence = "Say that it turned out to be no complaint."
    static let state = ComplaintState.notAComplaint
  }
}

/// `liaison complaint VERB REFERENCE` for the verbs that bring it into a state.
struct ComplaintMove<Verb: CaseVerb>: ParsableCommand where Verb.State == ComplaintState {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: Verb.word,
      abstract: Verb.sentence,
      discussion: """
        Refused, with what is possible, unless the state of the complaint leads there.

          liaison complaint \(Verb.word) complaint-1 --by Anna\(Self.example)
        """
    )
  }

  /// How the complainant is written to, for states that the complainant is told of.
  private static var example: String {
    let kind = ComplaintStep.Kind(rawValue: Verb.state.rawValue)
    guard kind.map(ComplaintLetter.kinds.contains) ?? false else { return "" }
    return "\n  liaison complaint \(Verb.word) complaint-1 --mail --note \"Until Friday.\""
  }

  @OptionGroup var step: ComplaintStepOptions

  func validate() throws { try step.check(ComplaintStep.Kind(rawValue: Verb.state.rawValue)) }

  func run() throws { try step.run(Verb.word, to: Verb.state) }
}

/// A verb by which somebody writes to the complainant, which changes no state.
protocol ComplaintMessageVerb {
  /// The word on the command line.
  static var word: String { get }
  /// What the command does, in one sentence.
  static var sentence: String { get }
  /// The step.
  static var kind: ComplaintStep.Kind { get }
  /// What is said of the complaint afterwards.
  static var done: String { get }
}

/// `liaison complaint update|remind REFERENCE`.
struct ComplaintMessage<Verb: ComplaintMessageVerb>: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: Verb.word,
      abstract: Verb.sentence,
      discussion: """
          liaison complaint \(Verb.word) complaint-1 --by Anna
          liaison complaint \(Verb.word) complaint-1 --mail --note "We know more on Friday."
        """
    )
  }

  @OptionGroup var step: ComplaintStepOptions

  func run() throws { try step.run(Verb.word, Verb.kind, Verb.done) }
}

/// `liaison complaint close REFERENCE`.
struct ComplaintClose: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "close",
    abstract: "Close a complaint, with how and where that is written.",
    discussion: """
      Closed as agreed needs who agreed.

        liaison complaint close complaint-1 --kind agreed --consent-by "B. Kunde" \\
          --proof "Mail of 2026-05-04"
      """
  )

  @Option(help: "How: agreed, deemed, exhausted, withdrawn, duplicate or reclassified.")
  var kind: Complaint.ClosureKind

  @Option(help: "Who agreed.")
  var consentBy: String?

  @Option(help: "Where that is written.")
  var proof: String?

  @OptionGroup var step: ComplaintStepOptions

  func validate() throws {
    if kind == .agreed, consentBy == nil {
      throw ValidationError("Say who agreed: --consent-by NAME.")
    }
  }

  func run() throws {
    try step.run("close", to: .closed, closing: kind) { record in
      record.set("closureKind", .text(kind.rawValue))
      if let consentBy { record.set("consentBy", .text(consentBy)) }
      if let proof { record.set("closureProof", .text(proof)) }
    }
  }
}

extension Complaint.ClosureKind: ExpressibleByArgument {}
