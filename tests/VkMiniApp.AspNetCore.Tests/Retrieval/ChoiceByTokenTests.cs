using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.BearerToken;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace VkMiniApp.AspNetCore.Tests;

/// <summary>
/// Three kinds of tokens behind the one word <c>Bearer</c>, and a policy scheme as docs/side-by-side.md has it that picks the scheme by
/// the look of the token. The scheme that is picked authenticates, challenges and forbids.
/// </summary>
public class ChoiceByTokenTests
{
    private const string OfJwt = "Bearer realm=\"jwt\"";
    private const string OfLaunch = "Bearer realm=\"vk\"";
    private const string OfLaunchWithAnError = "Bearer realm=\"vk\", error=\"invalid_token\"";
    private const string OfOpaque = "Bearer";

    [Theory]
    [InlineData("launch")]
    [InlineData("launch in base64")]
    [InlineData("launch behind VK")]
    [InlineData("jwt")]
    [InlineData("opaque")]
    public async Task Each_kind_of_token_signs_its_own_user_in(string kind)
    {
        await using var app = await StartAsync();
        var reply = await app.GetAsync("/me", Header(app, kind));

        Assert.Equal((200, kind.Split(' ')[0]), (reply.Status, reply.Body[..^" user".Length]));
    }

    [Theory]
    [InlineData("launch", null)]
    [InlineData("jwt", "Bearer error=\"insufficient_scope\"")]
    [InlineData("opaque", null)]
    public async Task User_of_each_kind_is_forbidden_by_the_scheme_of_that_kind(string kind, string? challenge)
    {
        await using var app = await StartAsync();
        var reply = await app.GetAsync("/staff", Header(app, kind));

        Assert.Equal(403, reply.Status);
        Assert.Equal(challenge, reply.Challenges.SingleOrDefault());
    }

    [Theory]
    [InlineData("forged launch", OfLaunchWithAnError)]
    [InlineData("expired launch", OfLaunchWithAnError + ", error_description=\"The launch parameters have expired\", reason=\"expired\"")]
    [InlineData("forged jwt", OfJwt)]
    [InlineData("forged opaque", OfOpaque)]
    public async Task Token_that_is_refused_is_challenged_by_the_scheme_of_its_kind_alone(string kind, string challenge)
    {
        await using var app = await StartAsync();
        var reply = await app.GetAsync("/me", Header(app, kind));

        Assert.Equal((401, ""), (reply.Status, reply.Body));
        Assert.Equal([challenge], reply.Challenges);
    }

    [Theory]
    [InlineData("")]
    [InlineData("Bearer")]
    [InlineData("Bearer ")]
    [InlineData("Bearer x")]
    [InlineData("Bearer %%%")]
    [InlineData("Bearer сюда")]
    [InlineData("Basic dXNlcjpwYXNzd29yZA==")]
    public async Task What_looks_like_no_launch_goes_to_the_scheme_that_is_left(string header)
    {
        await using var app = await StartAsync();
        var reply = await app.GetAsync("/me", header);

        Assert.Equal(401, reply.Status);
        Assert.Equal([OfOpaque], reply.Challenges);
    }

    [Fact]
    public async Task Request_without_a_token_is_challenged_by_the_scheme_that_is_left()
    {
        await using var app = await StartAsync();

        Assert.Equal([OfOpaque], (await app.GetAsync("/me")).Challenges);
        Assert.Equal(200, (await app.GetAsync("/open")).Status);
    }

    [Fact]
    public async Task Two_headers_are_refused_whichever_comes_first()
    {
        await using var app = await StartAsync();
        var (launch, jwt, opaque) = (Header(app, "launch"), Header(app, "jwt"), Header(app, "opaque"));

        foreach (var first in new[] { launch, jwt, opaque })
        {
            foreach (var second in new[] { launch, jwt, opaque })
            {
                Assert.Equal(401, (await app.GetAsync("/me", first, second)).Status);
            }
        }
    }

