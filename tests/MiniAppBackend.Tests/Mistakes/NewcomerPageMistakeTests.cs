using System.Text.Json;
using VkMiniApp;

namespace MiniAppBackend.Tests;

/// <summary>What a newcomer's page gets wrong, and what the console of the back end says of it, once.</summary>
public sealed class NewcomerPageMistakeTests
{
    private static readonly NewcomerPlatform Vk = NewcomerPlatform.Vk;

    public static TheoryData<string> Platforms => NewcomerPlatform.Names;

    [Theory]
    [InlineData("VkMiniApp", "another-key", MistakeWords.WrongKey)]
    [InlineData("TelegramMiniApp", "51000002:AAtoken-of-another-bot", MistakeWords.OtherBot)]
    [InlineData("MaxMiniApp", "token-of-another-bot", MistakeWords.OtherBot)]
    public async Task A_wrong_key(string scheme, string key, string words) =>
        await AssertSaysAsync(words, scheme, platform => $"{platform.Word} {platform.Sign(key, NewcomerPlatform.Now)}");

    [Fact]
    public async Task Another_apps_id() => await AssertSaysAsync(
        MistakeWords.OtherApp,
        Vk.Scheme,
        _ => "Bearer " + new VkLaunchParamsSigner(7000001, Vk.Key).SignQuery(new() { UserId = 42, Timestamp = NewcomerPlatform.Now }));

    [Theory]
    [MemberData(nameof(Platforms))]
    public async Task A_clock_that_is_hours_off(string scheme)
    {
        var hours = TimeSpan.FromHours(25);

        await AssertSaysAsync(
            MistakeWords.ClockSlow, scheme, platform => $"{platform.Word} {platform.Sign(platform.Key, NewcomerPlatform.Now + hours)}");
        await AssertSaysAsync(
            MistakeWords.ClockFast, scheme, platform => $"{platform.Word} {platform.Sign(platform.Key, NewcomerPlatform.Now - hours)}");
    }

    [Theory]
    [MemberData(nameof(Platforms))]
    public async Task Encoded_twice(string scheme) => await AssertSaysAsync(
        MistakeWords.EncodedTwice,
        scheme,
        platform => $"{platform.Word} {Uri.EscapeDataString(Uri.EscapeDataString(platform.Good()))}");

    [Theory]
    [MemberData(nameof(Platforms))]
    public async Task An_empty_text(string scheme) => await AssertSaysAsync(MistakeWords.Empty, scheme, platform => platform.Word + ' ');

    [Theory]
    [InlineData("VkMiniApp", MistakeWords.ObjectOfTheBridge, """{"vk_user_id":42,"vk_app_id":6736218,"sign":"x"}""")]
    [InlineData("TelegramMiniApp", MistakeWords.OtherObject, """{"query_id":"x","user":{"id":42},"hash":"x"}""")]
    [InlineData("MaxMiniApp", MistakeWords.OtherObject, """{"query_id":"x","user":{"id":42},"hash":"x"}""")]
    public async Task The_object_of_the_bridge_or_initDataUnsafe(string scheme, string words, string json) =>
        await AssertSaysAsync(words, scheme, platform => $"{platform.Word} {json}");

    [Theory]
    [MemberData(nameof(Platforms))]
    public async Task A_value_that_is_no_text(string scheme)
    {
        await AssertSaysAsync(MistakeWords.NoText, scheme, platform => platform.Word + " [object Object]");
        await AssertSaysAsync(MistakeWords.NoText, scheme, platform => platform.Word + " undefined");
        await AssertSaysAsync(MistakeWords.Template, scheme, platform => platform.Word + " ${location.search.slice(1)}");
    }

    [Theory]
    [MemberData(nameof(Platforms))]
    public async Task Quotation_marks(string scheme)
    {
        await AssertSaysAsync(MistakeWords.Quoted, scheme, platform => $"{platform.Word} {JsonSerializer.Serialize(platform.Good())}");
        await AssertSaysAsync(MistakeWords.Quoted, scheme, platform => $"{platform.Word} \"{platform.Good()}\"");
        await AssertSaysAsync(MistakeWords.QuotedHeader, scheme, platform => $"\"{platform.Word} {platform.Good()}\"");
    }

