/// The parts of an HTML file around its tables.
struct HTMLPage {
  /// What the file says about itself.
  let heading: RenderingOptions.Heading

  /// Adds everything from the document type to the start of the main part.
  func append(headWith styles: [String], to out: inout OutputBuffer) throws(OutputError) {
    try out.append(
      """
      <!doctype html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta name="color-scheme" content="light dark">
      <meta name="generator" content="Liaison">
      <title>
      """
    )
    try out.append(html: heading.title)
    try out.append("</title>\n<style>\n" + HTMLStyle.sheet)
    for style in styles { try out.append(style) }
    try out.append("</style>\n</head>\n<body>\n<header>\n")
    try append(wayUpTo: &out)
    try out.append("<h1>")
    try out.append(html: heading.title)
    try out.append("</h1>\n")
    try append(originTo: &out)
    try out.append("</header>\n<main>\n")
  }

  /// Adds the link to the page above, if there is one.
  private func append(wayUpTo out: inout OutputBuffer) throws(OutputError) {
    guard let above = heading.above else { return }
    try out.append("<nav>")
    try out.append(link: above.address, text: above.title)
    try out.append("</nav>\n")
  }

  /// Adds the line that says for which day and from which store the answer is.
  private func append(originTo out: inout OutputBuffer) throws(OutputError) {
    guard heading.asOf != nil || heading.store != nil else { return }
    try out.append("<p class=\"as-of\">")
    if let asOf = heading.asOf {
      let day = dayText(asOf)
      try out.append("As of <time datetime=\"\(day)\">\(day)</time>")
      if heading.isKnownThen { try out.append(", as it was known then") }
    }
    if let store = heading.store {
      try out.append(heading.asOf == nil ? "Store: " : " · Store: ")
      try out.append(html: store)
    }
    try out.append("</p>\n")
  }

  /// Adds a paragraph of a class.
  func append(
    paragraph text: String,
    class name: String,
    to out: inout OutputBuffer
  ) throws(OutputError) {
    try out.append("<p class=\"\(name)\">")
    try out.append(html: text)
    try out.append("</p>\n")
  }

  /// Adds the end of the file.
  func append(endTo out: inout OutputBuffer) throws(OutputError) {
    try out.append("</main>\n</body>\n</html>\n")
  }
}
