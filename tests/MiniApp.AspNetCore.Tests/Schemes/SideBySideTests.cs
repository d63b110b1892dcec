using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;

namespace MiniApp.AspNetCore.Tests;

/// <summary>All platforms and the framework's own schemes in one back end: credentials open only what is their own.</summary>
public class SideBySideTests
{
    public static MatrixTheoryData<string, bool> Schemes => new(Backend.Schemes, [false, true]);

    public static MatrixTheoryData<string, string> PlatformPairs =>
        new(PlatformScheme.Names.Select(row => row.Data), PlatformScheme.Names.Select(row => row.Data));

    [Theory]
    [MemberData(nameof(Schemes))]
    public async Task Credentials_are_accepted_by_their_own_scheme_and_seen_only_by_those_that_read_the_same_word(string own, bool oneWord)
    {
        await using var app = await Backend.StartAsync(oneWord);
        var request = Backend.Credentials(app, own, oneWord);

        foreach (var scheme in Backend.Schemes)
        {
            var result = await Backend.AuthenticateAsync(app, scheme, request);
            var isSeen = Backend.WordOf(scheme, oneWord) == Backend.WordOf(own, oneWord);

            Assert.Equal(scheme == own, result.Succeeded);
            // A session's token is known by its look, and left to its own scheme.
            var isRefused = scheme != own && isSeen && own != Backend.Opaque;
            Assert.Equal(isRefused, result.Failure is not null);
            Assert.Equal(scheme != own && !isRefused, result.None);
            Assert.Equal(scheme == own ? 200 : 401, (await app.GetAsync("/" + scheme, request)).Status);
        }
    }

    [Fact]
    public async Task Json_web_token_is_left_to_others_by_every_platform_behind_the_same_word()
    {
        await using var app = await Backend.StartAsync(oneWord: true);

        foreach (var platform in PlatformScheme.All)
        {
            Assert.True((await app.AuthenticateBySchemeAsync(platform.Name, "Bearer eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiI0MiJ9.c2lnbg")).None);
        }
    }

    [Theory]
    [MemberData(nameof(Schemes))]
    public async Task Policy_that_names_all_schemes_takes_the_user_from_the_one_that_accepts(string scheme, bool oneWord)
    {
        await using var app = await Backend.StartAsync(oneWord);
        var reply = await app.GetAsync("/me", Backend.Credentials(app, scheme, oneWord));
        var expected = scheme is Backend.Opaque or Backend.Cookie ? scheme + ":42" : PlatformScheme.Of(scheme).NameIdentifier(42);

        Assert.Equal((200, expected), (reply.Status, reply.Body));
    }

    [Fact]
    public async Task Challenge_of_a_policy_that_names_all_schemes_lists_each_of_them()
    {
        await using var app = await Backend.StartAsync();
        var reply = await app.GetAsync("/me");

        Assert.Equal((401, ""), (reply.Status, reply.Body));
        Assert.Equal(["Bearer", "tma", "max", "Shop", "Bearer"], reply.Challenges);
    }

    [Theory]
    [MemberData(nameof(PlatformScheme.Names), MemberType = typeof(PlatformScheme))]
    public async Task Only_the_scheme_that_a_refused_token_was_meant_for_speaks_of_an_error(string name)
    {
        var platform = PlatformScheme.Of(name);
        await using var app = await Backend.StartAsync();
        var reply = await app.GetAsync("/me", platform.Header(platform.Forged()));

        // The framework's own scheme reads the same word as VK's, and never says what is wrong.
        Assert.Equal(401, reply.Status);
        Assert.Equal(
            [.. PlatformScheme.All.Select(each => each == platform ? each.AuthScheme + " error=\"invalid_token\"" : each.AuthScheme), "Bearer"],
            reply.Challenges);
    }

    [Theory]
    [MemberData(nameof(PlatformPairs))]
    public async Task Token_behind_another_platforms_word_is_refused_by_that_platform_and_ignored_by_its_own(string token, string word)
    {
        await using var app = await Backend.StartAsync();
        var request = Backend.Authorization(PlatformScheme.Of(word).Header(PlatformScheme.Of(token).Good()));
        var byWord = await Backend.AuthenticateAsync(app, word, request);
        var own = await Backend.AuthenticateAsync(app, token, request);

        Assert.Equal(token == word, byWord.Succeeded);
        Assert.Equal(token != word, byWord.Failure is MiniAppMalformedException or MiniAppInvalidSignatureException);
        Assert.Equal(token != word, own.None);
        Assert.Equal(token == word ? 200 : 401, (await app.GetAsync("/me", request)).Status);
    }

    [Fact]
    public async Task Init_data_of_telegram_and_max_differ_in_nothing_but_the_key_and_that_is_enough()
    {
        await using var app = await Backend.StartAsync(oneWord: true);

        Assert.IsType<MiniAppInvalidSignatureException>((await AuthenticateAsync("MaxMiniApp", "TelegramMiniApp")).Failure);
        Assert.IsType<MiniAppInvalidSignatureException>((await AuthenticateAsync("TelegramMiniApp", "MaxMiniApp")).Failure);

        Task<AuthenticateResult> AuthenticateAsync(string scheme, string token) =>
            Backend.AuthenticateAsync(app, scheme, Backend.Authorization("Bearer " + PlatformScheme.Of(token).Good()));
    }

    [Fact]
    public async Task Credentials_of_two_schemes_at_once_are_two_identities_of_one_user_each_with_its_own_launch()
    {
        await using var app = await Backend.StartAsync();
        var (vk, telegram) = (PlatformScheme.Of("VkMiniApp"), PlatformScheme.Of("TelegramMiniApp"));
        var launch = (await app.AuthenticateBySchemeAsync(vk.Name, vk.Header(vk.Good(1)))).Principal!;
        var cookie = Backend.CookieOf(app, new(new ClaimsIdentity(launch.Claims, Backend.Cookie)));
        ClaimsPrincipal? user = null;

        await app.GetAsync("/me", context =>
        {
            context.Request.Headers.Cookie = cookie;
            context.Request.Headers.Authorization = telegram.Header(telegram.Good(1));
            context.Response.OnStarting(() =>
            {
                user = context.User;
                return Task.CompletedTask;
            });
        });

        Assert.Equal((1L, 1L), (vk.FindUserId(user!), telegram.FindUserId(user!)));
        Assert.Equal((false, true), (vk.HasLaunch(user!), telegram.HasLaunch(user!)));
    }
}
