using System.Net;
using System.Security.Claims;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace MiniApp.AspNetCore.Tests;

/// <summary>A launch in the body of a request is what it is in the header, at endpoints that take it from there.</summary>
public sealed class LaunchBodyTests
{
    private static readonly (string Name, string Value) Binding = ("Launch-Binding", SessionApp.Binding);

    public static TheoryData<string> Platforms => PlatformScheme.Names;

    [Theory]
    [MemberData(nameof(Platforms))]
    public async Task Launch_in_json_and_in_a_form_signs_in(string name)
    {
        var platform = PlatformScheme.Of(name);
        await using var app = await BodyApp.StartAsync();
        var launch = platform.Header(platform.Good());
        var expected = (200, $"{platform.NameIdentifier(42)} by launch");

        Assert.Equal(expected, Read(await app.PostAsync("/json", BodyApp.JsonOf(launch))));
        Assert.Equal(expected, Read(await app.PostAsync("/attribute", BodyApp.JsonOf(launch))));
        Assert.Equal(expected, Read(await app.PostAsync("/form", BodyApp.JsonOf(launch))));
        Assert.Equal(expected, Read(await app.PostAsync("/form", BodyApp.FormOf(launch))));
        Assert.Equal(expected, Read(await app.PostAsync("/form", BodyApp.FormOf(platform.Header(platform.QueryOf(platform.Good()))))));
        Assert.Equal(expected, Read(await app.PostAsync("/form", BodyApp.PartsOf(platform.Header(platform.QueryOf(platform.Good()))))));
        Assert.Equal((200, $"Ada: {expected.Item2}"), Read(await app.PostAsync("/again", BodyApp.JsonOf(launch))));
        Assert.Equal((200, $"Ada: {expected.Item2}"), Read(await app.PostAsync("/again/form", BodyApp.FormOf(launch))));
        Assert.Equal((200, $"Ada: {expected.Item2}"), Read(await app.PostAsync("/again/form", BodyApp.PartsOf(launch))));
    }

    [Theory]
    [MemberData(nameof(Platforms))]
    public async Task Launch_that_is_refused_gets_the_answer_that_it_gets_in_the_header(string name)
    {
        var platform = PlatformScheme.Of(name);
        await using var app = await BodyApp.StartAsync();

        foreach (var launch in new[] { platform.Expired(), platform.Forged(), platform.NotYetValid(), platform.NoUser() })
        {
            var inHeader = await app.PostAsync("/header", body: null, platform.Header(launch));
            var inBody = await app.PostAsync("/json", BodyApp.JsonOf(platform.Header(launch)));

            Assert.Equal((401, inHeader.Challenge, ""), (inBody.Status, inBody.Challenge, inBody.Body));
            Assert.Contains("invalid_token", inBody.Challenge, StringComparison.Ordinal);
        }

        Assert.Equal("expired", (await app.PostAsync("/form", BodyApp.FormOf(platform.Header(platform.Expired())))).Reason);
        app.Logs.AssertSilentAbout(platform.Expired(), platform.Forged());
    }

    [Theory]
    [MemberData(nameof(Platforms))]
    public async Task Launch_in_a_body_is_exchanged_for_a_session_and_the_other_requests_of_sessions_stay(string name)
    {
        var platform = PlatformScheme.Of(name);
        await using var app = await BodyApp.StartAsync(options => options.UseCookie = true);

        var tokens = (await app.PostAsync("/body/session", BodyApp.JsonOf(platform.Header(platform.Good())), authorization: null, Binding)).ReadTokens();
        Assert.Equal("session", (await app.GetAsync("/by-session", tokens.Authorization)).Body.Split(' ')[^1]);
        Assert.Equal(204, (await app.PostAsync("/body/session/cookie", BodyApp.FormOf(platform.Header(platform.Good(7))), authorization: null, Binding)).Status);

        var refreshed = (await app.PostAsync("/body/session/refresh", BodyApp.JsonOf(tokens.RefreshToken, "refreshToken"))).ReadTokens();
        Assert.Equal(204, (await app.SendAsync(HttpMethod.Delete, "/body/session", refreshed.Authorization)).Status);
        Assert.Equal("revoked", (await app.GetAsync("/by-session", refreshed.Authorization)).Reason);
        Assert.Equal("expired", (await app.PostAsync("/body/session", BodyApp.JsonOf(platform.Header(platform.Expired())), authorization: null, Binding)).Reason);
        Assert.Equal(400, (await app.PostAsync("/body/session", BodyApp.JsonOf(platform.Header(platform.Good(8))))).Status);
    }

    [Theory]
    [MemberData(nameof(Platforms))]
    public async Task Launch_in_a_body_is_used_once_where_that_is_demanded(string name)
    {
        var platform = PlatformScheme.Of(name);
        await using var app = await BodyApp.StartAsync();

        Assert.Equal(200, (await app.PostAsync("/unused", BodyApp.JsonOf(platform.Header(platform.Good())), null, Binding)).Status);
        Assert.Equal("replayed", (await app.PostAsync(
            "/unused", BodyApp.JsonOf(platform.Header(platform.Good())), null, ("Launch-Binding", "binding-of-a-thief-00"))).Reason);
    }

