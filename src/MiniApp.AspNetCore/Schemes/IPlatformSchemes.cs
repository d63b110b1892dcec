using Microsoft.AspNetCore.Authentication;

namespace MiniApp.AspNetCore;

/// <summary>The schemes of one platform.</summary>
internal interface IPlatformSchemes
{
    /// <summary>Whether a scheme is of this platform, be its options sound or not.</summary>
    bool Has(AuthenticationScheme scheme);

    /// <summary>A scheme's options, or <see langword="null"/> where it is not of this platform.</summary>
    MiniAppOptions? FindOptions(AuthenticationScheme scheme);
}
