/// Writes pictures into an HTML file.
struct HTMLPicture {
  /// Adds pictures below a heading.
  static func append(
    _ pictures: [Picture],
    _ heading: PictureHeading,
    cut: String?,
    to out: inout OutputBuffer
  ) throws(OutputError) {
    guard !pictures.isEmpty else { return }
    try out.append("<section>\n<h2>In pictures</h2>\n<p>")
    try out.append(html: heading.reading)
    try out.append("</p>\n")
    if let cut {
      try out.append("<p class=\"note\">")
      try out.append(html: cut)
      try out.append("</p>\n")
    }
    try out.append("<div class=\"pictures\">\n")
    for (index, picture) in pictures.enumerated() {
      try append(picture, name: "p\(index + 1)", to: &out)
    }
    try out.append("</div>\n</section>\n")
  }

  /// Adds one picture; its name is that of no other in the file.
  static func append(_ picture: Picture, name: String, to out: inout OutputBuffer)
    throws(OutputError)
  {
    let subject = picture.subject
    let drawing = subject.drawing
    try out.append("<figure class=\"picture\">\n<figcaption>")
    try out.append(html: subject.title)
    try out.append("</figcaption>\n<svg role=\"img\" width=\"100%\" height=\"\(drawing.height)\"")
    try out.append(" aria-labelledby=\"\(name)-title\" aria-describedby=\"\(name)-words\">\n")
    try out.append("<title id=\"\(name)-title\">")
    try out.append(html: subject.title)
    try out.append("</title>\n<desc id=\"\(name)-words\">")
    try out.append(html: subject.words)
    try out.append("</desc>\n")
    for element in drawing.elements { try append(element, to: &out) }
    try out.append("</svg>\n")
    try append(subject.legend, to: &out)
    try out.append("</figure>\n")
  }

  private static func append(_ element: Drawing.Element, to out: inout OutputBuffer)
    throws(OutputError)
  {
    try out.append("<\(element.name)")
    for attribute in element.attributes {
      try out.append(" \(attribute[0])=\"")
      try out.append(html: attribute[1])
      try out.append("\"")
    }
    guard element.text != nil || !element.children.isEmpty else { return try out.append("/>\n") }
    try out.append(">")
    try out.append(html: element.text ?? "")
    for child in element.children { try append(child, to: &out) }
    try out.append("</\(element.name)>\n")
  }

  private static func append(_ legend: [LegendEntry], to out: inout OutputBuffer)
    throws(OutputError)
  {
    guard !legend.isEmpty else { return }
    try out.append("<ul class=\"legend\">\n")
    for entry in legend {
      try out.append("<li>")
      switch entry.sign {
      case .number(let number): try out.append("<b>\(number)</b> ")
      case .patch(let style): try out.append("<i class=\"patch \(style)\"></i> ")
      case .none: break
      }
      try out.append(html: entry.text)
      try out.append("</li>\n")
    }
    try out.append("</ul>\n")
  }
}
