using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OAuth;
using Microsoft.Extensions.Options;

namespace Accounts.Website;

/// <summary>The framework's handler, but that it hands back the <c>device_id</c> that VK ID sends with the code, and no client's secret.</summary>
internal sealed class VkIdHandler(IOptionsMonitor<OAuthOptions> options, ILoggerFactory logger, UrlEncoder encoder)
    : OAuthHandler<OAuthOptions>(options, logger, encoder)
{
    protected override async Task<OAuthTokenResponse> ExchangeCodeAsync(OAuthCodeExchangeContext context)
    {
        if (!context.Properties.Items.TryGetValue(OAuthConstants.CodeVerifierKey, out var verifier))
        {
            return OAuthTokenResponse.Failed(new AuthenticationFailureException("There is no code verifier."));
        }

        using var content = new FormUrlEncodedContent(
        [
            new("grant_type", "authorization_code"),
            new("client_id", Options.ClientId),
            new("code", context.Code),
            new("code_verifier", verifier),
            new("device_id", Request.Query["device_id"]),
            new("redirect_uri", context.RedirectUri),
            new("state", Request.Query["state"]),
        ]);
        using var response = await Backchannel.PostAsync(Options.TokenEndpoint, content, Context.RequestAborted);
        var body = await response.Content.ReadAsStringAsync(Context.RequestAborted);

        // A refusal of VK ID may have the status 200: the framework's own response reads the error out of the body.
        return response.IsSuccessStatusCode
            ? OAuthTokenResponse.Success(JsonDocument.Parse(body))
            : OAuthTokenResponse.Failed(new AuthenticationFailureException($"VK ID answered {(int)response.StatusCode}."));
    }
}
