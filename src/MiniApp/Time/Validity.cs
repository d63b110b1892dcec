namespace MiniApp;

/// <summary>What the clock says of a launch.</summary>
internal enum Validity
{
    Valid,
    Expired,
    NotYetValid,
}
