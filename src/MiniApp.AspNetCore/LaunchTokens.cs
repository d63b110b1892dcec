using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;

namespace MiniApp.AspNetCore;

/// <inheritdoc/>
internal sealed class LaunchTokens(IAuthenticationSchemeProvider schemes, MiniAppSchemes miniApps) : ILaunchTokens
{
    public async Task<bool> AreInAsync(HttpRequest request) => (await FindAllAsync()).Any(options => options.TryRetrieveToken(request, out _));

    public async Task<string?> FindAuthSchemeAsync(string text) =>
        (await FindAllAsync()).SelectMany(options => options.AuthSchemes).FirstOrDefault(word => AuthorizationHeader.TryReadCredentials(text, word, out _));

    private async Task<IEnumerable<MiniAppOptions>> FindAllAsync() =>
        (await schemes.GetAllSchemesAsync()).Select(miniApps.FindOptions).OfType<MiniAppOptions>();
}
