using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.DependencyInjection;

namespace TelegramMiniApp.AspNetCore.Tests;

/// <summary>What only this platform's policies and attributes do.</summary>
public sealed class OwnPolicyTests
{
    [Fact]
    public async Task User_without_premium_has_none()
    {
        var opening = new TelegramInitDataDescriptor { User = new TelegramUser { Id = 42 } };
        await using var app = await TelegramLaunch.StartAsync(options => options.AddBot(TelegramPlatform.BotToken));
        var user = await app.SignInByHeaderAsync(TelegramLaunch.Hashed(opening: opening));
        var authorization = app.Services.GetRequiredService<IAuthorizationService>();

        var result = await authorization.AuthorizeAsync(user, null, new AuthorizationPolicyBuilder().RequireTelegramPremium().Build());

        Assert.Equal("The user must have Telegram Premium.", Assert.Single(result.Failure!.FailedRequirements).ToString());
    }

    [Fact]
    public void Demand_that_nobody_could_meet_is_refused_where_it_is_made()
    {
        var policy = new AuthorizationPolicyBuilder();

        Assert.Throws<ArgumentException>("userIds", () => policy.RequireTelegramUser(0));
        Assert.Throws<ArgumentException>("botIds", () => policy.RequireTelegramBot());
        Assert.Throws<ArgumentException>("languages", () => policy.RequireTelegramLanguage());
        Assert.Throws<ArgumentException>("types", () => policy.RequireTelegramChatType());
        Assert.Throws<ArgumentNullException>("types", () => policy.RequireTelegramChatType(null!));
        Assert.Throws<ArgumentOutOfRangeException>("maxAge", () => policy.RequireTelegramLaunchWithin(TimeSpan.FromTicks(-1)));
        Assert.Throws<ArgumentNullException>("policy", () => default(AuthorizationPolicyBuilder)!.RequireTelegramPremium());
    }

    [Fact]
    public void Attribute_shows_what_it_was_made_with()
    {
        Assert.Equal([1, 2], new RequireTelegramUserAttribute(1, 2).UserIds);
        Assert.Equal(["a"], new RequireTelegramLanguageAttribute("a").Languages);
        Assert.Equal(["a"], new RequireTelegramChatTypeAttribute("a").Types);
        Assert.Equal(5, new RequireTelegramLaunchWithinAttribute(5).Minutes);
        Assert.Equal([1, 2], new RequireTelegramBotAttribute(1, 2).BotIds);
    }
}
