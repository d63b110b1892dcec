using System.Security.Claims;
using MaxMiniApp;
using MaxMiniApp.AspNetCore;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using TelegramMiniApp;
using TelegramMiniApp.AspNetCore;
using VkMiniApp;
using VkMiniApp.AspNetCore;

namespace MiniAppBackend.Tests;

/// <summary>A platform as a newcomer meets it: the lines of the readme, the settings, and what the platform gives a page.</summary>
/// <param name="Scheme">The scheme's name.</param>
/// <param name="Word">The word before the token.</param>
/// <param name="KeySetting">The setting of the key.</param>
/// <param name="Key">The key.</param>
/// <param name="Add">The line that registers it.</param>
/// <param name="Sign">What the platform gives a page, signed with a key at a time.</param>
internal sealed record NewcomerPlatform(
    string Scheme, string Word, string KeySetting, string Key, Action<AuthenticationBuilder, bool> Add, Func<string, DateTimeOffset, string> Sign)
{
    private const long AppId = 6736218;

    public static readonly NewcomerPlatform Vk = new(
        VkMiniAppDefaults.AuthenticationScheme,
        "Bearer",
        "AppSecret",
        "wvl68m4dR1UpLrVRli",
        (schemes, problems) => schemes.AddVkMiniApp(options => options.WriteProblemDetails = problems),
        (key, time) => new VkLaunchParamsSigner(AppId, key).SignQuery(new() { UserId = 42, Timestamp = time }));

    public static readonly NewcomerPlatform Telegram = new(
        TelegramMiniAppDefaults.AuthenticationScheme,
        "tma",
        "BotToken",
        "51000001:AAtoken-of-the-bot",
        (schemes, problems) => schemes.AddTelegramMiniApp(options => options.WriteProblemDetails = problems),
        (key, time) => new TelegramInitDataSigner(key).SignInitData(new() { User = new() { Id = 42, FirstName = "Ada" }, AuthDate = time }));

    public static readonly NewcomerPlatform Max = new(
        MaxMiniAppDefaults.AuthenticationScheme,
        "max",
        "BotToken",
        "token-of-the-bot",
        (schemes, problems) => schemes.AddMaxMiniApp(options => options.WriteProblemDetails = problems),
        (key, time) => new MaxInitDataSigner(key).SignInitData(new() { User = new() { Id = 42, FirstName = "Ada" }, AuthDate = time }));

    /// <summary>The time by the clock that the program goes by too.</summary>
    public static DateTimeOffset Now => TimeProvider.System.GetUtcNow();

    public static TheoryData<string> Names => [Vk.Scheme, Telegram.Scheme, Max.Scheme];

    /// <summary>The settings that the readme names, which are all that is needed.</summary>
    public (string Path, string Value)[] Settings => SettingsAt($"Authentication:Schemes:{Scheme}:");

    public static NewcomerPlatform Of(string scheme) => new[] { Vk, Telegram, Max }.Single(platform => platform.Scheme == scheme);

    /// <summary>The same settings somewhere else.</summary>
    public (string Path, string Value)[] SettingsAt(string start) => this == Vk
        ? [($"{start}AppId", $"{AppId}"), (start + KeySetting, Key)]
        : [(start + KeySetting, Key)];

    /// <summary>What the platform gave a page just now.</summary>
    public string Good() => Sign(Key, Now);

    /// <summary>The words for VK, in this platform's place.</summary>
    public string Say(string words) => this == Vk ? words : words
        .Replace(Vk.Scheme, Scheme, StringComparison.Ordinal)
        .Replace("Bearer or VK", Word, StringComparison.Ordinal)
        .Replace("Bearer", Word, StringComparison.Ordinal);

    /// <summary>The program of the readme.</summary>
    public void Build(WebApplicationBuilder builder)
    {
        Add(builder.Services.AddAuthentication(), false);
        builder.Services.AddAuthorization();
    }

    /// <summary>Its endpoint.</summary>
    public static void Map(WebApplication app) =>
        app.MapGet("/me", (ClaimsPrincipal user) => Greet(user)).RequireAuthorization();

    public static string Greet(ClaimsPrincipal user) => $"Hello, {user.Identity?.Name}.";

    public Task<NewcomerApp> StartAsync(Action<WebApplication>? map = null) => NewcomerApp.StartAsync(Settings, Build, map ?? Map);
}
