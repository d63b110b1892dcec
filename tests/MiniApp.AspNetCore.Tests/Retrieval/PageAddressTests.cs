using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using VkMiniApp;
using VkMiniApp.AspNetCore;

namespace MiniApp.AspNetCore.Tests;

/// <summary>A launch in the address of a page, by itself and beside the application's own parameters.</summary>
public class PageAddressTests
{
    private const string Accepted = "accepted";
    private const string None = "none";
    private const string Malformed = nameof(MiniAppMalformedException);

    private static readonly PlatformScheme Vk = PlatformScheme.All[0];

    private static string Good => Vk.QueryOf(Vk.Good());

    [Theory]
    [InlineData("")]
    [InlineData("?")]
    [InlineData("?page=2")]
    [InlineData("?utm_source=vk&utm_medium=cpc")]
    [InlineData("?sign=leo")]
    [InlineData("?sign=a&sign=b")]
    [InlineData("?VK_user_id=1")]
    [InlineData("?xvk_user_id=1")]
    [InlineData("?%2576k_user_id=1")]
    [InlineData("?tgWebAppStartParam=order_7")]
    [InlineData("?hash=ab&auth_date=1&user=%7B%7D")]
    [InlineData("?api_id=1&viewer_id=2&auth_key=ab")]
    [InlineData("?&&=&%")]
    public async Task Address_without_a_launch_has_no_credentials(string query) => Assert.Equal(None, await VerdictAsync(query));

    [Fact]
    public async Task Launch_is_judged_with_the_applications_own_parameters_around_it()
    {
        Assert.Equal(Accepted, await VerdictAsync("?" + Good));
        Assert.Equal(Accepted, await VerdictAsync($"?page=2&{Good}&page=3&utm_source=vk&q=%D0%B1+%26"));
        Assert.Equal(Accepted, await VerdictAsync("?" + Good.Replace("vk_user_id", "%76k%5Fuser_id", StringComparison.Ordinal)));
        Assert.Equal(nameof(MiniAppInvalidSignatureException), await VerdictAsync("?" + Vk.QueryOf(Vk.Forged())));
        Assert.Equal(nameof(MiniAppInvalidSignatureException), await VerdictAsync($"?{Good}&vk_more=1"));
        Assert.Equal(nameof(MiniAppExpiredException), await VerdictAsync("?" + Vk.QueryOf(Vk.Expired())));
        Assert.Equal(nameof(MiniAppNotYetValidException), await VerdictAsync("?" + Vk.QueryOf(Vk.NotYetValid())));
        Assert.Equal(nameof(MiniAppNoUserException), await VerdictAsync("?" + Vk.QueryOf(Vk.NoUser())));
    }

    [Fact]
    public async Task What_is_no_launch_in_spite_of_a_name_of_VKs_is_refused()
    {
        Assert.Equal(Malformed, await VerdictAsync("?vk_user_id=1"));
        Assert.Equal(Malformed, await VerdictAsync("?vk_"));
        Assert.Equal(Malformed, await VerdictAsync($"?{Good}&sign=x"));
        Assert.Equal(Malformed, await VerdictAsync($"?{Good}&vk_user_id=43"));
        Assert.Equal(Malformed, await VerdictAsync("?" + Uri.EscapeDataString(Good)));
        Assert.Equal(Malformed, await VerdictAsync($"?{Good}&x={new string('x', 16_384)}"));
        Assert.Equal(Malformed, await VerdictAsync($"?{Good}&{string.Join('&', Enumerable.Range(0, 128))}"));
    }

    [Fact]
    public async Task Launch_of_another_app_or_inside_Odnoklassniki_is_refused()
    {
        var time = DateTimeOffset.FromUnixTimeSeconds(PlatformScheme.Now);
        Assert.Equal(
            nameof(VkLaunchUnknownAppException), await VerdictAsync("?" + new VkLaunchParamsSigner(7000001, "a").SignQuery(new() { UserId = 42, Timestamp = time })));
        Assert.Equal(
            nameof(VkLaunchOdnoklassnikiException),
            await VerdictAsync("?" + new VkLaunchParamsSigner(6736218, "protected-key-of-the-tests").SignQuery(
                new() { UserId = 42, Timestamp = time, Additional = new Dictionary<string, string> { ["vk_client"] = "ok", ["vk_ok_user_id"] = "5" } })));
    }

    [Fact]
    public async Task First_of_the_places_counts_and_a_header_with_a_session_is_left_to_sessions()
    {
        await using var app = await PageApp.StartAsync();
        var session = await app.BeginAsync(Vk, userId: 44);
        var address = PageApp.Address(Vk.Good(43));

        Assert.Equal("42 by launch", (await app.GetAsync(address, Vk.Header(Vk.Good()))).Body);
        Assert.Equal("44 by session", (await app.GetAsync(address, session.Authorization)).Body);
        Assert.Equal(401, (await app.GetAsync(address, Vk.Header(Vk.Forged()))).Status);
    }

    [Fact]
    public async Task Other_platforms_and_their_tokens_are_left_alone()
    {
        await using var app = await PageApp.StartAsync();
        foreach (var platform in PlatformScheme.All[1..])
        {
            Assert.Equal((401, null), (await app.GetAsync("/who?" + platform.QueryOf(platform.Good()))) is var page ? (page.Status, page.Reason) : default);
            Assert.EndsWith(" by launch", (await app.GetAsync("/who?page=2", platform.Header(platform.Good()))).Body, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("?page=2", null)]
    [InlineData("?vk_user_id%3D1%26vk_app_id%3D2%26sign%3D3", "percent-encoded twice")]
    public async Task Log_of_a_page_that_is_developed_tells_a_mistake_and_takes_no_page_for_one(string query, string? hint)
    {
        using var logs = new LogCollector();
        await using var app = await TestApp.StartWithAsync(builder =>
        {
            builder.Environment.EnvironmentName = "Development";
            builder.Services.AddSingleton<IHostEnvironment>(builder.Environment);
            builder.Logging.AddProvider(logs);
            Vk.AddTo(builder.Services.AddAuthentication(), options => options.TokenRetriever = TokenRetrieval.FromPageAddress());
        });

        Assert.Equal(401, (await app.GetAsync("/me", context => context.Request.QueryString = new(query))).Status);

        var said = logs.OfHandler.Where(entry => entry.EventId.Name is "LaunchRefused" or "LaunchNotFound").Select(entry => entry.Message).ToArray();
        if (hint is null)
        {
            Assert.Empty(said);
        }
        else
        {
            Assert.Contains(hint, Assert.Single(said), StringComparison.Ordinal);
        }
    }

    private static async Task<string> VerdictAsync(string query)
    {
        await using var app = await Vk.StartAsync(options => options.TokenRetriever = TokenRetrieval.FromPageAddress());
        var result = await Backend.AuthenticateAsync(app, "", context => context.Request.QueryString = new QueryString(query));
        return result.Succeeded ? Accepted : result.None ? None : result.Failure!.GetType().Name;
    }
}
