namespace MiniApp.AspNetCore.DevLauncher;

/// <summary>What an API page has to know to send launches.</summary>
/// <param name="Platform">The platform's name.</param>
/// <param name="Scheme">The scheme, whose name the document's security scheme has.</param>
/// <param name="AuthScheme">The word before a token in the <c>Authorization</c> header.</param>
internal sealed record ApiSettings(string Platform, string Scheme, string AuthScheme);
