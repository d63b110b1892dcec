using Microsoft.AspNetCore.Http;

namespace VkMiniApp.AspNetCore.Tests;

/// <summary>What a client that was turned away learns: RFC 6750, section 3.</summary>
public class ChallengeTests
{
    public static TheoryData<VkLaunchFailure, string> Descriptions => new()
    {
        { VkLaunchFailure.Malformed, "The launch parameters are malformed or incomplete" },
        { VkLaunchFailure.DuplicateParameter, "The launch parameters are malformed or incomplete" },
        { VkLaunchFailure.MissingParameter, "The launch parameters are malformed or incomplete" },
        { VkLaunchFailure.UnknownApp, "The launch parameters are of another app" },
        { VkLaunchFailure.InvalidSignature, "The signature of the launch parameters is invalid" },
        { VkLaunchFailure.OdnoklassnikiNotAllowed, "Launches inside Odnoklassniki are not accepted" },
        { VkLaunchFailure.Expired, "The launch parameters have expired" },
        { VkLaunchFailure.NotYetValid, "The launch parameters are dated in the future" },
        { VkLaunchFailure.NoUser, "The launch parameters name no user" },
    };

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Request_without_credentials_is_asked_for_some_without_an_error(bool details)
    {
        await using var app = await TestApp.StartAsync(options => options.IncludeErrorDetails = details);
        var reply = await app.GetAsync("/me");

        Assert.Equal((401, ""), (reply.Status, reply.Body));
        Assert.Equal(["Bearer"], reply.Challenges);
    }

    [Theory]
    [MemberData(nameof(Descriptions))]
    public async Task Only_an_expired_launch_is_explained_by_default(VkLaunchFailure failure, string description)
    {
        await using var app = await TestApp.StartAsync();
        var reply = await app.GetAsync("/me", "Bearer " + TestLaunch.Refused(failure));
        var explanation = failure == VkLaunchFailure.Expired ? $", error_description=\"{description}\", reason=\"expired\"" : "";

        Assert.Equal((401, ""), (reply.Status, reply.Body));
        Assert.Equal(["Bearer error=\"invalid_token\"" + explanation], reply.Challenges);
    }

