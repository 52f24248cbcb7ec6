/// A hypertext of a message, reduced by an allow-list to what may be shown.
///
/// The result has only known elements, all of them closed, with known attributes; links to web
/// and mail addresses; pictures of the same message, by their content id. Nothing in it runs,
/// loads anything from elsewhere, or looks other than the reader's own page does.
public struct ReducedHypertext: Sendable, Equatable {
  /// How often the result is reduced again until it stays as it is.
  private static let rounds = 4

  /// The reduced hypertext, a piece to be put into a page.
  public let html: String
  /// Whether a limit left something out.
  public let isCut: Bool
  /// How many pictures from elsewhere were left out.
  public let remotePictures: Int

  /// Reduces a hypertext.
  ///
  /// - Parameters:
  ///   - html: The hypertext as the message has it.
  ///   - contentIDs: The content ids of the parts of the same message, without angle brackets.
  ///   - limits: How much is looked at.
  public init(_ html: String, contentIDs: Set<String> = [], limits: HypertextLimits = .init()) {
    var reducer = HypertextReducer(html, contentIDs: contentIDs, limits: limits)
    var result = reducer.reduced()
    isCut = reducer.isCut
    remotePictures = reducer.remotePictures
    for _ in 0..<Self.rounds {
      var next = HypertextReducer(result, contentIDs: contentIDs, limits: limits)
      let again = next.reduced()
      if again == result {
        self.html = result
        return
      }
      result = again
    }
    self.html = "<pre>\(HypertextReducer.escaped(HypertextText(result).text))</pre>"
  }
}
