/// Recognises the line that a telephone or a mail program puts below every message.
enum DeviceLine {
  /// A line longer than this is a sentence of its own.
  private static let longest = 160

  /// Whether the line, in small letters, is such an addition.
  static func recognises(_ folded: String) -> Bool {
    guard folded.utf8.count <= longest else { return false }
    guard folded.isBeyondASCII else {
      let start = folded.utf8.firstIndex { !marks.contains($0) && !$0.isWhite } ?? folded.endIndex
      return recognises(ascii: String(folded[start...]))
    }
    let bare = String(folded.drop { "<([*_-\u{2014}\"".contains($0) || $0.isWhitespace })
    if openings.contains(where: { bare.hasPrefix($0) }) { return true }
    if let (_, close) = frames.first(where: { bare.hasPrefix($0.open) }), bare.hasSuffix(close) {
      return true
    }
    return isShort(bare) && isDeviceSentence(bare)
  }

  /// The same for a line of ASCII alone, which is compared as bytes.
  private static func recognises(ascii bare: String) -> Bool {
    beginnings.begin(bare.utf8)
      || devices.isFound(in: bare) && isShort(bare) && isDeviceSentence(bare)
  }

  private static func isShort(_ bare: String) -> Bool { bare.split(separator: " ").count <= 14 }

  /// “… from mobile”, “From my phone”, “Von meinem Mobilgerät gesendet”.
  private static func isDeviceSentence(_ bare: String) -> Bool {
    guard devices.isFound(in: bare) else { return false }
    let words = bare.split { !$0.isLetter }.map(String.init)
    if let last = words.last, participles.contains(last) { return true }
    if bare.hasPrefix("from my ") { return true }
    return words.count <= 4 && words.dropLast().last == "from"
  }

  /// Marks that may stand before such a line.
  private static let marks = Array("<([*_-\"".utf8)

  private static let beginnings = BeginningSet(openings)

  /// How such lines begin.
  private static let openings = [
    "sent from ", "sent via ", "sent with ", "sent by ", "sent using ", "get outlook for ",
    "get [outlook for ",
    "envoyé de ", "envoyé depuis ", "envoyé à partir ", "envoyé avec ", "gesendet von ",
    "gesendet mit ", "gesendet aus ", "verzonden met ", "verzonden vanaf ", "verstuurd vanaf ",
    "enviado desde ", "enviado do ", "enviado de mi ", "enviado a partir ", "enviado pelo ",
    "inviato da ", "inviato con ", "sendt fra ", "sendt via ", "skickat från ", "skickades från ",
    "lähetetty ", "wysłano z ", "wysłane z ", "odesláno z ", "odoslané z ", "отправлено с ",
    "отправлено из ", "надіслано з ", "küldve ", "trimis de pe ", "στάλθηκε από ",
    "download outlook",
    "holen sie sich outlook", "télécharger outlook", "obtener outlook", "发自我的", "發自我的",
    "iphoneから送信", "나의 iphone에서",
  ]

  /// How such lines begin and end where the verb stands last.
  private static let frames: [(open: String, close: String)] = [
    ("從我的", "傳送"), ("从我的", "发送"), ("使用", "发送"), ("使用", "傳送"),
  ]

  private static let devices = NeedleSet([
    "phone", "mobil", "handy", "ipad", "ipod", "android", "tablet", "blackberry", "galaxy",
    "samsung", "huawei", "smartphone", "outlook", "thunderbird", "device",
  ])

  private static let participles: Set<String> = [
    "gesendet", "verschickt", "geschickt", "gönderildi", "送信", "küldve", "lähetetty",
  ]
}
