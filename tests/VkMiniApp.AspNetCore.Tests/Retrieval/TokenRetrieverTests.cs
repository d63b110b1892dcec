using Microsoft.AspNetCore.Http;

namespace VkMiniApp.AspNetCore.Tests;

/// <summary>Tokens from elsewhere than the <c>Authorization</c> header.</summary>
public class TokenRetrieverTests
{
    [Fact]
    public async Task Token_from_the_first_event_is_verified_instead_of_the_one_in_the_header()
    {
        await using var app = await TestApp.StartAsync(options =>
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
            context.Request.QueryString = QueryString.Create("launch", TestLaunch.Token(43));
            context.Request.Headers.Authorization = "Bearer " + TestLaunch.Token(42);
        });

        Assert.Equal("43", reply.Body);
    }

    [Fact]
    public async Task Empty_token_from_the_first_event_is_refused_and_none_leaves_the_header_to_be_read()
    {
        string? token = "";
        await using var app = await TestApp.StartAsync(options => options.Events.OnMessageReceived = context =>
        {
            context.Token = token;
            return Task.CompletedTask;
        });

        Assert.IsType<MiniAppMalformedException>((await app.AuthenticateAsync("Bearer " + TestLaunch.Token())).Failure);
        token = null;
        Assert.Equal("42", (await app.GetAsync("/me", "Bearer " + TestLaunch.Token())).Body);
    }

    [Theory]
    [InlineData(null, null)]
    [InlineData("", VkLaunchFailure.Malformed)]
    [InlineData("expired", VkLaunchFailure.Expired)]
    [InlineData("good", VkLaunchFailure.None)]
    [InlineData("a.b.c", null)]
    public async Task Token_retriever_replaces_the_header(string? found, VkLaunchFailure? expected)
    {
        var token = found switch
        {
            "good" => TestLaunch.Token(),
            "expired" => TestLaunch.Refused(VkLaunchFailure.Expired),
            _ => found,
        };
        await using var app = await TestApp.StartAsync(options => options.TokenRetriever = _ => token);

        // The header names another user, so that reading it would be seen.
        var result = await app.AuthenticateAsync("Bearer " + TestLaunch.Token(43));

        Assert.Equal(expected is null, result.None);
        Assert.Equal(expected is VkLaunchFailure.None ? 42 : null, result.Principal?.GetVkUserId());
        Assert.Equal(expected is null or VkLaunchFailure.None ? null : expected, (result.Failure as MiniAppException)?.Failure);
    }

    [Fact]
    public async Task Token_retriever_can_read_a_header_of_the_applications_own()
    {
        await using var app = await TestApp.StartAsync(options => options.TokenRetriever = request => request.Headers["X-Launch-Params"]);

        Assert.Equal("42", (await app.GetAsync("/me", context => context.Request.Headers["X-Launch-Params"] = TestLaunch.Query())).Body);
        Assert.Equal(401, (await app.GetAsync("/me", "Bearer " + TestLaunch.Query())).Status);
    }
}
