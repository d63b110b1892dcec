namespace MiniApp;

/// <summary>What the clock says of a launch: the answer of <see cref="ValidityWindow"/>.</summary>
public enum Validity
{
    /// <summary>It is neither too old nor from the future.</summary>
    Valid = 0,

    /// <summary>It is older than the lifetime.</summary>
    Expired,

    /// <summary>It is dated further in the future than the clock skew allows.</summary>
    NotYetValid,
}
