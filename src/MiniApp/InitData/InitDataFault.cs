namespace MiniApp;

/// <summary>
/// Why init data is refused. Init data with several faults gets the first of them in the order of this list. The public enumeration
/// of each platform has the same members with the same values.
/// </summary>
internal enum InitDataFault
{
    None,
    Malformed,
    MissingProof,
    InvalidProof,
    Expired,
    NotYetValid,
    NoUser,
}