    [Theory]
    [MemberData(nameof(Platforms))]
    public async Task Launch_without_its_word_is_good_where_one_scheme_is_asked(string name)
    {
        var platform = PlatformScheme.Of(name);
        await using var app = await SessionApp.StartAsync(map: app => app.MapPost("/named", (ClaimsPrincipal user) => SessionApp.Describe(user))
            .RequireAuthorization(policy => policy.AddAuthenticationSchemes(name).RequireAuthenticatedUser()).TakeLaunchFromBody("launch"));
        var expected = (200, $"{platform.NameIdentifier(42)} by launch");

        Assert.Equal(expected, Read(await app.PostAsync("/named", BodyApp.JsonOf(platform.Good()))));
        Assert.Equal(expected, Read(await app.PostAsync("/named", BodyApp.JsonOf(platform.QueryOf(platform.Good())))));
        Assert.Equal(expected, Read(await app.PostAsync("/named", BodyApp.JsonOf(platform.Header(platform.Good()).ToUpperInvariant()[..platform.AuthScheme.Length] + "  " + platform.Good()))));

        // Behind another's word it is another's.
        foreach (var other in PlatformScheme.All.Where(other => other != platform))
        {
            var reply = await app.PostAsync("/named", BodyApp.JsonOf(other.Header(platform.Good())));
            Assert.Equal((401, platform.AuthScheme), (reply.Status, reply.Challenge));
        }
    }

    [Theory]
    [InlineData("TelegramMiniApp")]
    [InlineData("MaxMiniApp")]
    public async Task Page_that_was_given_no_init_data_has_no_credentials(string name)
    {
        var platform = PlatformScheme.Of(name);
        await using var app = await BodyApp.StartAsync();

        foreach (var nothing in new[] { platform.AuthScheme, platform.AuthScheme + " " })
        {
            Assert.Equal(platform.AuthScheme, (await app.PostAsync("/json", BodyApp.JsonOf(nothing))).Challenge);
        }
    }

    [Fact]
    public async Task Parameter_takes_the_launch_of_a_body()
    {
        await using var app = await BodyApp.StartAsync();

        Assert.Equal((200, "VK's user 42"), Read(await app.PostAsync("/vk", BodyApp.JsonOf(PlatformScheme.Of("VkMiniApp").Good()))));
        Assert.Equal((401, "Bearer"), await app.PostAsync("/vk", BodyApp.JsonOf(null)) is var reply ? (reply.Status, reply.Challenge) : default);
        Assert.Equal(401, (await app.PostAsync("/vk", BodyApp.JsonOf(PlatformScheme.Of("MaxMiniApp").Good()))).Status);
    }

    [Fact]
    public async Task Header_comes_first_be_its_launch_good_or_bad()
    {
        var platform = PlatformScheme.Of("TelegramMiniApp");
        await using var app = await BodyApp.StartAsync();

        Assert.Equal((200, "telegram:1 by launch"), Read(await app.PostAsync("/json", BodyApp.JsonOf(platform.Good(2)), platform.Header(platform.Good(1)))));
        Assert.Equal("expired", (await app.PostAsync("/json", BodyApp.JsonOf(platform.Good(2)), platform.Header(platform.Expired()))).Reason);

        // Nobody looks at the body then.
        Assert.Equal(200, (await app.PostAsync("/json", BodyApp.Content("{", "text/plain"), platform.Header(platform.Good()))).Status);
    }

    [Fact]
    public async Task Launch_in_a_body_ends_in_a_cookie_where_the_endpoint_signs_in()
    {
        var platform = PlatformScheme.Of("VkMiniApp");
        await using var app = await LaunchApp.StartAsync(map: app =>
        {
            app.MapPost("/cookie", (ClaimsPrincipal user) => Results.SignIn(user, authenticationScheme: LaunchApp.Cookie))
                .TakeLaunchFromBody("launch")
                .RequireAuthorization(policy => policy.AddAuthenticationSchemes(platform.Name).RequireAuthenticatedUser());
            app.MapGet("/by-cookie", (ClaimsPrincipal user) => user.Identity!.Name)
                .RequireAuthorization(policy => policy.AddAuthenticationSchemes(LaunchApp.Cookie).RequireAuthenticatedUser());
        });
        using var client = app.CreateClient();

        using var signedIn = await client.PostAsync("/cookie", BodyApp.JsonOf(platform.Good()));
        using var request = new HttpRequestMessage(HttpMethod.Get, "/by-cookie");
        request.Headers.Add("Cookie", Assert.Single(signedIn.Headers.GetValues("Set-Cookie")).Split(';')[0]);
        using var answer = await client.SendAsync(request);

        Assert.Equal((HttpStatusCode.OK, platform.NameIdentifier(42)), (answer.StatusCode, await answer.Content.ReadAsStringAsync()));
        using var refused = await client.PostAsync("/cookie", BodyApp.JsonOf(platform.Expired()));
        Assert.Equal((HttpStatusCode.Unauthorized, false), (refused.StatusCode, refused.Headers.Contains("Set-Cookie")));
    }