    [Theory]
    [MemberData(nameof(Platforms))]
    public async Task The_word_before_the_token(string scheme)
    {
        await AssertSaysAsync(MistakeWords.NoWord, scheme, platform => platform.Good());
        await AssertSaysAsync(MistakeWords.OtherWord, scheme, platform => $"Token {platform.Good()}");
        await AssertSaysAsync(MistakeWords.Colon, scheme, platform => $"{platform.Word}: {platform.Good()}");
        await AssertSaysAsync(MistakeWords.WordTwice, scheme, platform => $"{platform.Word} {platform.Word} {platform.Good()}", isSaidAsIs: true);
    }

    [Fact]
    public async Task Both_words_of_VK() => await AssertSaysAsync(MistakeWords.WordTwice, Vk.Scheme, _ => "Bearer VK " + Vk.Good());

    [Theory]
    [InlineData("#/?{0}")]
    [InlineData("#{0}")]
    [InlineData("https://page.example/#/?{0}")]
    public async Task The_launch_in_the_fragment_of_a_page_with_routes(string sent) => await AssertSaysAsync(
        MistakeWords.Fragment, Vk.Scheme, _ => "Bearer " + sent.Replace("{0}", Vk.Good(), StringComparison.Ordinal));

    [Fact]
    public async Task The_address_of_a_page_without_a_launch() =>
        await AssertSaysAsync(MistakeWords.Address, Vk.Scheme, _ => "Bearer https://page.example/#/home");

    [Theory]
    [InlineData("VkMiniApp", "?{0}")]
    [InlineData("VkMiniApp", "https://page.example/?{0}#/home")]
    [InlineData("TelegramMiniApp", "#tgWebAppData={1}&tgWebAppVersion=8.0&tgWebAppPlatform=web")]
    [InlineData("MaxMiniApp", "#WebAppData={1}&WebAppPlatform=web&WebAppVersion=26.2.8")]
    public async Task What_holds_the_launch_whole_is_no_mistake(string scheme, string sent)
    {
        var platform = NewcomerPlatform.Of(scheme);
        var launch = platform.Good();
        await using var app = await platform.StartAsync();

        var token = sent.Replace("{0}", launch, StringComparison.Ordinal).Replace("{1}", Uri.EscapeDataString(launch), StringComparison.Ordinal);
        Assert.Equal(200, (await app.AskAsync($"{platform.Word} {token}")).Status);
        Assert.Empty(app.Console);
    }

    [Theory]
    [InlineData("VkMiniApp", "user=%7B%22id%22%3A42%7D&auth_date=1&hash=ab")]
    [InlineData("TelegramMiniApp", "vk_app_id=1&vk_ts=2&vk_user_id=3&sign=x")]
    [InlineData("MaxMiniApp", "vk_app_id=1&vk_ts=2&vk_user_id=3&sign=x")]
    [InlineData("TelegramMiniApp", "42")]
    public async Task Something_else_altogether(string scheme, string token) =>
        await AssertSaysAsync(MistakeWords.NotTaken, scheme, platform => $"{platform.Word} {token}");

    [Theory]
    [MemberData(nameof(Platforms))]
    public async Task No_header(string scheme) => await AssertSaysAsync(MistakeWords.NoHeader, scheme, _ => null);

    [Theory]
    [MemberData(nameof(Platforms))]
    public async Task A_question_of_the_browser_that_meets_authorization(string scheme)
    {
        var platform = NewcomerPlatform.Of(scheme);
        await using var app = await platform.StartAsync(NewcomerProgramMistakeTests.MapAnyMethod);

        Assert.Equal(401, (await app.AskAsync(method: "OPTIONS", headers: ("Access-Control-Request-Method", "GET"))).Status);
        Assert.Contains(MistakeWords.Preflight, Assert.Single(app.Console), StringComparison.Ordinal);
    }

    /// <summary>Sends it, is refused, and reads one line, which holds nothing of a key or a launch.</summary>
    private static async Task AssertSaysAsync(string words, string scheme, Func<NewcomerPlatform, string?> header, bool isSaidAsIs = false)
    {
        var platform = NewcomerPlatform.Of(scheme);
        await using var app = await platform.StartAsync();

        Assert.Equal(401, (await app.AskAsync(header(platform))).Status);

        var line = Assert.Single(app.Console);
        Assert.StartsWith(scheme, line, StringComparison.Ordinal);
        Assert.Contains(isSaidAsIs ? words : platform.Say(words), line, StringComparison.Ordinal);
        Assert.DoesNotContain(platform.Key, line, StringComparison.Ordinal);
        Assert.DoesNotContain(platform.Good()[..12], line, StringComparison.Ordinal);
    }
}
