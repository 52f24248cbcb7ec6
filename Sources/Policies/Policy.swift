/// The thresholds, intervals and targets by which the rules judge.
///
/// Every number that no standard sets is here and nowhere in the rules. A key of the policy file and
/// the property that holds its value are tied in ``PolicyKey/all``. A value made by ``init()`` has
/// the defaults; the shipped file `Schemas/policy/default.yaml` says the same in words.
public struct Policy: Hashable, Sendable {
  /// The version of the language of policy files.
  public static let version = 1

  /// The edition of ISO/IEC 20000-1 whose clauses are judged.
  public var edition = Edition.standard
  /// Which recordings are used.
  public var knowledge = Knowledge.knownNow
  /// When a result counts as due soon, as late, as grave.
  public var judgement = Judgement()
  /// How often is reviewed, and what must follow.
  public var reviews = Reviews()
  /// How complaints are handled.
  public var complaints = Complaints()
  /// How long complaints may take, by severity.
  public var complaintTargets = ComplaintTargets()
  /// How satisfaction is measured and improvements are followed.
  public var satisfaction = Satisfaction()
  /// How measurements are judged.
  public var measurements = Measurements()
  /// How scorecards are graded.
  public var scorecard = Scorecard()
  /// How service credits are reckoned.
  public var credits = Credits()
  /// How suppliers are watched.
  public var suppliers = Suppliers()
  /// How disputes go on.
  public var disputes = Disputes()
  /// How notice is given and a renewal decided.
  public var notice = Notice()
  /// When reminders are sent.
  public var reminders = Reminders()
  /// How obligations and their evidence are judged.
  public var obligations = Obligations()

  /// Makes the default policy.
  public init() {}
}

extension Policy {
  /// Which recordings an answer uses.
  ///
  /// The raw values are those of the key `knowledgeMode`.
  public enum Knowledge: String, Sendable, CaseIterable {
    /// All that is recorded today: was it so?
    case knownNow
    /// What was recorded by the end of the day: what would have been shown then?
    case knownThen
  }

  /// How often a report falls due.
  ///
  /// The raw values are those of the key `complaint.report`.
  public enum Frequency: String, Sendable, CaseIterable {
    case monthly
    case quarterly
    case halfYearly
    case yearly

    /// How many calendar months one period has.
    public var months: Int {
      switch self {
      case .monthly: 1
      case .quarterly: 3
      case .halfYearly: 6
      case .yearly: 12
      }
    }
  }
}
