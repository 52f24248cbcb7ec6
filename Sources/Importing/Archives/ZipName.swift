/// The name of a file in an archive.
enum ZipName {
  /// Reads a name: UTF-8 where the bytes are well formed, else code page 437 (APPNOTE, appendix D).
  ///
  /// A backslash, which some programs write, separates folders too.
  ///
  /// - Returns: The name with `/` between folders, or nil if it leads out of a folder, names none,
  ///   or has characters that no file name should have.
  static func read(_ bytes: ArraySlice<UInt8>) -> String? {
    let text = String(validating: bytes, as: UTF8.self) ?? codePage437(bytes)
    guard text.unicodeScalars.allSatisfy(LabelText.isPlain) else { return nil }
    let parts = text.split(omittingEmptySubsequences: false) { $0 == "/" || $0 == "\\" }
    guard let first = parts.first, !first.isEmpty, !first.hasSuffix(":"),
      !parts.contains(".."), !parts.dropLast().contains(where: \.isEmpty)
    else { return nil }
    let name = parts.filter { $0 != "." }.joined(separator: "/")
    return name.isEmpty ? "/" : name
  }

  private static func codePage437(_ bytes: ArraySlice<UInt8>) -> String {
    String(
      String.UnicodeScalarView(bytes.map { $0 < 0x80 ? Unicode.Scalar($0) : upper[Int($0) - 0x80] })
    )
  }

  /// The characters 80 to FF of code page 437.
  private static let upper = Array(
    ("ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐"
      + "└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u{A0}").unicodeScalars
  )
}
