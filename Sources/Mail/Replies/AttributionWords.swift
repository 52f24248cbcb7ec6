/// The words with which mail programs announce quotations, in small letters.
enum AttributionWords {
  /// Words that stand before the date.
  static let prepositions = [
    "on ", "at ", "am ", "um ", "le ", "el ", "il ", "em ", "op ", "den ", "dnia ", "w dniu ",
    "dne ", "в ", "у ", "pe ", "la ", "στις ", "tarihinde ", "a(z) ", "kl. ", "na ",
  ]

  /// Words that mean “wrote”.
  static let verbs: Set<String> = [
    // English, German, Dutch, Scandinavian.
    "wrote", "writes", "said", "schrieb", "schreibt", "geschrieben", "schreef", "geschreven",
    "skrev", "skriver", "skrifaði",
    // French, Italian, Spanish, Catalan, Portuguese, Romanian.
    "écrit", "ecrit", "scritto", "scrive", "escribió", "escribio", "escrito", "escriure",
    "escreveu", "escrito", "scris",
    // Slavic and Baltic.
    "napisał", "napisała", "napisal", "napsal", "napsala", "napísal", "napísala", "pisze", "píše",
    "написал", "написала", "пишет", "писал", "пише", "написав", "написала", "napisao", "пише",
    "написа", "parašė", "rakstīja", "kirjutas",
    // Finnish, Hungarian, Turkish, Greek, Vietnamese, Indonesian.
    "kirjoitti", "írta", "yazdı", "yazdi", "şunu", "έγραψε", "viết", "menulis",
  ]

  /// Words that mean “wrote” in scripts that do not divide words.
  static let unspacedVerbs = NeedleSet([
    "写道", "寫道", "写到", "のメッセージ", "書きました", "writes", "작성", "님이 쓴", "كتب", "כתב", "เขียน",
  ])

  /// How a forwarded message begins without a row of marks.
  static let forwardings = [
    "begin forwarded message", "anfang der weitergeleiteten", "début du message réexpédié",
    "début du message transféré", "inicio del mensaje reenviado", "inizio messaggio inoltrato",
    "begin doorgestuurd bericht", "início da mensagem reencaminhada",
    "início da mensagem encaminhada",
    "vidarebefordrat brev", "videresendt melding", "start på videresendt", "początek przekazanej",
    "начало переадресованного", "开始转发", "転送されたメッセージ",
  ]

  /// What stands between the rows of marks above an original or forwarded message.
  static let originals = NeedleSet([
    "original", "forwarded", "message d'origine", "message d’origine", "message transféré",
    "ursprüngliche", "urspruengliche", "weitergeleitete", "reenviado", "mensaje", "messaggio",
    "inoltrato", "mensagem", "encaminhada", "oorspronkelijk", "doorgestuurd", "ursprungligt",
    "vidarebefordrat", "oprindelig", "videresendt", "opprinnelig", "alkuperäinen", "välitetty",
    "wiadomość", "wiadomosc", "původní", "přeposlan", "пересылаем", "исходное", "исходного",
    "сообщение", "eredeti", "továbbított", "özgün", "iletilmiş", "mesajul", "αρχικό", "προωθ",
    "原始邮件", "原始郵件", "转发", "轉寄", "元のメッセージ", "転送", "원본", "전달",
  ])
}
