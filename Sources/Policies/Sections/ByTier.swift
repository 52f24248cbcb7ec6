public import Model

extension Policy {
  /// One value for each tier of suppliers.
  public struct ByTier<Value: Hashable & Sendable>: Hashable, Sendable {
    private var strategic: Value
    private var tactical: Value
    private var operational: Value
    private var commodity: Value

    /// Makes the same value for all tiers.
    public init(_ value: Value) {
      self.init(strategic: value, tactical: value, operational: value, commodity: value)
    }

    /// Makes a value for each tier.
    public init(strategic: Value, tactical: Value, operational: Value, commodity: Value) {
      self.strategic = strategic
      self.tactical = tactical
      self.operational = operational
      self.commodity = commodity
    }

    /// The value of a tier.
    public subscript(tier: Tier) -> Value {
      get {
        switch tier {
        case .strategic: strategic
        case .tactical: tactical
        case .operational: operational
        case .commodity: commodity
        }
      }
      set {
        switch tier {
        case .strategic: strategic = newValue
        case .tactical: tactical = newValue
        case .operational: operational = newValue
        case .commodity: commodity = newValue
        }
      }
    }
  }
}
