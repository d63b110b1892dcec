using Microsoft.AspNetCore.Http;

namespace MiniApp.AspNetCore;

/// <summary>What all schemes of launches say of where a token is.</summary>
internal interface ILaunchTokens
{
    /// <summary>Whether a request carries a token where the options of some scheme say that it is, that of sessions among them.</summary>
    Task<bool> AreInAsync(HttpRequest request);

    /// <summary>The auth-scheme that a text begins with, if it is one that some scheme's tokens stand behind.</summary>
    Task<string?> FindAuthSchemeAsync(string text);
}
