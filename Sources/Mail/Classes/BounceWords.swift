/// The words of reports on deliveries that are not written as fields, in small letters.
enum BounceWords {
  /// What senders of reports are called.
  static let names = NeedleSet([
    "mail delivery", "mailer-daemon", "mailer daemon", "mail deliver", "system administrator",
    "postmaster", "mail subsystem", "mmsc ndr",
  ])

  /// How subject lines begin that people write when they answer or pass on a mail.
  static let passedOn = [
    "re:", "fw:", "fwd:", "aw:", "wg:", "tr:", "rv:", "rif:", "enc:", "sv:", "vb:", "vs:", "odp:",
    "pd:", "doorst:", "转发", "答复",
  ]

  /// What stands in the subject lines of reports.
  static let subjects = NeedleSet([
    "undeliver", "undelivered", "delivery failure", "failure notice", "returned mail",
    "delivery status",
    "delivery notification", "delivery failed", "delivery has failed", "delivery problem",
    "delivery report",
    "mail failure", "mail error", "mail system error", "could not be delivered", "not delivered",
    "failed delivery", "failure delivery", "delivery delayed", "returned to sender", "non-deliver",
    "error sending your mail", "message not deliver", "permanent delivery", "warning: message",
    "nondeliverable", "rejected mail", "mail returned", "you are not a member", "are not member",
    "loop alert", "mail failed", "returning to sender", "returning message to sender",
    "unzustellbar", "nicht zugestellt", "zustellung fehlgeschlagen", "non remis",
    "non distribu", "échec de la remise", "non recapitabile", "mancata consegna",
    "no se puede entregar",
    "no entregado", "não entregue", "onbestelbaar", "niet bezorgd", "kan inte levereras",
    "ikke levert",
    "kunne ikke leveres", "nie dostarczono", "niedostarczono", "nedoručiteln", "не доставлено",
    "недоставлен", "kézbesíthetetlen", "teslim edilemedi", "エラー通知", "配信できません", "配信不能",
    "未送達", "退信", "无法投递", "送信エラー", "メッセージ配信",
  ])

  /// What reports say.
  static let texts = NeedleSet([
    "could not be delivered", "couldn't be delivered", "unable to deliver", "was not delivered",
    "undeliverable",
    "wasn't able to deliver", "not able to deliver", "delivery failed", "delivery to the following",
    "delivery has failed", "permanent error", "permanent fatal error", "did not reach",
    "returned to you",
    "transcript of session follows", "delivery errors", "failed permanently",
    "failed for the following",
    "unable to be delivered", "rejected by", "trouble delivering", "unknown user", "user unknown",
    "mailbox exceeds", "invalid user address", "not a member of this mailing list",
    "unknown recipient",
    "delivery attempts", "an error occurred while trying to deliver", "error delivering your mail",
    "the group you tried to contact", "delivery problems", "will be retried",
    "duplicated message-id",
    "invalid final delivery", "delivery failure", "failure reasons", "has not yet been delivered",
    "incorrectly constructed", "smtp error", "undelivered", "not delivered", "unable to send",
    "account is disabled", "no valid recipients", "failed addresses", "generated response",
    "remote host is not responding", "rejected recipient",
    "konnte nicht zugestellt", "nicht zustellbar", "n'a pas pu être", "échec de la remise",
    "recapito non è riuscito", "no se pudo entregar", "não pôde ser entregue",
    "kon niet worden bezorgd",
    "не может быть доставлено", "送信できませんでした", "配信できません", "お届けできません", "無法傳送",
  ])
}
