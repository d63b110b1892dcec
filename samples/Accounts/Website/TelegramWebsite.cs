using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using MiniApp;
using MiniApp.AspNetCore;
using OpenIdTokenValidatedContext = Microsoft.AspNetCore.Authentication.OpenIdConnect.TokenValidatedContext;

namespace Accounts.Website;

/// <summary>Telegram's login for websites, which is OpenID Connect (https://core.telegram.org/bots/telegram-login).</summary>
internal static class TelegramWebsite
{
    public const string Scheme = "TelegramWebsite";

    public static AuthenticationBuilder AddTelegramWebsite(this AuthenticationBuilder builder, string clientId, string clientSecret) =>
        builder.AddOpenIdConnect(Scheme, options =>
        {
            options.SignInScheme = WebsiteExtensions.Cookie;
            options.Authority = "https://oauth.telegram.org";
            options.ClientId = clientId;
            options.ClientSecret = clientSecret;
            options.CallbackPath = "/website/telegram/callback";
            options.ResponseType = OpenIdConnectResponseType.Code;
            options.ResponseMode = OpenIdConnectResponseMode.Query;

            // Whether Telegram repeats a nonce, reports disagree; state, its cookie and PKCE tie the answer to this browser without one.
            options.ProtocolValidator.RequireNonce = false;

            options.BackchannelHttpHandler = new BasicClientAuthentication(clientId, clientSecret) { InnerHandler = new HttpClientHandler() };
            options.Events.OnAuthorizationCodeReceived = context =>
            {
                context.TokenEndpointRequest!.ClientSecret = null; // it is in the header
                return Task.CompletedTask;
            };
            options.Events.OnRemoteFailure = WebsiteExtensions.RefuseAsync;
            options.Events.OnTokenValidated = context =>
            {
                AddSubject(context);
                return Task.CompletedTask;
            };
        });

    private static void AddSubject(OpenIdTokenValidatedContext context)
    {
        // What comes by the back channel, the framework takes without a signature too (OpenID Connect Core 1.0, section 3.1.3.7). A proxy on the way
        // to Telegram could then sign in anybody.
        if (context.SecurityToken.RawSignature.Length == 0)
        {
            context.Fail("Telegram's token is not signed.");
            return;
        }

        // The claim id is the user's number, the same as in a mini app. The claim sub is another one.
        if (context.Principal is { Identity: ClaimsIdentity identity } principal && principal.FindFirstNumber("id") is > 0 and var id)
        {
            identity.AddMiniAppSubject(MiniAppSubject.TelegramUser(id));
            return;
        }

        context.Fail("Telegram's token has no user's id: is the scope profile asked for?");
    }
}
