/// What mail servers say when they refuse a message, by what it means.
///
/// The order matters: the first reason that fits counts, so that a “mailbox full” is not taken
/// for a mailbox that does not exist.
enum BouncePhrases {
  /// A line in another language with more bytes is an explanation, which may name several reasons.
  private static let longestLine = 200

  /// The reason that a text gives; nil if it gives none that is known.
  static func reason(in text: String) -> BounceReason? {
    let phrases = PhraseText(text)
    let found = rows.first { row in row.phrases.contains { $0.isFound(in: phrases) } }
    return found?.reason ?? foreign(text)
  }

  /// Whether a text says of the recipient that there is no such account, and not only “user
  /// unknown”.
  static func isExplicit(_ text: String) -> Bool {
    let phrases = PhraseText(text)
    return explicit.contains { $0.isFound(in: phrases) }
  }

  private static func foreign(_ text: String) -> BounceReason? {
    let lines = text.lowercased().split(whereSeparator: \.isNewline).filter {
      $0.utf8.count <= longestLine
    }
    let joined = lines.joined(separator: "\n")
    return foreignRows.first { $0.texts.isFound(in: joined) }?.reason
  }

  private struct Row: Sendable {
    let reason: BounceReason
    let phrases: [Phrase]

    init(_ reason: BounceReason, _ patterns: [String]) {
      self.reason = reason
      phrases = patterns.map(Phrase.init)
    }
  }

  private static let rows: [Row] = [
    Row(.notProven, ["recipient preferences"]),
    Row(
      .program,
      ["procmail couldnt", "child status", "pipe to", "command died", "command output"]
    ),
    Row(
      .moved,
      [
        "has moved", "mailbox moved", "no forwarding address", "address has? changed",
        "not our user|customer", "has been replaced by",
      ]
    ),
    Row(
      .relaying,
      [
        "relay|relaying access? denied|prohibited", "relay|relaying not permitted|allowed",
        "no relaying", "unable|not|cannot to? relay", "insecure mail relay",
        "permitted|allowed to relay",
      ]
    ),
    Row(
      .authentication,
      [
        "dmarc", "spf", "dkim", "sender policy framework",
        "unauthenticated email|mail|sender|senders",
        "authentication checks failed",
      ]
    ),
    Row(
      .reverseName,
      [
        "reverse dns", "ptr", "rdns", "unverifyable|unverifiable sending ip|ips", "no reverse",
        "reverse mapping|lookup", "cannot find your hostname",
      ]
    ),
    Row(
      .mailboxFull,
      [
        "mailbox|inbox is? too? full", "mailbox … full|exceed|exceeded|exceeds", "over quota",
        "overquota", "quota is? exceed|exceeded|full|exhausted|violation", "out of quota",
        "exceeds|exceeded|exceed … quota", "folder|mailfolder is full", "full mailbox",
        "insufficient disk|storage|system? space|storage|quota", "account is over",
        "not enough storage|disk|space", "storage allocation|limit|full", "user is over",
        "exceed|exceeds|exceeded … local|storage|allotted limit|quota|space", "no space left",
        "exceeds allowed size", "maildir over", "would exceed … quota|limit|size",
      ]
    ),
    Row(
      .noMail,
      [
        "null mx", "nullmx", "no smtp service", "doesnt receive email|mail",
        "no mx record|records|found",
        "does not accept any? mail|email|messages", "system not accepting network",
        "type mx malformed",
      ]
    ),
    Row(.network, ["host not found try again", "name server|service … try again"]),
    Row(
      .hostUnknown,
      [
        "host or domain name not found", "host unknown", "unknown host", "host not found",
        "no such|existing host|domain", "unknown|invalid|illegal|nonexistent host|domain",
        "non existent domain|host", "host @? not found", "domain name? not found",
        "domain is not reachable",
        "domain name? … does not exist", "domain name? does not exist|resolve", "nxdomain",
        "unrouteable|unroutable address|mail|domain|host", "bad destination system|host",
        "name or service not known", "name service error", "dns lookup failure",
        "account or domain may not exist", "domain … could not be found", "host … not found",
      ]
    ),
    Row(
      .suspended,
      [
        "account|mailbox|user|recipient|address|email … disabled|suspended|inactive|deactivated|locked",
        "disabled|suspended|inactive|deactivated|locked account|mailbox|user|recipient|address",
        "account|mailbox|user|recipient … frozen|discontinued", "account|mailbox … has been closed",
        "account is locked",
      ]
    ),
    Row(
      .tooBig,
      [
        "message|mail|size|data is? too big|large|long", "message|mail … too big|large",
        "message|mail|size … exceed|exceeds … limit|size|maximum",
        "size limit", "line length? limit exceeded", "exceeds the? maximum|max message|size",
        "recipsizelimit", "length exceeds administrative limit", "message file too big",
        "maximum … size",
      ]
    ),
    Row(.virus, ["virus", "malware", "infected", "trojan", "suspicious attachment"]),
    Row(
      .senderRefused,
      [
        "sender address rejected", "sender|from domain … does not exist",
        "unroutable|unrouteable sender",
        "sender … rejected|refused|denied|invalid", "valid sender domain", "my name was rejected",
      ]
    ),
    Row(.userUnknown, userUnknown),
    Row(
      .tooMany,
      [
        "too many connections|recipients|messages|concurrent|emails",
        "connection|rate limit|limited",
        "exceeded … connections", "receiving mail at|too", "throttl*", "daily … quota|limit",
        "rate limited",
      ]
    ),
    Row(
      .expired,
      [
        "expired", "timed out", "timeout", "time out", "retry|retries … exceeded|limit",
        "giving up",
        "in the queue too long", "could not deliver for the last", "cannot send message for",
        "not responding", "socket error", "connection refused|lost|reset|closed|dropped|timed",
        "could not|cannot|unable to? connect", "no route to host", "host not reachable", "delayed",
        "failing for a long time", "will be retried", "was not delivered within",
        "failed n* attempts",
        "delivery failed … attempts", "did? not accept our requests", "could not find a gateway",
        "resources temporarily", "warning message only", "after multiple retries", "deferred",
      ]
    ),
    Row(
      .blocked,
      [
        "block|blocked|blocklist|blocklisted|blacklist|blacklisted", "black list|listed",
        "client|server|host|ip|connection|connections … denied|refused|rejected|banned",
        "banned sending", "rbl", "dnsbl", "spamhaus", "open relay", "smtp server of your isp",
        "access denied",
        "no access from", "reputation", "not accepted from", "invalid ip", "werent sent",
        "listed in|by|at|on", "abuse",
      ]
    ),
    Row(
      .spam,
      [
        "spam", "ube", "uce", "unsolicited", "blacklisted url", "junk mail", "content rejected",
      ]
    ),
    Row(
      .network,
      [
        "hop|hops count?", "routing loop", "mail loop", "loop", "network error", "smtp connection",
        "looping",
      ]
    ),
    Row(
      .system,
      [
        "system error|full", "configuration error", "internal error", "local error|problem",
        "i o error",
        "out of space|disk", "disk full", "queue file write", "server error",
        "temporary|temporarily",
      ]
    ),
    Row(.program, ["mailer error", "exit status", "child process", "procmail", "vacation"]),
    Row(
      .syntax,
      [
        "syntax", "malformed", "bad sequence|command", "command not|unrecognized", "rfc*",
        "header error", "unrecognized command",
      ]
    ),
    Row(.content, ["attachment", "content", "media error", "banned"]),
    Row(
      .policy,
      [
        "policy|policies", "refused", "rejected|reject", "denied", "prohibited",
        "not allowed|authorized",
        "authentication required", "unauthorized", "restricted", "security", "not a? member",
        "permission|permissions",
      ]
    ),
  ]

