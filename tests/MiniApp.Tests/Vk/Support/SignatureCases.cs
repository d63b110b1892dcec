using System.Text;
using System.Text.Json;

namespace VkMiniApp.Tests;

/// <summary>Inputs for the verifiers of what VK signs beside a launch, and what is to hold for thousands of them.</summary>
internal static class SignatureCases
{
    public static readonly Dictionary<string, VkLaunchParams?> Launches =
        new[] { "none", "unverified", "ok", "other app", "example" }.ToDictionary(kind => kind, BridgeExample.LaunchOf, StringComparer.Ordinal);

    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public static bool IsText(string? text)
    {
        try
        {
            return StrictUtf8.GetByteCount(text ?? "") >= 0;
        }
        catch (EncoderFallbackException)
        {
            return false;
        }
    }

    public static string NextKind(CaseGenerator generator) =>
        generator.Next(10) == 0 ? generator.Pick(["none", "unverified", "ok", "other app"]) : "example";

    public static string? NextValue(CaseGenerator generator) => generator.Next(10) switch
    {
        0 => generator.NextGarbage(),
        1 => generator.Pick([null, "", "~", "\uD83D", new string('я', 1024), new string('a', 1025), new string('a', 8193)]),
        _ => generator.NextText(60),
    };

    public static string? NextSign(CaseGenerator generator, string right) => generator.Next(6) switch
    {
        0 => generator.Pick(BridgeExample.OtherSpellings(right).Append(null).Append("").ToArray()),
        1 => Edit(generator, right),
        2 => generator.NextGarbage(),
        _ => right,
    };

    public static string Edit(CaseGenerator generator, string text)
    {
        var place = generator.Next(text.Length);
        return text[..place] + generator.Pick(["", "0", "%", "&", "=", "\uDE00", "é"]) + text[(place + generator.Next(2))..];
    }

    /// <summary>A generator that never makes some verdict would prove nothing about it.</summary>
    public static void AssertEvery<TFailure>(int rounds, Func<TFailure> round)
        where TFailure : struct, Enum
    {
        var verdicts = Enumerable.Range(0, rounds).Select(_ => round()).CountBy(verdict => verdict).ToDictionary();
        Assert.All(Enum.GetValues<TFailure>(), verdict => Assert.True(verdicts.GetValueOrDefault(verdict) >= 20, $"{verdict}"));
    }

    public static void AssertVerdict<TFailure>(TFailure expected, Func<TFailure> verdict, object input)
    {
        try
        {
            Assert.Equal(expected, verdict());
        }
        catch (Exception exception)
        {
            throw new InvalidOperationException($"Expected {expected} for: {JsonSerializer.Serialize(input)}", exception);
        }
    }
}
