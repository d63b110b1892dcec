using Microsoft.AspNetCore.Http;

namespace MiniApp.AspNetCore;

/// <inheritdoc/>
internal sealed class LaunchTokens(LaunchSchemeList schemes, IEnumerable<SessionScheme> ofSessions) : ILaunchTokens
{
    public async Task<bool> AreInAsync(HttpRequest request) =>
        Array.Exists(await schemes.FindAllAsync(), scheme => scheme.Options.TryRetrieveToken(request, out _))
        || ofSessions.Any(scheme => scheme.HasToken(request));

    public async Task<string?> FindAuthSchemeAsync(string text) => (await schemes.FindAllAsync())
        .SelectMany(scheme => scheme.Options.AuthSchemes)
        .FirstOrDefault(word => AuthorizationHeader.TryReadCredentials(text, word, out _));
}