    [Fact]
    public async Task Token_that_looks_like_one_kind_and_is_signed_as_another_is_accepted_by_neither()
    {
        await using var app = await StartAsync();
        var (query, jwt) = (TestLaunch.Query(), JsonWebTokenHandler.Token("jwt user"));

        Assert.Equal([OfLaunchWithAnError], (await app.GetAsync("/me", $"Bearer {jwt}?{query}&x={jwt}&sign=1")).Challenges);
        Assert.Equal(401, (await app.GetAsync("/me", $"Bearer {query}.{jwt}")).Status);
        Assert.Equal(401, (await app.GetAsync("/me", $"Bearer {TestLaunch.Token()}.{jwt}")).Status);
        Assert.Equal(401, (await app.GetAsync("/me", $"VK {jwt}")).Status);
    }

    [Fact]
    public async Task Policy_that_names_a_scheme_is_not_led_elsewhere_by_the_look_of_a_token()
    {
        await using var app = await StartAsync();

        Assert.Equal(200, (await app.GetAsync("/launched", Header(app, "launch"))).Status);
        Assert.Equal([OfLaunch], (await app.GetAsync("/launched", Header(app, "opaque"))).Challenges);
        Assert.Equal([OfLaunch], (await app.GetAsync("/launched", Header(app, "jwt"))).Challenges);
    }

    private static Task<TestApp> StartAsync() => TestApp.StartWithAsync(
        builder =>
        {
            builder.Services.AddDataProtection().UseEphemeralDataProtectionProvider();
            builder.Services.AddAuthentication("ByToken")
                .AddPolicyScheme("ByToken", displayName: null, options => options.ForwardDefaultSelector = context =>
                    context.Request.HasVkLaunch() ? VkMiniAppDefaults.AuthenticationScheme
                    : HasJsonWebToken(context.Request) ? "Jwt"
                    : BearerTokenDefaults.AuthenticationScheme)
                .AddVkMiniApp(options =>
                {
                    options.AddApp(TestLaunch.AppId, TestLaunch.Secret);
                    options.Realm = "vk";
                    options.Events.OnTokenValidated = context =>
                    {
                        context.Principal = User("launch user");
                        return Task.CompletedTask;
                    };
                })
                .AddScheme<AuthenticationSchemeOptions, JsonWebTokenHandler>("Jwt", null)
                .AddBearerToken();
        },
        app => app.MapGet("/launched", () => "launched").RequireAuthorization(policy => policy
            .AddAuthenticationSchemes(VkMiniAppDefaults.AuthenticationScheme)
            .RequireAuthenticatedUser()));

    private static bool HasJsonWebToken(HttpRequest request) =>
        request.Headers.Authorization is [{ } header] && header.StartsWith("Bearer eyJ", StringComparison.OrdinalIgnoreCase);

    private static string Header(TestApp app, string kind) => kind switch
    {
        "launch" => "Bearer " + TestLaunch.Query(),
        "launch in base64" => "Bearer " + TestLaunch.Token(),
        "launch behind VK" => "VK " + TestLaunch.Query(),
        "jwt" => "Bearer " + JsonWebTokenHandler.Token("jwt user"),
        "opaque" => "Bearer " + OpaqueToken(app),
        "forged launch" => "Bearer " + TestLaunch.Refused(VkLaunchFailure.InvalidSignature),
        "expired launch" => "Bearer " + TestLaunch.Refused(VkLaunchFailure.Expired),
        "forged jwt" => $"Bearer {JsonWebTokenHandler.Token("jwt user")[..^43]}{new string('A', 43)}",
        "forged opaque" => $"Bearer {OpaqueToken(app)[..^8]}AAAAAAAA",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    private static string OpaqueToken(TestApp app)
    {
        var options = app.Services.GetRequiredService<IOptionsMonitor<BearerTokenOptions>>().Get(BearerTokenDefaults.AuthenticationScheme);
        var properties = new AuthenticationProperties { ExpiresUtc = TestLaunch.At(TestLaunch.Now + 60) };
        return options.BearerTokenProtector.Protect(new AuthenticationTicket(User("opaque user"), properties, "BearerToken"));
    }

    private static ClaimsPrincipal User(string name) => new(new ClaimsIdentity([new Claim(ClaimTypes.NameIdentifier, name)], "test"));
}
