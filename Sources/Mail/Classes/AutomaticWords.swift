/// The words of automatic answers in the languages of mail programs, in small letters.
enum AutomaticWords {
  /// How subject lines of automatic answers begin.
  private static let prefixes = [
    "automatic reply", "auto reply", "auto-reply", "autoreply", "auto response", "auto-response",
    "autoresponse", "out of office", "out-of-office", "out of the office", "away from",
    "away until",
    "on vacation", "vacation", "automatische antwort", "abwesenheit", "abwesend", "autoantwort",
    "réponse automatique", "reponse automatique", "absence du bureau", "absent du bureau",
    "risposta automatica", "fuori sede", "respuesta automática", "respuesta automatica",
    "fuera de la oficina", "fuera de oficina", "resposta automática", "ausência temporária",
    "fora do escritório", "automatisch antwoord", "afwezig", "niet op kantoor", "autosvar",
    "automatiskt svar", "frånvaro", "automatisk svar", "fraværende", "ikke til stede",
    "automaattinen vastaus", "poissa", "automatyczna odpowiedź", "odpowiedź automatyczna",
    "nieobecność", "automatická odpověď", "mimo kancelář", "automatická odpoveď",
    "автоответ", "автоматический ответ", "автоматична відповідь", "automatikus válasz",
    "házon kívül", "otomatik yanıt", "ofis dışında", "răspuns automat", "αυτόματη απάντηση",
    "自动答复", "自动回复", "自動回覆", "自動応答", "不在", "자동 회신", "부재 중",
  ]

  /// The beginning of automatic answers that a subject line in small letters has, also after
  /// “Re:”; nil if it has none.
  static func subjectPrefix(_ subject: String) -> String? {
    var bare = subject[...]
    while let reply = ["re:", "aw:", "fw:", "sv:", "vs:", "["].first(where: { bare.hasPrefix($0) })
    {
      bare = bare.dropFirst(reply.count).drop { $0 == " " }
    }
    return prefixes.first { bare.hasPrefix($0) }
  }

  /// What absence notes say.
  static let absence = NeedleSet([
    "out of office", "out of the office", "out-of-office", "on vacation", "on holiday", "on leave",
    "annual leave", "maternity leave", "parental leave", "away from my", "away until",
    "currently away",
    "am away", "will be away", "be back on", "return on", "returning on", "returning to the office",
    "no longer with the company", "limited access to email", "limited access to my email",
    "abwesend", "abwesenheit", "nicht im büro", "nicht im haus", "im urlaub", "urlaub",
    "bin ab dem",
    "wieder erreichbar", "nicht erreichbar", "elternzeit", "absent", "en congé", "congés",
    "en vacances",
    "de retour le", "fuori ufficio", "in ferie", "assente", "fuera de la oficina", "de vacaciones",
    "ausente", "fora do escritório", "de férias", "afwezig", "met vakantie", "op vakantie",
    "niet aanwezig", "frånvarande", "på semester", "semester", "på ferie", "fraværende", "lomalla",
    "poissa", "nieobecn", "urlopie", "mimo kancelář", "dovolen", "в отпуске", "отсутствую",
    "у відпустці", "szabadság", "izinde", "休暇", "不在", "休假", "외출", "휴가",
  ])

  /// What acknowledgements of programs say.
  static let acknowledgement = NeedleSet([
    "ticket", "case number", "case id", "request number", "reference number", "has been received",
    "have received your", "received your message", "received your request", "received your e-mail",
    "received your email", "thank you for contacting", "thanks for contacting",
    "thank you for your message",
    "we will get back to you", "will respond within", "support request", "eingangsbestätigung",
    "ihre anfrage", "ihre nachricht erhalten", "ihre e-mail erhalten", "vorgangsnummer",
    "ticketnummer",
    "accusé de réception", "bien reçu votre", "avons reçu votre", "numéro de dossier",
    "hemos recibido su", "número de caso", "acuse de recibo", "abbiamo ricevuto la",
    "numero di pratica",
    "recebemos a sua", "recebemos sua", "hebben uw", "ontvangstbevestiging", "zaaknummer",
    "mottagit ditt", "har modtaget", "har mottatt", "otrzymaliśmy", "zgłoszeni", "obdrželi jsme",
    "мы получили", "номер обращения", "ми отримали", "受け付けました", "已收到", "접수",
  ])
}