  private static let explicit = [
    "doesnt have an|a … account", "invalid recipient", "no account", "account … does not exist",
    "no longer exists|valid|available",
  ].map(Phrase.init)

  private static let userUnknown = [
    "user|account|recipient|mailbox|address|alias|addressee|subscriber … unknown",
    "user|account|recipient|mailbox|address|alias|addressee|destination … not exist|found|known|listed",
    "user|account|recipient|mailbox|address|alias … doesnt|doesn exist",
    "user|account|recipient|mailbox|address … couldnt|cannot be found",
    "user|account|recipient|mailbox|address|name … not recognized|available|valid|here",
    "user|account|recipient|mailbox|address … no longer|is|isnt invalid|valid|exists|available|active",
    "user|account|recipient|mailbox|address … is? not a? valid|known|local",
    "user|mailbox|recipient is? unavailable", "mailbox unavailable or access denied",
    "no such|valid|local user|users|account|recipient|recipients|mailbox|address|alias|person|destination",
    "no such local|destination user|mailbox", "unknown|invalid|illegal|bad|nonexistent user|users",
    "unknown|invalid|illegal|bad|nonexistent recipient|recipients|account|mailbox|address|alias|userid",
    "unknown|invalid or illegal? user|alias|local|final|destination|mail", "unknown or illegal",
    "invalid final delivery", "non existent user|recipient|mailbox|account",
    "doesnt have an|a … account",
    "no mailbox here?", "recipnotfound", "recipientnotfound", "recipient not found",
    "not listed in", "undeliverable address", "nosuchuser",
    "recipient … rejected access denied", "address rejected $", "no account by that name",
    "not on this|our system|server", "userunknown", "unknownuser", "check if address is correct",
    "destinataire invalide", "not a valid mailbox|user|recipient",
  ]

  private struct ForeignRow: Sendable {
    let reason: BounceReason
    let texts: NeedleSet
  }

  /// What servers say in other languages, as pieces of text.
  private static let foreignRows = [
    ForeignRow(
      reason: .mailboxFull,
      texts: NeedleSet([
        "boîte pleine", "boite pleine", "boîte aux lettres est pleine", "postfach ist voll",
        "speicherplatz erschöpft", "buzón lleno", "casella piena", "mailbox vol", "caixa cheia",
        "переполнен", "ящик полон", "容量", "一杯", "已满", "已滿",
      ])
    ),
    ForeignRow(
      reason: .userUnknown,
      texts: NeedleSet([
        "introuvable", "inconnu", "n'existe pas", "nicht gefunden", "unbekannt", "existiert nicht",
        "no existe", "desconocid", "non trovat", "sconosciut", "inesistent", "non esiste",
        "não existe", "inexistent", "onbekend", "bestaat niet", "nie istnieje", "neexistuje",
        "не найден", "не существует", "見つかりません", "リストにありません", "存在しません", "不存在",
      ])
    ),
    ForeignRow(
      reason: .expired,
      texts: NeedleSet(["délai dépassé", "zeitüberschreitung", "tiempo de espera"])
    ),
  ]
}
