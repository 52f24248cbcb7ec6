extension Rule {
  /// BRM-01 to BRM-18, in order.
  static let businessRules: [Rule] = [.serviceReviews]
}
