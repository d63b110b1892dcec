using System.Text;
using MiniApp;
using MiniApp.Tests;
using TestSupport;

namespace TelegramMiniApp.Tests;

/// <summary>Init data that nothing is wrong with, so that a test changes only what it is about.</summary>
internal static class Example
{
    public const long BotId = 51000001;
    public const string BotToken = "51000001:example-token";
    public const long Now = 1_760_000_000;

    private static readonly byte[] Seed = [.. Enumerable.Range(100, 32).Select(value => (byte)value)];
    private static readonly Ed25519Verifier Ed25519 = new();

    /// <summary>The key that signs in place of Telegram's.</summary>
    public static readonly Ed25519SigningKey SigningKey = new(Seed);

    public static readonly byte[] PublicKey = LibCrypto.Sign(Seed, []).PublicKey;

    public static TelegramInitDataVerifierOptions Options(Action<TelegramInitDataVerifierOptions>? change = null)
    {
        var options = new TelegramInitDataVerifierOptions { TimeProvider = new TestClock(Now), PublicKey = PublicKey, Ed25519 = Ed25519 };
        change?.Invoke(options);
        return options;
    }

    /// <summary>A verifier that knows the example's bot token, at the second in which the example was made.</summary>
    public static TelegramInitDataVerifier Verifier(Action<TelegramInitDataVerifierOptions>? change = null) =>
        new(Options(options => { options.AddBot(BotToken); change?.Invoke(options); }));

    /// <summary>A verifier that knows the example's bot id, and nothing else of it.</summary>
    public static TelegramInitDataVerifier ThirdParty(Action<TelegramInitDataVerifierOptions>? change = null) =>
        new(Options(options => { options.AddBot(BotId); change?.Invoke(options); }));

    /// <summary>A verifier that demands both proofs.</summary>
    public static TelegramInitDataVerifier Both() => Verifier(options => options.RequireBothProofs = true);

    /// <summary>The example's fields with these changes; a value of <see langword="null"/> takes the field away.</summary>
    public static SortedDictionary<string, string> Fields(params (string Name, string? Value)[] changes)
    {
        var fields = new SortedDictionary<string, string>(StringComparer.Ordinal)
        {
            ["auth_date"] = "1760000000",
            ["chat_instance"] = "-7303070830523603883",
            ["chat_type"] = "sender",
            ["start_param"] = "from_ad",
            ["user"] = "{\"id\":494075,\"first_name\":\"Ada\",\"language_code\":\"ru\",\"photo_url\":\"https:\\/\\/t.me\\/i\\/a.svg\"}",
        };

        foreach (var (name, value) in changes)
        {
            if (value is null)
            {
                Assert.True(fields.Remove(name));
            }
            else
            {
                fields[name] = value;
            }
        }

        return fields;
    }

    /// <summary>The example with these changes, proved by hash after they were made.</summary>
    public static string InitData(params (string Name, string? Value)[] changes) => ReferenceInitData.Sign(Fields(changes), BotToken);

    /// <summary>The example with these changes and both proofs.</summary>
    public static string Proved(params (string Name, string? Value)[] changes)
    {
        var fields = Fields(changes);
        fields["signature"] = Signature(fields);
        return ReferenceInitData.Sign(fields, BotToken);
    }

    /// <summary>Telegram's own proof of the fields, made by OpenSSL.</summary>
    public static string Signature(IEnumerable<KeyValuePair<string, string>> fields, long botId = BotId)
    {
        var message = $"{botId}:WebAppData\n{ReferenceInitData.CheckString(fields, "hash", "signature")}";
        return ToBase64Url(LibCrypto.Sign(Seed, Encoding.UTF8.GetBytes(message)).Signature);
    }

    /// <summary>What the example with these changes is read as.</summary>
    public static TelegramInitData Read(params (string Name, string? Value)[] changes)
    {
        var result = Verifier().Verify(InitData(changes));
        Assert.True(result.Succeeded, $"{result.Failure}");
        return result.InitData;
    }

    /// <summary>Why a verifier, the example's by default, refuses a token.</summary>
    public static InitDataFailure Verdict(string? token, TelegramInitDataVerifier? verifier = null) => Verdicts.Of(verifier ?? Verifier(), token);

    /// <summary>The text with a part replaced that must be there, or the test would go on with what it didn't want to test.</summary>
    public static string With(this string text, string part, string replacement)
    {
        Assert.Contains(part, text, StringComparison.Ordinal);
        return text.Replace(part, replacement, StringComparison.Ordinal);
    }

    public static string ToBase64(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));

    public static string ToBase64Url(string text) => ToBase64Url(Encoding.UTF8.GetBytes(text));

    public static string ToBase64Url(byte[] bytes) => Convert.ToBase64String(bytes).Replace('+', '-').Replace('/', '_').TrimEnd('=');
}
