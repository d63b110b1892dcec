using System.Text;
using MiniApp;
using MiniApp.Tests;
using TestSupport;

namespace MaxMiniApp.Tests;

/// <summary>Init data that nothing is wrong with, so that a test changes only what it is about.</summary>
internal static class Example
{
    public const string BotToken = "example-token";
    public const long Now = 1_760_000_000;

    /// <summary>A verifier that knows the example's bot token, at the second in which the example was made.</summary>
    public static MaxInitDataVerifier Verifier(Action<MaxInitDataVerifierOptions>? change = null)
    {
        var options = new MaxInitDataVerifierOptions { TimeProvider = new TestClock(Now) }.AddBot(BotToken);
        change?.Invoke(options);
        return new MaxInitDataVerifier(options);
    }

    /// <summary>The example's fields with these changes; a value of <see langword="null"/> takes the field away.</summary>
    public static SortedDictionary<string, string> Fields(params (string Name, string? Value)[] changes)
    {
        var fields = new SortedDictionary<string, string>(StringComparer.Ordinal)
        {
            ["auth_date"] = "1760000000",
            ["chat"] = "{\"id\":12345,\"type\":\"DIALOG\"}",
            ["ip"] = "192.168.0.1",
            ["query_id"] = "4c0ab423-342b-4e45-aea4-2747dbc500cd",
            ["user"] = "{\"id\":494075,\"first_name\":\"Ada\",\"last_name\":null,\"username\":null,\"language_code\":\"ru\",\"photo_url\":\"https://i.example/a?x=1&y=2==\"}",
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

    /// <summary>The example with these changes, proved after they were made.</summary>
    public static string InitData(params (string Name, string? Value)[] changes) => ReferenceInitData.Sign(Fields(changes), BotToken);

    /// <summary>What the example with these changes is read as.</summary>
    public static MaxInitData Read(params (string Name, string? Value)[] changes)
    {
        var result = Verifier().Verify(InitData(changes));
        Assert.True(result.Succeeded, $"{result.Failure}");
        return result.InitData;
    }

    /// <summary>Why a verifier, the example's by default, refuses a token.</summary>
    public static InitDataFailure Verdict(string? token, MaxInitDataVerifier? verifier = null) => Verdicts.Of(verifier ?? Verifier(), token);

    public static string ToBase64(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));
}
