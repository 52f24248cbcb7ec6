import Mail

/// A message of the text's lines, with the line ends of a mail.
func sampleMail(_ text: String) -> Message {
  let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
  return MessageReader().read(Array(lines.joined(separator: "\r\n").utf8))
}
