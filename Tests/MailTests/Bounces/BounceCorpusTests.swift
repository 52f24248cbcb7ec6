import Foundation
import Mail
import TestSupport
import Testing

@Suite struct BounceCorpusTests {
  private struct Expected: Decodable {
    var dsn: String
    var reply: String
    var reason: String
    var hard: Bool
  }

  private struct Figures {
    var messages = 0
    var classes = 0
    var recipients = 0
    var statuses = 0
    var hard = 0
    var replies = 0
    var reasons = 0
    var deviations: [String] = []
  }

  @Test(.enabled(if: Corpus.isPresent, Comment(rawValue: Corpus.missing)))
  func `classes, status codes and dead addresses are as the corpus says`() throws {
    let figures = try figures()
    #expect(figures.messages == 589)
    #expect(figures.recipients == 626)
    #expect(figures.classes >= 588, "\(figures.deviations)")
    #expect(figures.statuses >= 610, "\(figures.deviations)")
    #expect(figures.hard == 599, "\(figures.deviations)")
    #expect(figures.replies == 606)
    #expect(figures.reasons == 491)
  }

  private func figures() throws -> Figures {
    let folder = try #require(Corpus.folder).appendingPathComponent("mail/bounces")
    let data = try Data(contentsOf: folder.appendingPathComponent("expected.json"))
    let expected = try JSONDecoder().decode([String: [Expected]].self, from: data)
    let classifier = MessageClassifier(own: OwnMail(key: nil, addresses: []))
    var figures = Figures()
    for (name, recipients) in expected.sorted(by: { $0.key < $1.key }) {
      let bytes = try Data(contentsOf: folder.appendingPathComponent(name))
      let result = classifier.classify(MessageReader().read(Array(bytes)))
      Self.count(name, recipients, result, &figures)
    }
    return figures
  }

  private static func count(
    _ name: String,
    _ expected: [Expected],
    _ result: ClassifiedMessage,
    _ figures: inout Figures
  ) {
    figures.messages += 1
    let isRight = isClass(result.messageClass, expected.first?.reason ?? "")
    figures.classes += isRight ? 1 : 0
    if !isRight { figures.deviations.append("\(name) is \(result.messageClass)") }
    let found = result.bounce?.recipients ?? []
    for (index, wanted) in expected.enumerated() {
      count(name, wanted, index < found.count ? found[index] : nil, &figures)
    }
  }

  private static func count(
    _ name: String,
    _ wanted: Expected,
    _ found: BouncedRecipient?,
    _ figures: inout Figures
  ) {
    figures.recipients += 1
    let status = found?.status?.description ?? ""
    let isStatusRight = isStatus(found, wanted.dsn)
    let isDead = found?.isAddressDead ?? false
    figures.statuses += isStatusRight ? 1 : 0
    figures.hard += isDead == wanted.hard ? 1 : 0
    figures.replies += (found?.replyCode?.description ?? "") == wanted.reply ? 1 : 0
    let reason = found?.reason ?? .unknown
    figures.reasons += reasons[wanted.reason, default: []].contains(reason) ? 1 : 0
    if !isStatusRight { figures.deviations.append("\(name) has \(status), not \(wanted.dsn)") }
    if isDead != wanted.hard { figures.deviations.append("\(name) is dead: \(isDead), \(reason)") }
  }

  private static func isClass(_ found: MessageClass, _ reason: String) -> Bool {
    switch reason {
    case "feedback": found == .abuseReport
    case "vacation": found == .absence
    case "delivered": found == .deliveryReport
    default: found == .permanentBounce || found == .temporaryBounce
    }
  }

  /// Codes such as 5.0.911 are the corpus's own: they say that the message states no code, and of
  /// which kind the failure is.
  private static func isStatus(_ found: BouncedRecipient?, _ wanted: String) -> Bool {
    let parts = wanted.split(separator: ".")
    guard parts.count == 3, parts[1] == "0", parts[2].count == 3, parts[2].hasPrefix("9") else {
      return (found?.status?.description ?? "") == wanted
    }
    guard let found else { return false }
    return found.status == nil && found.isPermanent == (parts[0] == "5")
  }

  /// The reasons of the corpus in the words of the program.
  private static let reasons: [String: Set<BounceReason>] = [
    "authfailure": [.authentication], "badreputation": [.blocked], "blocked": [.blocked],
    "contenterror": [.content], "delivered": [.unknown], "exceedlimit": [.tooBig],
    "expired": [.expired], "feedback": [.unknown], "filtered": [.notProven], "hasmoved": [.moved],
    "hostunknown": [.hostUnknown], "mailboxfull": [.mailboxFull], "mailererror": [.program],
    "mesgtoobig": [.tooBig], "networkerror": [.network], "norelaying": [.relaying],
    "notaccept": [.noMail], "notcompliantrfc": [.syntax, .content], "onhold": [.unknown],
    "policyviolation": [.policy], "rejected": [.senderRefused], "requireptr": [.reverseName],
    "securityerror": [.policy], "spamdetected": [.spam], "speeding": [.tooMany],
    "suspend": [.suspended], "syntaxerror": [.syntax], "systemerror": [.system],
    "systemfull": [.system], "toomanyconn": [.tooMany], "undefined": [.unknown],
    "userunknown": [.userUnknown], "vacation": [.unknown], "virusdetected": [.virus],
  ]
}
