import Model

/// What need not hold for a time, because somebody accepted that.
struct Waivers {
  private var byKey: [String: [Waiver]] = [:]
  private let day: CivilDay

  init(_ waivers: [Waiver], on day: CivilDay) {
    self.day = day
    for waiver in waivers {
      let key = Self.key(waiver.rule, waiver.subjectKind.rawValue, waiver.subject ?? "")
      byKey[key, default: []].append(waiver)
    }
  }

  private static func key(_ rule: String, _ kind: String, _ subject: String) -> String {
    "\(rule)|\(kind)|\(subject)"
  }

  /// The judgement as waived, or with the waiver that has run out named in its message.
  func apply(to judgement: Judgement, rule: String) -> Judgement {
    guard judgement.grade != nil else { return judgement }
    let subject = judgement.subject
    let key = Self.key(rule, subject.kind.rawValue, subject.reference)
    guard let waivers = byKey[key] else { return judgement }
    var judgement = judgement
    if let valid = waivers.first(where: { $0.validFrom <= day && day <= $0.expiresOn }) {
      judgement.result = .waived
      judgement.grade = nil
      judgement.message +=
        " Waived by \(valid.approver) until \(valid.expiresOn): \(valid.reason)"
      judgement.evidence.append(Judgement.Evidence(valid))
    } else if let past = waivers.filter({ $0.expiresOn < day }).max(by: {
      $0.expiresOn < $1.expiresOn
    }) {
      judgement.message += " The waiver by \(past.approver) ran out on \(past.expiresOn)."
      judgement.evidence.append(Judgement.Evidence(past))
    }
    return judgement
  }
}
