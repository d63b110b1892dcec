using System.Text;
using TestSupport;

namespace VkMiniApp.Tests;

/// <summary>A launch that nothing is wrong with, so that a test changes only what it is about.</summary>
internal static class Example
{
    public const long AppId = 51000001;
    public const string Secret = "example key";
    public const long Now = 1_760_000_000;

    /// <summary>A verifier that knows the example's app, at the second in which the example was signed.</summary>
    public static VkLaunchParamsVerifier Verifier(Action<VkLaunchParamsVerifierOptions>? change = null)
    {
        var options = new VkLaunchParamsVerifierOptions { TimeProvider = new TestClock(Now) }.AddApp(AppId, Secret);
        change?.Invoke(options);
        return new VkLaunchParamsVerifier(options);
    }

    /// <summary>The example's parameters with these changes; a value of <see langword="null"/> takes the parameter away.</summary>
    public static SortedDictionary<string, string> Parameters(params (string Name, string? Value)[] changes)
    {
        var parameters = new SortedDictionary<string, string>(StringComparer.Ordinal)
        {
            ["vk_access_token_settings"] = "friends,photos",
            ["vk_app_id"] = "51000001",
            ["vk_are_notifications_enabled"] = "1",
            ["vk_is_app_user"] = "1",
            ["vk_is_favorite"] = "0",
            ["vk_language"] = "ru",
            ["vk_platform"] = "desktop_web",
            ["vk_ref"] = "other",
            ["vk_ts"] = "1760000000",
            ["vk_user_id"] = "494075",
        };

        foreach (var (name, value) in changes)
        {
            if (value is null)
            {
                Assert.True(parameters.Remove(name));
            }
            else
            {
                parameters[name] = value;
            }
        }

        return parameters;
    }

    /// <summary>The example's query with these changes, signed after they were made.</summary>
    public static string Query(params (string Name, string? Value)[] changes) =>
        ReferenceSignature.SignQuery(Parameters(changes), Secret);

    /// <summary>The launch parameters that the query with these changes is read as.</summary>
    public static VkLaunchParams Launch(params (string Name, string? Value)[] changes) =>
        Launch(Query(changes));

    public static VkLaunchParams Launch(string token)
    {
        var result = Verifier().Verify(token);
        Assert.True(result.Succeeded, $"{result.Failure}: {token}");
        return result.LaunchParams;
    }

    /// <summary>The verdict, after making sure that every entry point comes to the same.</summary>
    public static VkLaunchFailure Verdict(string? token, VkLaunchParamsVerifier? verifier = null)
    {
        verifier ??= Verifier();
        var result = verifier.Verify(token);

        Assert.Equal(result.Failure, verifier.Verify(token.AsSpan()).Failure);
        Assert.Equal(result.Failure, verifier.Check(token));
        Assert.Equal(result.Failure == VkLaunchFailure.None, result.Succeeded);
        Assert.Equal(result.Succeeded, result.LaunchParams is not null);
        return result.Failure;
    }

    /// <summary>The text with a part replaced that must be there, or the test would go on with what it didn't want to test.</summary>
    public static string With(this string text, string part, string replacement)
    {
        Assert.Contains(part, text, StringComparison.Ordinal);
        return text.Replace(part, replacement, StringComparison.Ordinal);
    }

    public static string ToBase64(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));

    public static string ToBase64Url(string text) => ToBase64(text).Replace('+', '-').Replace('/', '_').TrimEnd('=');
}