    [Fact]
    public async Task Endpoint_that_does_not_take_a_launch_from_the_body_is_given_none()
    {
        var launch = PlatformScheme.Of("VkMiniApp").Good();
        await using var app = await BodyApp.StartAsync();

        Assert.Equal((401, "Bearer"), await app.PostAsync("/header", BodyApp.JsonOf(launch)) is var reply ? (reply.Status, reply.Challenge) : default);
    }

    [Fact]
    public async Task Body_without_a_launch_is_a_request_without_credentials()
    {
        await using var app = await BodyApp.StartAsync();

        foreach (var body in new[] { null, BodyApp.Content("", BodyApp.Json), BodyApp.Content("{}", BodyApp.Json), BodyApp.JsonOf(null), BodyApp.JsonOf("x", "Launch") })
        {
            var reply = await app.PostAsync("/json", body);
            Assert.Equal((401, "Bearer", ""), (reply.Status, reply.Challenge, reply.Body));
        }

        Assert.Equal((200, " by nothing"), Read(await app.PostAsync("/anybody", BodyApp.Content("{}", BodyApp.Json))));
        Assert.Equal((401, "Bearer"), await app.PostAsync("/form", new FormUrlEncodedContent([])) is var none ? (none.Status, none.Challenge) : default);
    }

    [Fact]
    public async Task Field_whose_name_has_other_letters_is_no_launch()
    {
        await using var app = await BodyApp.StartAsync();
        var launch = PlatformScheme.Of("VkMiniApp").Good();

        Assert.Equal(200, (await app.PostAsync("/form", BodyApp.Content($"launch={Uri.EscapeDataString(launch)}", BodyApp.Form))).Status);
        Assert.Equal(401, (await app.PostAsync("/form", BodyApp.Content($"Launch={Uri.EscapeDataString(launch)}", BodyApp.Form))).Status);
    }

    [Fact]
    public async Task Body_is_there_for_the_code_behind_the_endpoint_as_it_came()
    {
        var platform = PlatformScheme.Of("MaxMiniApp");
        await using var app = await BodyApp.StartAsync();

        foreach (var body in new[] { BodyApp.JsonOf("max " + platform.Good()), BodyApp.FormOf("MAX " + platform.Good()) })
        {
            Assert.Equal((200, await body.ReadAsStringAsync()), Read(await app.PostAsync("/again/raw", body)));
        }
    }

    [Fact]
    public async Task Page_on_another_origin_may_read_why_its_body_is_bad()
    {
        await using var app = await BodyApp.StartAsync();

        var reply = await app.PostAsync("/json", BodyApp.Content("{", BodyApp.Json), null, ("Origin", "https://page.example"));

        Assert.Equal((400, "https://page.example"), (reply.Status, Assert.Single(reply.Headers.GetValues("Access-Control-Allow-Origin"))));
    }

    [Fact]
    public async Task Events_see_a_launch_of_the_body()
    {
        var platform = PlatformScheme.Of("VkMiniApp");
        var seen = new List<string>();
        await using var app = await TestApp.StartWithAsync(
            builder => platform.AddTo(builder.Services.AddAuthentication(), options =>
            {
                options.Events.OnTokenValidated = context => SeeAsync("validated");
                options.Events.OnAuthenticationFailed = context => SeeAsync($"{context.Exception.Failure}");
            }),
            app => app.MapPost("/in", () => "in").RequireAuthorization().TakeLaunchFromBody("launch"));
        using var client = app.CreateClient();

        Assert.Equal(HttpStatusCode.OK, (await client.PostAsync("/in", BodyApp.JsonOf(platform.Good()))).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await client.PostAsync("/in", BodyApp.JsonOf(platform.Expired()))).StatusCode);
        Assert.Equal(["validated", "Expired"], seen);

        Task SeeAsync(string what)
        {
            seen.Add(what);
            return Task.CompletedTask;
        }
    }

    [Fact]
    public void Launch_in_a_body_has_a_name()
    {
        Assert.Equal(("launch", false), (new TakeLaunchFromBodyAttribute("launch").Name, new TakeLaunchFromBodyAttribute("launch").AcceptForm));
        Assert.Equal("name", Assert.Throws<ArgumentException>(() => new TakeLaunchFromBodyAttribute("")).ParamName);
        Assert.Equal("builder", Assert.Throws<ArgumentNullException>(
            () => LaunchBodyEndpointConventionBuilderExtensions.TakeLaunchFromBody<IEndpointConventionBuilder>(null!, "launch")).ParamName);
    }

    private static (int Status, string Body) Read(SessionReply reply) => (reply.Status, reply.Body);
}