    [Theory]
    [MemberData(nameof(Descriptions))]
    public async Task Every_reason_is_explained_where_the_options_allow_it(VkLaunchFailure failure, string description)
    {
        await using var app = await TestApp.StartAsync(options => options.IncludeErrorDetails = true);
        var reply = await app.GetAsync("/me", "Bearer " + TestLaunch.Refused(failure));

        Assert.Equal(401, reply.Status);
        var reason = failure == VkLaunchFailure.Expired ? ", reason=\"expired\"" : "";
        Assert.Equal([$"Bearer error=\"invalid_token\", error_description=\"{description}\"{reason}"], reply.Challenges);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Failure_of_the_applications_own_is_an_invalid_token_without_its_message(bool details)
    {
        await using var app = await TestApp.StartAsync(options =>
        {
            options.IncludeErrorDetails = details;
            options.Events.OnTokenValidated = context =>
            {
                context.Fail("user 42 is banned in table users");
                return Task.CompletedTask;
            };
        });

        Assert.Equal(["Bearer error=\"invalid_token\""], (await app.GetAsync("/me", "Bearer " + TestLaunch.Token())).Challenges);
    }

    [Theory]
    [InlineData(null, null, null, "Bearer")]
    [InlineData("insufficient_scope", null, null, "Bearer error=\"insufficient_scope\"")]
    [InlineData(null, "why", null, "Bearer error_description=\"why\"")]
    [InlineData(null, null, "https://example.test/why", "Bearer error_uri=\"https://example.test/why\"")]
    [InlineData("a", "b", "c", "Bearer error=\"a\", error_description=\"b\", error_uri=\"c\"")]
    [InlineData("", "", "", "Bearer error=\"\", error_description=\"\", error_uri=\"\"")]
    public async Task Event_decides_what_the_challenge_says(string? error, string? description, string? uri, string expected)
    {
        await using var app = await TestApp.StartAsync(options => options.Events.OnChallenge = context =>
        {
            (context.Error, context.ErrorDescription, context.ErrorUri, context.Reason) = (error, description, uri, null);
            return Task.CompletedTask;
        });
        var reply = await app.GetAsync("/me", "Bearer " + TestLaunch.Refused(VkLaunchFailure.Expired));

        Assert.Equal(401, reply.Status);
        Assert.Equal([expected], reply.Challenges);
    }

    [Theory]
    [InlineData("say \"hi\"", "say ?hi?")]
    [InlineData("back\\slash", "back?slash")]
    [InlineData("line\r\nSet-Cookie: a=b", "line??Set-Cookie: a=b")]
    [InlineData("срок", "????")]
    [InlineData("\0\t\u007f\u0080", "????")]
    [InlineData(" !#$%&'()*+,-./:;<=>?@[]^_`{|}~", " !#$%&'()*+,-./:;<=>?@[]^_`{|}~")]
    public async Task Characters_that_would_break_the_header_are_replaced(string text, string expected)
    {
        await using var app = await TestApp.StartAsync(options => options.Events.OnChallenge = context =>
        {
            (context.Error, context.ErrorDescription, context.ErrorUri) = (text, text, text);
            return Task.CompletedTask;
        });
        var reply = await app.GetAsync("/me");

        Assert.Equal(401, reply.Status);
        Assert.Equal([$"Bearer error=\"{expected}\", error_description=\"{expected}\", error_uri=\"{expected}\""], reply.Challenges);
    }

    [Fact]
    public async Task Event_can_write_the_answer_itself()
    {
        await using var app = await TestApp.StartAsync(options => options.Events.OnChallenge = async context =>
        {
            Assert.False(context.Handled);
            context.HandleResponse();
            Assert.True(context.Handled);
            context.Response.StatusCode = StatusCodes.Status418ImATeapot;
            await context.Response.WriteAsync("handled");
        });
        var reply = await app.GetAsync("/me", "Bearer x");

        Assert.Equal((418, "handled"), (reply.Status, reply.Body));
        Assert.Empty(reply.Challenges);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Event_is_told_why_the_token_was_refused(bool details)
    {
        MiniAppChallengeContext? seen = null;
        await using var app = await TestApp.StartAsync(options =>
        {
            options.IncludeErrorDetails = details;
            options.Events.OnChallenge = context =>
            {
                seen = context;
                return Task.CompletedTask;
            };
        });

        await app.GetAsync("/me");
        Assert.Equal((null, null, null, null), (seen!.AuthenticateFailure, seen.Error, seen.ErrorDescription, seen.ErrorUri));

        await app.GetAsync("/me", "Bearer " + TestLaunch.Refused(VkLaunchFailure.NoUser));
        Assert.IsType<MiniAppNoUserException>(seen.AuthenticateFailure);
        Assert.Equal(("invalid_token", details ? "The launch parameters name no user" : null), (seen.Error, seen.ErrorDescription));
    }

    [Fact]
    public async Task Challenge_keeps_those_of_other_schemes()
    {
        await using var app = await TestApp.StartAsync(options => options.Events.OnChallenge = context =>
        {
            context.Response.Headers.WWWAuthenticate = "Basic realm=\"other\"";
            return Task.CompletedTask;
        });

        Assert.Equal(["Basic realm=\"other\"", "Bearer"], (await app.GetAsync("/me")).Challenges);
    }

    [Fact]
    public async Task Signed_in_user_whom_a_policy_denies_is_forbidden_without_a_challenge()
    {
        await using var app = await TestApp.StartAsync();
        var reply = await app.GetAsync("/staff", "Bearer " + TestLaunch.Token());

        Assert.Equal((403, ""), (reply.Status, reply.Body));
        Assert.Empty(reply.Challenges);
    }

    [Fact]
    public async Task Refused_token_does_not_close_what_is_open_to_everyone()
    {
        await using var app = await TestApp.StartAsync();
        var reply = await app.GetAsync("/open", "Bearer x");

        Assert.Equal((200, "open"), (reply.Status, reply.Body));
    }

    [Fact]
    public async Task Answers_never_repeat_a_token_a_signature_or_a_secret()
    {
        await using var app = await TestApp.StartAsync(options => options.IncludeErrorDetails = true);
        using var client = app.CreateClient();

        foreach (var failure in TestLaunch.Failures)
        {
            var token = TestLaunch.Refused(failure);
            using var request = new HttpRequestMessage(HttpMethod.Get, new Uri("/me", UriKind.Relative));
            Assert.True(request.Headers.TryAddWithoutValidation("Authorization", "Bearer " + token));
            using var response = await client.SendAsync(request);
            var body = await response.Content.ReadAsStringAsync();
            var answer = $"{response.ReasonPhrase} {response.Headers} {response.Content.Headers} {body}";

            Assert.DoesNotContain(token, answer, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain(TestLaunch.Secret, answer, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("sign=", answer, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("42", answer, StringComparison.Ordinal);
        }
    }
}
