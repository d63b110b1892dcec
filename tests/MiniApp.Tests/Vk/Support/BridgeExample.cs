using TestSupport;

namespace VkMiniApp.Tests;

/// <summary>Launches of the example's app and of others, and a hash and contacts that nothing is wrong with.</summary>
internal static class BridgeExample
{
    public const long UserId = 494075;
    public const string RequestId = "order=17;price=5";
    public const string PhoneNumber = "79111234567";
    public const string Email = "somebody@example.com";

    /// <summary>The example's launch, verified.</summary>
    public static VkLaunchParams Launch { get; } = Example.Launch();

    public static readonly string HashSign = Hash(Example.Now);

    public static readonly string PhoneSign = ReferenceOtherSignatures.Contact("51000001", Example.Secret, "494075", "phone_number", PhoneNumber);

    public static readonly string EmailSign = ReferenceOtherSignatures.Contact("51000001", Example.Secret, "494075", "email", Email);

    /// <summary>A launch that was verified, of any app and user.</summary>
    public static VkLaunchParams LaunchOf(long appId, long userId, string secret = Example.Secret)
    {
        var clock = new TestClock(Example.Now);
        var query = new VkLaunchParamsSigner(appId, secret, clock).SignQuery(new VkLaunchParamsDescriptor { UserId = userId });
        var options = new VkLaunchParamsVerifierOptions { TimeProvider = clock }.AddApp(appId, secret);
        return new VkLaunchParamsVerifier(options).Verify(query).LaunchParams!;
    }

    /// <summary>A launch inside Odnoklassniki, verified by an app that has opted in, whose VK user is the example's.</summary>
    public static VkLaunchParams OdnoklassnikiLaunch() => Example
        .Verifier(options => options.AllowOdnoklassniki = true)
        .Verify(Example.Query(("vk_client", "ok"), ("vk_ok_user_id", "494075"), ("vk_ok_app_id", "512")))
        .LaunchParams!;

    /// <summary>The example's launch as anybody could have written it.</summary>
    public static VkLaunchParams UnverifiedLaunch()
    {
        Assert.True(VkLaunchParams.TryParseUnverified(Example.Query(), out var unverified));
        return unverified;
    }

    /// <summary>A launch by what is the matter with it; <see langword="null"/> for one that isn't there.</summary>
    public static VkLaunchParams? LaunchOf(string kind) => kind switch
    {
        "example" => Launch,
        "unverified" => UnverifiedLaunch(),
        "ok" => OdnoklassnikiLaunch(),
        "other app" => LaunchOf(7, UserId),
        "none" => null,
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    /// <summary>The sign of the example's user for a request.</summary>
    public static string Hash(long ts, string? requestId = RequestId, string secret = Example.Secret) =>
        ReferenceOtherSignatures.CreatedHash("51000001", requestId, $"{ts}", "494075", secret);

    /// <summary>Texts that are not this signature, the ones that a base64 decoder would take for it included.</summary>
    public static IEnumerable<string> OtherSpellings(string sign)
    {
        const string alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
        var last = alphabet.IndexOf(sign[^1], StringComparison.Ordinal);

        return
        [
            sign + "=", sign + " ", " " + sign, sign + "A", sign[..^1], sign[1..], sign.ToUpperInvariant(), sign.ToLowerInvariant(),
            "x", "подпись", new('A', 43), new('я', 43), new('\uD83D', 43), new('\0', 43), new('A', 1_000_000),

            // A character whose lower byte is the right one.
            (char)(sign[0] + 0x100) + sign[1..],

            // 43 characters are 258 bits for a code of 256: the last two say nothing.
            .. Enumerable.Range(1, 3).Select(bits => sign[..^1] + alphabet[last ^ bits]),
        ];
    }

    public static VkCreatedHashVerifier HashVerifier(Action<VkCreatedHashVerifierOptions>? change = null)
    {
        var options = new VkCreatedHashVerifierOptions { TimeProvider = new TestClock(Example.Now) }.AddApp(Example.AppId, Example.Secret);
        change?.Invoke(options);
        return new VkCreatedHashVerifier(options);
    }

    /// <summary>The verdict, after making sure that the answer is of one piece.</summary>
    public static VkCreatedHashFailure HashVerdict(
        VkLaunchParams? launch, string? requestId, long ts, string? sign, VkCreatedHashVerifier? verifier = null)
    {
        var result = (verifier ?? HashVerifier()).Verify(launch, requestId, ts, sign);

        Assert.Equal(result.Failure == VkCreatedHashFailure.None, result.Succeeded);
        Assert.Equal(result.Succeeded, result.CreatedHash is not null);
        return result.Failure;
    }
}
