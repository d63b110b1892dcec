namespace ShopMiniApp.AspNetCore;

/// <summary>Why a launch was refused.</summary>
public enum ShopFailure
{
    None,
    Malformed,
    InvalidSignature,
    Expired,
    NotYetValid,
    NoUser,
}
