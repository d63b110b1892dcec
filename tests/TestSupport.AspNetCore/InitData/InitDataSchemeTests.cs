using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.DependencyInjection;

namespace TestSupport;

/// <summary>
/// What the tests in common start from. Each class of them is derived once for each platform, so that what is promised for one is proved
/// for every other.
/// </summary>
/// <typeparam name="TPlatform">The platform.</typeparam>
public abstract class InitDataSchemeTests<TPlatform>
    where TPlatform : IInitDataPlatform
{
    protected static string Name(long userId = 42) => $"{TPlatform.Prefix}:{userId}";

    protected static string Good(long userId = 42) => Header(TestInitData.Sign(TPlatform.BotToken, userId));

    protected static string Refused(string failure) => Header(TestInitData.Refused(TPlatform.BotToken, failure));

    protected static string Header(string initData) => $"{TPlatform.Word} {initData}";

    /// <summary>Starts a host with the platform's scheme for the bot of the tests, and with these changes to its options.</summary>
    protected static Task<TestApp> StartAsync(Action<MiniAppOptions>? configure = null) =>
        TestApp.StartWithAsync(builder => Add(builder.Services.AddAuthentication(), TPlatform.Scheme, configure));

    protected static AuthenticationBuilder Add(
        AuthenticationBuilder builder, string scheme, Action<MiniAppOptions>? configure = null) =>
        TPlatform.Add(builder, "(scheme, configure)", scheme, displayName: null, options =>
        {
            TPlatform.SetBotToken(options, TPlatform.BotToken);
            configure?.Invoke(options);
        });

    /// <summary>Why a request with these headers is refused; <see langword="null"/> where it isn't, or has no credentials.</summary>
    protected static async Task<Enum?> FailureAsync(TestApp app, params string[] headers) =>
        ((MiniAppException?)(await app.AuthenticateAsync(headers)).Failure)?.Failure;

    protected static async Task AssertAcceptedAsync(TestApp app, string header, long userId = 42)
    {
        var reply = await app.GetAsync("/me", header);
        Assert.Equal((200, Name(userId)), (reply.Status, reply.Body));
    }

    protected static async Task AssertRefusedAsync(TestApp app, string failure, params string[] headers)
    {
        Assert.Equal(TPlatform.Failure(failure), await FailureAsync(app, headers));
        await AssertChallengedAsync(app, " error=\"invalid_token\"", headers);
    }

    protected static async Task AssertNoCredentialsAsync(TestApp app, params string[] headers)
    {
        Assert.True((await app.AuthenticateAsync(headers)).None);
        await AssertChallengedAsync(app, "", headers);
    }

    private static async Task AssertChallengedAsync(TestApp app, string error, string[] headers)
    {
        var reply = await app.GetAsync("/me", headers);
        Assert.Equal((401, ""), (reply.Status, reply.Body));
        Assert.Equal([TPlatform.Word + error], reply.Challenges);
    }
}
