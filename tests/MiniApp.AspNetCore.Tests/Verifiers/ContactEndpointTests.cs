using System.Net.Http.Json;
using System.Security.Claims;
using System.Text.Json.Serialization;
using MaxMiniApp;
using MaxMiniApp.AspNetCore;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using TelegramMiniApp;
using TelegramMiniApp.AspNetCore;
using VkMiniApp;

namespace MiniApp.AspNetCore.Tests;

/// <summary>The endpoints of docs/contacts.md: whose contact it is says the one who is signed in, by a launch or by a session.</summary>
public sealed class ContactEndpointTests
{
    private const string Phone = "79111234567";

    private static readonly PlatformScheme Vk = PlatformScheme.Of("VkMiniApp");
    private static readonly PlatformScheme Telegram = PlatformScheme.Of("TelegramMiniApp");

    [Theory]
    [InlineData("TelegramMiniApp", "OtherUser")]
    [InlineData("MaxMiniApp", "InvalidProof")]
    public async Task Contact_is_the_users_own_by_a_launch_and_by_a_session(string name, string otherUser)
    {
        var platform = PlatformScheme.Of(name);
        await using var app = await StartAsync();
        var (mine, of7) = (await app.BeginAsync(platform), await app.BeginAsync(platform, userId: 7));

        foreach (var authorization in new[] { platform.Header(platform.Good()), mine.Authorization })
        {
            Assert.Equal((200, $"\"{Phone}\""), await PostAsync(app, platform, authorization));
        }

        foreach (var authorization in new[] { platform.Header(platform.Good(7)), of7.Authorization })
        {
            Assert.Equal((400, $"\"{otherUser}\""), await PostAsync(app, platform, authorization));
        }

        // Nobody's of this platform: the id is 0.
        Assert.Equal((400, "\"NoSignedInUser\""), await PostAsync(app, platform, Vk.Header(Vk.Good())));
        Assert.Equal(401, (await PostAsync(app, platform, authorization: null)).Status);
    }

    [Fact]
    public async Task VKs_contact_takes_the_launch_and_a_session_is_asked_for_one()
    {
        await using var app = await StartAsync();
        var session = await app.BeginAsync(Vk);

        Assert.Equal((200, $"\"{Phone}\""), await PostAsync(app, Vk, Vk.Header(Vk.Good())));
        Assert.Equal((400, "\"InvalidSignature\""), await PostAsync(app, Vk, Vk.Header(Vk.Good(7))));
        Assert.Equal(403, (await PostAsync(app, Vk, Telegram.Header(Telegram.Good()))).Status);
        var asked = await app.SendAsync(HttpMethod.Post, "/vk/phone", session.Authorization, BodyOf(Vk));
        Assert.Equal((401, "stale"), (asked.Status, asked.Reason));
    }

    private static Task<SessionApp> StartAsync() => SessionApp.StartAsync(map: app =>
    {
        app.MapPost("/vk/phone", (VkPhone phone, VkLaunchParams launch, VkContactVerifier contacts) =>
        {
            var result = contacts.VerifyPhoneNumber(launch, phone.PhoneNumber, phone.Sign);
            return Answer(result.Value, result.Failure);
        }).RequireMiniAppLaunch();
        app.MapPost("/telegram/phone", (TelegramResponse contact, ClaimsPrincipal user, TelegramContactVerifier contacts) =>
        {
            var result = contacts.Verify(contact.Response, user.GetTelegramUserId() ?? 0);
            return Answer(result.Contact?.PhoneNumber, result.Failure);
        }).RequireAuthorization();
        app.MapPost("/max/phone", (MaxPhone phone, ClaimsPrincipal user, MaxContactVerifier contacts) =>
        {
            var result = contacts.Verify(phone.Phone, phone.AuthDate, phone.Hash, user.GetMaxUserId() ?? 0);
            return Answer(result.Contact?.PhoneNumber, result.Failure);
        }).RequireAuthorization();
    });

    private static IResult Answer(string? proved, Enum failure) => proved is not null ? Results.Ok(proved) : Results.BadRequest($"{failure}");

    private static async Task<(int Status, string Body)> PostAsync(SessionApp app, PlatformScheme platform, string? authorization)
    {
        var path = platform == Vk ? "/vk/phone" : platform == Telegram ? "/telegram/phone" : "/max/phone";
        var reply = await app.SendAsync(HttpMethod.Post, path, authorization, BodyOf(platform));
        return (reply.Status, reply.Body);
    }

    /// <summary>The phone number of user 42, as the platform signs it.</summary>
    private static JsonContent BodyOf(PlatformScheme platform) =>
        platform == Vk ? JsonContent.Create(new VkPhone(Phone, new VkContactSigner(6736218, "protected-key-of-the-tests").SignPhoneNumber(42, Phone)))
        : platform == Telegram ? JsonContent.Create(new TelegramResponse(new TelegramContactSigner("51000001:telegram-token-of-the-tests")
            .Sign(new() { UserId = 42, PhoneNumber = Phone }, DateTimeOffset.FromUnixTimeSeconds(TestApp.Now))))
        : JsonContent.Create(new MaxPhone(Phone, TestApp.Now, new MaxContactSigner("max-token-of-the-tests").Sign(Phone, TestApp.Now, 42)));

    private sealed record VkPhone([property: JsonPropertyName("phone_number")] string? PhoneNumber, string? Sign);

    private sealed record TelegramResponse(string? Response);

    private sealed record MaxPhone(string? Phone, long AuthDate, string? Hash);
}
