/// The state of an agreement as of a day, derived from its dates.
public enum AgreementStatus: String, Sendable, CaseIterable {
  /// Its source says that it is not concluded yet.
  case draft
  /// Concluded; the first day is still to come.
  case upcoming
  /// In force.
  case active
  /// In force, and the end is certain because notice was given.
  case underNotice
  /// The term has run out.
  case expired
  /// Ended by an act: notice, termination, cancellation.
  case ended
  /// There is no start, or no end though it is not open-ended.
  case unknown
}

/// What the source of an agreement says of its state.
///
/// The raw values are those of the field `declaredStatus`.
public enum DeclaredStatus: String, Sendable, CaseIterable {
  case draft
  case active
  case ended
  case cancelled
}

/// Why an agreement ended.
///
/// The raw values are those of the field `endReason`.
public enum EndReason: String, Sendable, CaseIterable {
  /// The term ran out.
  case expired
  /// Ended by notice or by consent.
  case terminated
  /// Ended because a party broke it.
  case breach
  /// Ended because of impediments of the provider.
  case impediments
  /// Ended because data were not secure.
  case dataSecurity
  /// Ended because an authority asked for it.
  case authorityRequest
  case other
}

/// How an agreement goes on after its term.
///
/// The raw values are those of the field `renewal`.
public enum RenewalKind: String, Sendable, CaseIterable {
  /// It ends.
  case none
  /// It renews unless notice is given.
  case automatic
  /// It renews if an option is taken.
  case option
}

/// Who gave notice.
///
/// The raw values are those of the field `noticeGivenBy`.
public enum NoticeGiver: String, Sendable, CaseIterable {
  /// The counterparty.
  case them
  /// Our organisation.
  case us
}
