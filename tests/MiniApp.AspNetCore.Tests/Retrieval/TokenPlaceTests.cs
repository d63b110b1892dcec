using Microsoft.AspNetCore.Http;

namespace MiniApp.AspNetCore.Tests;

/// <summary>Where every platform's scheme takes its token from.</summary>
public class TokenPlaceTests
{
    public static TheoryData<string> Platforms => PlatformScheme.Names;

    [Theory]
    [MemberData(nameof(Platforms))]
    public async Task Word_of_the_header_may_be_in_any_case_and_the_token_in_any_number_of_spaces(string name)
    {
        var platform = PlatformScheme.Of(name);
        await using var app = await platform.StartAsync();

        Assert.True((await app.AuthenticateAsync(platform.AuthScheme.ToUpperInvariant() + " " + platform.Good())).Succeeded);
        Assert.True((await app.AuthenticateAsync(platform.AuthScheme + "    " + platform.Good() + "  ")).Succeeded);
        Assert.True((await app.AuthenticateAsync(platform.AuthScheme + platform.Good())).None);
    }

    [Theory]
    [MemberData(nameof(Platforms))]
    public async Task Several_headers_are_refused_whatever_they_hold(string name)
    {
        var platform = PlatformScheme.Of(name);
        await using var app = await platform.StartAsync();
        var good = platform.Header(platform.Good());

        foreach (var headers in new string[][] { [good, good], [good, "Basic x"], ["Basic x", good], [good, ""], ["Basic x", "Basic y"] })
        {
            Assert.IsType<MiniAppMalformedException>((await app.AuthenticateAsync(headers)).Failure);
        }
    }

    [Theory]
    [MemberData(nameof(Platforms))]
    public async Task Token_retriever_replaces_the_header(string name)
    {
        var platform = PlatformScheme.Of(name);
        string? found = null;
        await using var app = await platform.StartAsync(options => options.TokenRetriever = _ => found);

        // The header names another user, so that reading it would be seen.
        var header = platform.Header(platform.Good(43));
        Assert.True((await app.AuthenticateAsync(header)).None);

        found = platform.Good();
        Assert.Equal(42, platform.FindUserId((await app.AuthenticateAsync(header)).Principal!));

        found = platform.Forged();
        Assert.IsType<MiniAppInvalidSignatureException>((await app.AuthenticateAsync(header)).Failure);

        found = " ";
        Assert.IsType<MiniAppMalformedException>((await app.AuthenticateAsync(header)).Failure);
    }

    [Theory]
    [MemberData(nameof(Platforms))]
    public async Task Empty_token_is_none_where_a_page_can_have_it_and_a_bad_one_elsewhere(string name)
    {
        var platform = PlatformScheme.Of(name);
        await using var byHeader = await platform.StartAsync();
        await using var byRetriever = await platform.StartAsync(options => options.TokenRetriever = _ => "");
        await using var byEvent = await platform.StartAsync(options => options.Events.OnMessageReceived = context =>
        {
            context.Token = "";
            return Task.CompletedTask;
        });

        foreach (var (app, header) in new[]
        {
            (byHeader, platform.AuthScheme), (byHeader, platform.AuthScheme + "  "), (byRetriever, ""), (byEvent, ""),
        })
        {
            var result = await app.AuthenticateAsync(header);

            Assert.Equal(platform.HasEmptyTokens, result.None);
            Assert.Equal(!platform.HasEmptyTokens, result.Failure is MiniAppMalformedException);
        }
    }

    [Theory]
    [MemberData(nameof(Platforms))]
    public async Task Token_from_the_first_event_is_verified_instead_of_any_other(string name)
    {
        var platform = PlatformScheme.Of(name);
        await using var app = await platform.StartAsync(options =>
        {
            options.TokenRetriever = _ => throw new InvalidOperationException("not asked");
            options.Events.OnMessageReceived = context =>
            {
                context.Token = context.Request.Query["launch"];
                return Task.CompletedTask;
            };
        });
        var reply = await app.GetAsync("/me", context =>
        {
            context.Request.QueryString = QueryString.Create("launch", platform.Good(43));
            context.Request.Headers.Authorization = platform.Header(platform.Good());
        });

        Assert.Equal(platform.NameIdentifier(43), reply.Body);
    }

    [Theory]
    [MemberData(nameof(Platforms))]
    public async Task Token_longer_than_the_options_allow_is_not_looked_at(string name)
    {
        var platform = PlatformScheme.Of(name);
        var token = platform.Good();
        await using var app = await platform.StartAsync(options => options.MaxTokenLength = token.Length - 1);
        await using var other = await platform.StartAsync(options => options.MaxTokenLength = token.Length);

        Assert.IsType<MiniAppMalformedException>((await app.AuthenticateAsync(platform.Header(token))).Failure);
        Assert.True((await other.AuthenticateAsync(platform.Header(token))).Succeeded);
    }
}
