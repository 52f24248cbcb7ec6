import Mail
import Testing

@Suite struct HeaderTextTests {
  private static func text(_ value: String) -> String? { Message("Subject: \(value)\n\n").subject }

  @Test(arguments: [
    ("plain", "plain"), ("  two  words \n\tfolded ", "two  words \tfolded"), ("", ""),
    ("=?utf-8?q?Gr=C3=BC=C3=9Fe?=", "Grüße"), ("=?UTF-8?B?R3LDvMOfZQ==?=", "Grüße"),
    ("=?iso-8859-1?Q?a_b?= c", "a b c"), ("=?iso-8859-1*de?Q?a?=", "a"),
    ("x=?utf-8?q?y?=z", "xyz"), ("\"=?utf-8?q?y?=\"", "\"y\""),
    ("=?utf-8?q?two words?=", "two words"), ("=?utf-8?q??=", ""),
  ])
  func `folding is undone and encoded words are decoded`(value: String, text: String) {
    #expect(Self.text(value) == text)
  }

  @Test(arguments: [
    ("=?utf-8?q?a?= =?utf-8?q?b?=", "ab"), ("=?utf-8?q?a?=\n =?utf-8?q?b?=", "ab"),
    ("=?utf-8?q?a_?= =?utf-8?q?b?=", "a b"), ("=?utf-8?q?a?= x =?utf-8?q?b?=", "a x b"),
    ("=?utf-8?q?=C3?= =?utf-8?q?=BC?=", "ü"), ("=?utf-8?B?w7w=?= =?utf-8?B?w58=?=", "üß"),
    ("=?utf-8?B?w7z?= =?UTF-8?B?Dnw==?=", "üß"), ("=?utf-8?B?w7w=?= =?utf-8?Q?=C3=9F?=", "üß"),
    ("=?iso-8859-1?q?=FC?= =?iso-8859-2?q?=B1?=", "üą"),
  ])
  func `neighbouring words are joined, as bytes within one charset`(value: String, text: String) {
    #expect(Self.text(value) == text)
  }

  @Test(arguments: [
    "=?utf-8?q?a", "=?utf-8?x?a?=", "=?utf-8", "=?", "=??q?a?=", "=?utf-8?qq?a?=", "a?=",
    "=?utf-8?q?=?utf-8?",
  ])
  func `what is no word stays as it is`(value: String) {
    #expect(Self.text(value) == value)
  }

  @Test func `line ends that were encoded become blanks, NUL is left out`() {
    #expect(Self.text("=?utf-8?q?a=0D=0ABcc:_x=00?=") == "a  Bcc: x")
  }

  @Test(
    arguments: [
      ("Größe", "utf-8", "Größe"), ("Größe", "iso-8859-1", "Größe"),
      ("\u{E1}", "iso-8859-7", "α"), ("\u{80}", nil, "€"), ("\u{83}\u{63}", "iso-2022-jp", "ツ"),
      ("\u{1B}$B%D\u{1B}(B", nil, "ツ"),
    ] as [(String, String?, String)]
  )
  func `bytes outside ASCII are UTF-8, the body's charset or windows-1252`(
    value: String,
    charset: String?,
    text: String
  ) {
    let type = charset.map { "Content-Type: text/plain; charset=\($0)\n" } ?? ""
    let isUTF8 = charset == "utf-8"
    let mail = "Subject: \(value)\n\(type)\n"
    let message = Message(bytes: isUTF8 ? Array(mail.utf8) : mail.latin1)
    #expect(message.subject == text)
  }

  @Test(arguments: [
    ("=?ks_c_5601-1987?B?uN7AzA==?=", "메이"), ("=?gb2312?B?1eI=?=", "这"),
    ("=?big5?B?p9o=?=", "我"), ("=?shift_jis?B?g2c=?=", "ト"), ("=?x-sjis?B?g2c=?=", "ト"),
    ("=?euc-jp?B?pcg=?=", "ト"), ("=?iso-2022-jp?B?GyRCJUgbKEI=?=", "ト"),
    ("=?iso-2022-jp?B?GyhJRBsoQg==?=", "ﾄ"), ("=?koi8-r?B?9A==?=", "Т"),
    ("=?windows-1251?B?0g==?=", "Т"), ("=?iso-8859-8-i?B?4A==?=", "א"),
    ("=?x-mac-roman?B?gA==?=", "Ä"), ("=?cp-850?B?gQ==?=", "ü"), ("=?utf8mb4?B?w7w=?=", "ü"),
    ("=?hz-gb-2312?Q?a~{Ub~}~~b?=", "a这~b"), ("=?unicode-1-1-utf-7?Q?+ANw-b?=", "Üb"),
    ("=?iso-8859-1?Q?=80?=", "€"), ("=?x-user-defined?Q?=FC?=", "ü"), ("=?us-ascii?Q?=FC?=", "ü"),
    ("=?utf-8?Q?=FC?=", "ü"), ("=?utf-8?Q?=C3=BC=C3=9F=FC?=", "üß\u{FFFD}"),
    ("=?iso-2022-cn-ext?Q?a?=", "a"), ("=?ISO_8859-15?Q?=A4?=", "€"),
  ])
  func `charsets are known by the names that mails use`(value: String, text: String) {
    #expect(Self.text(value) == text)
  }
}
