import Mail
import Testing

@Suite struct HypertextTextTests {
  @Test(arguments: [
    ("<p>One</p><p>Two</p>", "One\n\nTwo"),
    ("<div>One</div><div>Two<br>Three</div>", "One\nTwo\nThree"),
    ("One\n  two&nbsp;&amp; <b>three</b>", "One two & three"),
    ("<ul><li>a</li><li>b</li></ul><ol><li>c<li>d</ol>", "- a\n- b\n1. c\n2. d"),
    ("<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>", "a b\nc"),
    ("<pre>a\n  b</pre>", "a\n  b"),
    ("<blockquote>a<blockquote>b</blockquote></blockquote>c", "> a\n>> b\nc"),
    ("<a href=\"https://example.org/x\">here</a>", "here <https://example.org/x>"),
    ("<a href=\"https://example.org/\">example.org</a>", "example.org"),
    ("<a href=\"mailto:ann@example.org\">Ann</a>", "Ann <ann@example.org>"),
    ("<a href=\"javascript:x\">Ann</a>", "Ann"),
    ("<img alt=Logo src=x> text", "Logo text"),
    ("<head><title>T</title><style>p{}</style></head><body>a<script>x</script></body>", "a"),
    ("&euro; &#8364; &#x20AC; &#128; &unknown; &amp", "€ € € € &unknown; &"),
    ("&#0;&#xD800;&#1114112;&#99999999999;", "\u{FFFD}\u{FFFD}\u{FFFD}\u{FFFD}"),
    ("<p></p><p> </p>", ""),
    ("a<hr>b", "a\n\n________________________________\nb"),
  ])
  func `hypertext becomes readable text`(html: String, wanted: String) {
    #expect(HypertextText(html).text == wanted)
  }

  @Test func `the reply of a web mailer is found in its text`() {
    let html = """
      <div dir="ltr">We agree.</div><br><div class="gmail_quote"><div>On Sun, 3 May 2026 at 10:15, \
      Ann &lt;<a href="mailto:ann@example.org">ann@example.org</a>&gt; wrote:<br></div>\
      <blockquote>Do you agree?</blockquote></div>
      """
    let text = ReplyText(HypertextText(html).text)
    #expect(text.reply == "We agree.")
    #expect(text.rest.hasSuffix("> Do you agree?"))
  }

  @Test func `a text that is too long is cut and says so`() {
    var limits = HypertextLimits()
    limits.tokens = 2
    let text = HypertextText("<p>a</p><p>b</p>", limits: limits)
    #expect(text.text == "a")
    #expect(text.isCut)
  }
}
