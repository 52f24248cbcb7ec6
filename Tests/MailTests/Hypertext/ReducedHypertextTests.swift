import Mail
import TestSupport
import Testing

@Suite struct ReducedHypertextTests {
  @Test(arguments: [
    ("<p>a</p>", "<p>a</p>"),
    ("<P CLASS=x style='color:red' onclick=go()>a", "<p>a</p>"),
    ("<b><i>a</b>b</i>", "<b><i>a</i></b>b"),
    ("a<br/>b<hr>", "a<br>b<hr>"),
    ("<section>a</section>", "a"),
    ("a < b && c > d", "a &lt; b &amp;&amp; c &gt; d"),
    ("&lt;script&gt;", "&lt;script&gt;"),
    ("<td align=center colspan=2 width=9>x</td>", "<td align=\"center\" colspan=\"2\">x</td>"),
    (
      "<a href='https://example.org/?a=1&amp;b=2' target=_top>x</a>",
      "<a href=\"https://example.org/?a=1&amp;b=2\" rel=\"noopener noreferrer nofollow\">x</a>"
    ),
    (
      "<a href=mailto:ann@example.org>x</a>",
      "<a href=\"mailto:ann@example.org\" rel=\"noopener noreferrer nofollow\">x</a>"
    ),
  ])
  func `what may be shown stays`(html: String, wanted: String) {
    #expect(ReducedHypertext(html).html == wanted)
  }

  @Test(arguments: [
    ("<script>alert(1)</script>a", "a"),
    ("<SCRIPT SRC=//evil.example></SCRIPT >a", "a"),
    ("<script>a</scriptx>b</script>c", "c"),
    ("<img src=x onerror=alert(1)>", ""),
    ("<img/src=\"x\"/onerror=alert(1)//>", ""),
    ("<svg><style><img src=x onerror=alert(1)></style></svg>a", "a"),
    (
      "<math><mi><mglyph><style><!--</style><img title=\"--&gt;&lt;img onerror=x&gt;\"></math>a",
      "a"
    ),
    ("<iframe srcdoc=\"<script>x</script>\">b</iframe>a", "a"),
    ("<object data=evil.swf>fallback</object>", "fallback"),
    ("<embed src=evil><link rel=stylesheet href=//evil><base href=//evil>a", "a"),
    ("<meta http-equiv=refresh content='0;url=//evil'>a", "a"),
    ("<form action=//evil><input name=p><button>go</button></form>", "go"),
    ("<textarea><script>x</script></textarea>a", "a"),
    ("<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\"></noscript>", "<p></p>"),
    (
      "<style>@import '//evil';</style><div style=\"background:url(//evil)\">a</div>",
      "<div>a</div>"
    ),
    ("<a href=\"javascript:alert(1)\">a</a>", "<a>a</a>"),
    ("<a href=\"java\nscript:alert(1)\">a</a>", "<a>a</a>"),
    ("<a href=\" &#14; javascript:alert(1)\">a</a>", "<a>a</a>"),
    ("<a href=\"&#x6A;avascript&colon;alert(1)\">a</a>", "<a>a</a>"),
    ("<a href=\"data:text/html;base64,PHNjcmlwdD4=\">a</a>", "<a>a</a>"),
    ("<a href=\"vbscript:x\">a</a><a href=\"//evil.example\">b</a>", "<a>a</a><a>b</a>"),
    ("<a href=\"file:///etc/passwd\">a</a><a href=\"x\">b</a>", "<a>a</a><a>b</a>"),
    ("<img src=\"https://evil.example/pixel.gif\" alt=\"logo\">", "logo"),
    ("<img src=\"data:image/svg+xml,x\">", ""),
    ("<table background=//evil><tr><td>a</table>", "<table><tr><td>a</td></tr></table>"),
    ("<!--[if mso]><p>x</p><![endif]-->a", "a"),
    ("<!--><script>x</script>-->a", "--&gt;a"),
    ("<![CDATA[<script>x</script>]]>a", "x]]&gt;a"),
    ("<?php <p> ?>a", " ?&gt;a"),
    ("<p title=\"a>b\" x='<script>'>c</p>", "<p>c</p>"),
    ("<scr<script>ipt>a</script>b", "ipt&gt;ab"),
    ("<b <script>alert(1)</script>a", "<b>alert(1)a</b>"),
    ("a<b", "a"),
    ("a<!-- open", "a"),
    ("</p></div>a", "a"),
    ("<plaintext><b>a", ""),
    ("<p lang=\"en&quot; onclick=&quot;x\" dir=\"sideways\">a</p>", "<p>a</p>"),
    ("<q cite=\"javascript:x\">a</q>", "<q>a</q>"),
    ("\u{0}<p\u{0}>a\u{1B}</p>", "a"),
  ])
  func `what could do harm goes`(html: String, wanted: String) {
    #expect(ReducedHypertext(html).html == wanted)
  }

  @Test func `pictures of the same message stay by their content id`() {
    let html = "<img src=\"cid:a%2Bb@example.org\" alt=\"A\" width=20><img src=cid:other alt=B>"
    let reduced = ReducedHypertext(html, contentIDs: ["a+b@example.org"])
    #expect(reduced.html == "<img src=\"cid:a+b@example.org\" alt=\"A\" width=\"20\">B")
    #expect(reduced.remotePictures == 1)
  }

  @Test func `limits are kept and said`() {
    var limits = HypertextLimits()
    limits.depth = 2
    limits.links = 1
    let reduced = ReducedHypertext("<b><i><u>a</u></i></b>", limits: limits)
    #expect(reduced.html == "<b><i>a</i></b>")
    #expect(reduced.isCut)
    let links = ReducedHypertext("<a href=http://a>1</a><a href=http://b>2</a>", limits: limits)
    #expect(links.html == "<a href=\"http://a\" rel=\"noopener noreferrer nofollow\">1</a><a>2</a>")
    #expect(links.isCut)
    limits.bytes = 5
    #expect(ReducedHypertext("123456789", limits: limits).html == "12345")
    #expect(!ReducedHypertext("<p>a</p>").isCut)
  }

  @Test
  func `whatever comes in, reducing again changes nothing and no tag of another kind is left`() {
    let pieces = [
      "<", ">", "</", "<!--", "-->", "<script>", "</script>", "<svg>", "<a href=", "\"", "'", "x",
      "&lt;",
      "<img src=", "javascript:", "onerror=", "<p", "<b>", "</b>", " ", "=", "/", "&#x3c;",
      "<style>",
    ]
    var generator = SplitMix64(seed: 2_026)
    for _ in 0..<2_000 {
      let count = Int.random(in: 1...14, using: &generator)
      let html = (0..<count).map { _ in pieces.randomElement(using: &generator) ?? "" }.joined()
      let once = ReducedHypertext(html).html
      #expect(ReducedHypertext(once).html == once, "\(html)")
      let tags = once.split(separator: "<").dropFirst(once.hasPrefix("<") ? 0 : 1)
      for tag in tags {
        let name = tag.drop { $0 == "/" }.prefix { $0.isLetter }
        #expect(["a", "p", "b", "pre"].contains(String(name)), "\(html)")
      }
    }
  }
}
