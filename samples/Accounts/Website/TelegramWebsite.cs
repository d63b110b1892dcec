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

    // The claim id is the user's number, the same as in a mini app. The claim sub is another one.
    private static void AddSubject(OpenIdTokenValidatedContext context)
    {
        if (context.Principal is { Identity: ClaimsIdentity identity } principal && principal.FindFirstNumber("id") is > 0 and var id)
        {
            identity.AddMiniAppSubject(MiniAppSubject.TelegramUser(id));
        }
        else
        {
            context.Fail("Telegram's token has no user's id: is the scope profile asked for?");
        }
    }
}
