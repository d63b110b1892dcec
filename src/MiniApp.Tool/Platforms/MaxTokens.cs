using System.Security.Cryptography;
using MaxMiniApp;
using MiniApp.Tool.Keys;

namespace MiniApp.Tool.Platforms;

/// <summary>Init data of MAX mini apps.</summary>
internal sealed class MaxTokens() : InitDataPlatform(
    new InitDataExplanations("MAX", "WebApp", "the bot's token from MAX's platform for partners"),
    keyHint: "A bot token has no white space in it; it is on MAX's platform for partners.")
{
    public override string Name => "max";

    public override string Title => "MAX";

    public override string KeySetting => "Authentication:Schemes:MaxMiniApp:BotToken";

    /// <summary>Neither init data nor a token says which bot it is of.</summary>
    public override PlatformId? Id => null;

    public override TimeSpan Lifetime { get; } = new MaxInitDataVerifierOptions().Lifetime;

    public override TokenShape Shape { get; } = new(
        [MaxInitDataFieldNames.AuthDate],
        [MaxInitDataFieldNames.AuthDate],
        [MaxInitDataFieldNames.Hash],
        Fragment: "WebAppData");

    public override Uri ToPageAddress(Uri page, string query) => ToPageAddress(page, query, rest: "");

    public override string ToAuthorization(string query) => $"max {query}";

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
            return result.Succeeded ? new Verdict(null, result.InitData.User.Id) : Verdict.Refused(result.Failure);
        };
    }

    public override FoundSetting MakeUpKey() => new(RandomNumberGenerator.GetHexString(64), "made up");

    public override DateTimeOffset? ReadTime(ReadOnlySpan<char> token) =>
        MaxInitData.TryParseUnverified(token, out var initData) ? initData.AuthDate : null;

    protected override string Sign(Launch launch, string botToken, TimeProvider clock) =>
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
