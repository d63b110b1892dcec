using System.Text.Json;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OAuth;
using MiniApp;
using MiniApp.AspNetCore;

namespace Accounts.Website;

/// <summary>VK ID, which is OAuth 2.1 with a parameter of its own (https://id.vk.com/about/business/go/docs).</summary>
internal static class VkWebsite
{
    public const string Scheme = "VkWebsite";

    public static AuthenticationBuilder AddVkWebsite(this AuthenticationBuilder builder, string clientId) =>
        builder.AddOAuth<OAuthOptions, VkIdHandler>(Scheme, options =>
        {
            options.SignInScheme = WebsiteExtensions.Cookie;
            options.AuthorizationEndpoint = "https://id.vk.com/authorize";
            options.TokenEndpoint = "https://id.vk.com/oauth2/auth";
            options.UserInformationEndpoint = "https://id.vk.com/oauth2/user_info";
            options.ClientId = clientId;
            options.ClientSecret = "none"; // the framework demands one; VK ID goes by PKCE, and the handler sends none
            options.CallbackPath = "/website/vk/callback";
            options.UsePkce = true;
            options.Events.OnCreatingTicket = AddSubjectAsync;
            options.Events.OnRemoteFailure = WebsiteExtensions.RefuseAsync;
        });

    private static async Task AddSubjectAsync(OAuthCreatingTicketContext context)
    {
        using var content = new FormUrlEncodedContent(
            [new("client_id", context.Options.ClientId), new("access_token", context.AccessToken)]);
        using var response = await context.Backchannel.PostAsync(
            context.Options.UserInformationEndpoint, content, context.HttpContext.RequestAborted);
        response.EnsureSuccessStatusCode();
        var answer = await response.Content.ReadFromJsonAsync<JsonElement>(context.HttpContext.RequestAborted);

        // VK writes the number as a text; a refusal has the status 200, and no user.
        if (answer.TryGetProperty("user", out var user)
            && user.TryGetProperty("user_id", out var id)
            && MiniAppSubject.TryParse($"vk:{id}", out var subject))
        {
            context.Identity!.AddMiniAppSubject(subject);
        }
        else
        {
            throw new AuthenticationFailureException("VK ID told no user.");
        }
    }
}
