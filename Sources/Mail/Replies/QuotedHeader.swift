/// Recognises headers of a quoted message that stand in the text, as Outlook writes them.
enum QuotedHeader {
  /// The fewest headers that make a block.
  private static let fewest = 3

  /// How many lines from the index on are a block of headers; 0 if they are none.
  ///
  /// A block starts with a known header, has at least three headers of which two are known, and
  /// at most one line that continues a header between two of them.
  static func length(at index: Int, in lines: ArraySlice<ReplyLine>) -> Int {
    guard isKnown(lines[index].folded) else { return 0 }
    var headers = 0
    var known = 0
    var last = index
    for next in index..<lines.endIndex where next - last <= 2 {
      let folded = lines[next].folded
      guard lines[next].kind != .blank else { break }
      guard let name = name(of: folded) else { continue }
      headers += 1
      known += names.contains(name) ? 1 : 0
      last = next
    }
    return headers >= fewest && known >= 2 ? last - index + 1 : 0
  }

  private static func isKnown(_ folded: String) -> Bool {
    name(of: folded).map { names.contains($0) } ?? false
  }

  /// What stands before the colon, without stars, if it can be the name of a header.
  private static func name(of folded: String) -> String? {
    guard folded.utf8.contains(where: { $0 == UInt8(ascii: ":") || $0 == 0xEF }) else { return nil }
    guard let colon = folded.firstIndex(where: { $0 == ":" || $0 == "：" }) else { return nil }
    let name = folded[..<colon].filter { $0 != "*" && $0 != "_" }
    let bare = String(ReplyLine.trimmed(Substring(name)))
    return bare.isEmpty || bare.count > 24 || bare.contains("/") ? nil : bare
  }

  /// The names of the headers in the languages of mail programs.
  private static let names: Set<String> = [
    "from", "sent", "to", "cc", "bcc", "subject", "date", "reply-to", "reply to",
    "von", "gesendet", "an", "kopie", "betreff", "datum", "antwort an",
    "de", "envoyé", "à", "objet", "pour", "répondre à",
    "enviado", "enviado el", "para", "asunto", "fecha", "responder a",
    "da", "inviato", "a", "oggetto", "data", "risposta", "rispondi a",
    "enviada em", "enviado em", "assunto", "van", "verzonden", "aan", "onderwerp",
    "från", "skickat", "till", "ämne", "kopia", "fra", "sendt", "til", "emne", "dato",
    "lähettäjä", "lähetetty", "vastaanottaja", "kopio", "aihe", "päivämäärä", "päiväys",
    "od", "wysłano", "wysłane", "do", "temat", "dw", "odesláno", "komu", "předmět", "kopie",
    "odoslané", "predmet", "dátum", "от", "отправлено", "кому", "тема", "дата", "копия",
    "від", "надіслано", "копія", "feladó", "küldve", "címzett", "tárgy", "elküldve",
    "kimden", "gönderildi", "gönderme tarihi", "kime", "konu", "tarih", "bilgi",
    "de la", "trimis", "către", "subiect", "από", "στάλθηκε", "προς", "θέμα", "ημερομηνία",
    "发件人", "发送时间", "收件人", "抄送", "主题", "寄件者", "傳送時間", "收件者", "主旨", "日期",
    "差出人", "送信日時", "送信者", "宛先", "件名", "日時", "보낸 사람", "보낸 날짜", "받는 사람", "제목",
  ]
}
