using System.Security.Claims;
using Microsoft.Extensions.DependencyInjection;

namespace MaxMiniApp.AspNetCore.Tests;

/// <summary>What the application knows of a user.</summary>
public class ClaimsTests
{
    private static readonly MaxInitDataDescriptor Everything = new()
    {
        User = new MaxUser
        {
            Id = 9007199254740,
            FirstName = "Ада",
            LastName = "Lovelace & Co",
            Username = "ada",
            LanguageCode = "ru",
            PhotoUrl = "https://i.example/a?x=1&y=2==",
        },
        Chat = new MaxChat { Id = 12345, Type = MaxChatType.Dialog },
        Ip = "192.168.0.1",
        StartParam = "from_ad",
        QueryId = "4c0ab423-342b-4e45-aea4-2747dbc500cd",
        Additional = new Dictionary<string, string>(StringComparer.Ordinal) { ["future_field"] = "x", ["max_user_id"] = "1" },
    };

    [Fact]
    public async Task Claims_are_what_MAX_proved_of_the_user_and_the_chat()
    {
        await using var app = await StartAsync();

        Assert.Equal(
            [
                (ClaimTypes.NameIdentifier, "max:9007199254740"),
                ("max_user_id", "9007199254740"),
                ("max_auth_date", "1760000000"),
                ("max_first_name", "Ада"),
                ("max_last_name", "Lovelace & Co"),
                ("max_username", "ada"),
                ("max_language_code", "ru"),
                ("max_photo_url", "https://i.example/a?x=1&y=2=="),
                ("max_chat_id", "12345"),
                ("max_chat_type", "DIALOG"),
                ("max_start_param", "from_ad"),
                ("max_query_id", "4c0ab423-342b-4e45-aea4-2747dbc500cd"),
            ],
            await ClaimsAsync(app, MaxLaunch.Signed(Everything)));
    }

    [Fact]
    public async Task What_is_not_told_is_no_claim()
    {
        await using var app = await StartAsync();

        Assert.Equal(
            [(ClaimTypes.NameIdentifier, "max:42"), ("max_user_id", "42"), ("max_auth_date", "1760000000")],
            await ClaimsAsync(app, MaxLaunch.Signed()));
    }

    [Fact]
    public async Task Chat_of_no_kind_has_an_id_alone()
    {
        await using var app = await StartAsync();
        var opening = new MaxInitDataDescriptor { User = new MaxUser { Id = 42 }, Chat = new MaxChat { Id = -5 } };

        Assert.Equal([("max_chat_id", "-5")], (await ClaimsAsync(app, MaxLaunch.Signed(opening)))[3..]);
    }

    [Fact]
    public async Task Time_that_MAX_counts_in_milliseconds_is_a_claim_in_seconds()
    {
        await using var app = await StartAsync();

        Assert.Contains(
            ("max_auth_date", "1759999999"),
            await ClaimsAsync(app, "max " + TestInitData.Sign(MaxPlatform.BotToken, 42, ("auth_date", "1759999999999"))));
    }

    [Fact]
    public async Task Whatever_has_no_claim_is_to_be_had_typed()
    {
        await using var app = await StartAsync();
        var user = await app.SignInByHeaderAsync(MaxLaunch.Signed(Everything));
        var initData = user.GetMaxInitData()!;

        Assert.Equal(9007199254740, user.GetMaxUserId());
        Assert.Equal((9007199254740, "192.168.0.1", "x"), (initData.User.Id, initData.Ip, initData["future_field"]));
    }

    [Fact]
    public void Names_of_the_defaults_are_promises()
    {
        Assert.Equal("MaxMiniApp", MaxMiniAppDefaults.AuthenticationScheme);
        Assert.Equal("MAX", MaxMiniAppDefaults.Issuer);
    }

    private static Task<TestApp> StartAsync() => TestApp.StartWithAsync(builder =>
        builder.Services.AddAuthentication().AddMaxMiniApp(options => options.BotToken = MaxPlatform.BotToken));

    private static async Task<(string Type, string Value)[]> ClaimsAsync(TestApp app, string header) =>
        [.. (await app.SignInByHeaderAsync(header)).Claims.Select(claim => (claim.Type, claim.Value))];
}
