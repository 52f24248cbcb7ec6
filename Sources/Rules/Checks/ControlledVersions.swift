import Model

extension AgreementFile {
  /// The versions that a change has to have made, in order of number.
  ///
  /// The first version is the agreement as first known, which no change made; versions from before
  /// the first policy are left out. Where it is not known since when there is a policy, or from
  /// when a version takes effect, the version is here.
  func controlledVersions(_ context: RuleContext) -> [Version] {
    versions.filter { version in
      guard version.number > 1 else { return false }
      guard let since = context.policySince, let from = version.effectiveFrom else { return true }
      return from >= since
    }
  }
}

extension ChangeRequest {
  /// Whether the change made a version: by its number, else by the day.
  func made(_ version: AgreementFile.Version) -> Bool {
    self.version.map { $0 == version.number }
      ?? (effectiveFrom != nil && effectiveFrom == version.effectiveFrom)
  }
}
