using System.Security.Cryptography;
using MaxMiniApp;

namespace MiniApp.Tool.Platforms;

/// <summary>Init data of MAX mini apps.</summary>
internal sealed class MaxTokens() : InitDataPlatform(
    keyHint: "A bot token has no white space in it; it is on MAX's platform for partners.")
{
    private static readonly InitDataRefusals OwnRefusals = new("MAX", "WebApp", "the bot's token from MAX's platform for partners");

    /// <summary>The names that MAX's init data has, and Telegram's has not.</summary>
    public static IReadOnlyList<string> OwnNames { get; } = ["WebAppData", MaxInitDataFieldNames.Ip];

    public override string Name => "max";

    public override string Title => "MAX";

    public override string KeySetting => "Authentication:Schemes:MaxMiniApp:BotToken";

    /// <summary>Neither init data nor a token says which bot it is of.</summary>
    public override PlatformId? Id => null;

    public override TimeSpan Lifetime { get; } = new MaxInitDataVerifierOptions().Lifetime;

    public override TimeSpan ClockSkew { get; } = new MaxInitDataVerifierOptions().ClockSkew;

    public override IReadOnlyList<string> AuthSchemes { get; } = ["max", "Bearer"];

    public override TokenFormat Format { get; } = new(
        [MaxInitDataFieldNames.AuthDate],
        [MaxInitDataFieldNames.AuthDate],
        [MaxInitDataFieldNames.Hash],
        Fragment: "WebAppData");

    public override Uri ToPageAddress(Uri page, string query) => ToPageAddress(page, query, rest: "");

    public override Func<ReadOnlySpan<char>, Verdict>? CreateJudge(Credentials credentials, TimeSpan lifetime, TimeProvider clock)
    {
        if (credentials.Key is null)
        {
            return null;
        }

        var options = new MaxInitDataVerifierOptions { Lifetime = lifetime, TimeProvider = clock };
        var verifier = new MaxInitDataVerifier(WithKey(credentials, key => options.AddBot(key)));
        return token =>
        {
            var result = verifier.Verify(token);
            return result.Succeeded
                ? new Verdict(null, result.InitData.User.Id)
                : new Verdict(OwnRefusals.Of(result.Failure));
        };
    }

    public override PlatformKey MakeUpKey() => new(RandomNumberGenerator.GetHexString(64), "made up");

    public override DateTimeOffset? ReadTime(ReadOnlySpan<char> token) =>
        MaxInitData.TryParseUnverified(token, out var initData) ? initData.AuthDate : null;

    protected override string Sign(LaunchDescriptor launch, string botToken, TimeProvider clock) =>
        new MaxInitDataSigner(botToken, clock).SignInitData(new MaxInitDataDescriptor
        {
            User = new MaxUser
            {
                Id = launch.UserId,
                FirstName = launch.FirstName ?? "Test",
                Username = launch.Username,
                LanguageCode = launch.Language ?? "ru",
            },
            AuthDate = clock.GetUtcNow() - launch.Age,
            Additional = launch.Parameters,
        });
}
