using MaxMiniApp;
using Microsoft.Extensions.DependencyInjection;
using ShopMiniApp.AspNetCore;
using TelegramMiniApp;
using VkMiniApp;

namespace MiniApp.AspNetCore.Tests;

/// <summary>A verifier that a scheme has, and something of user 42 that the platform signed for it.</summary>
internal sealed class VerifierKind
{
    private const long Now = TestApp.Now;
    private const long AppId = 6736218;

    private static readonly DateTimeOffset Time = DateTimeOffset.FromUnixTimeSeconds(Now);

    private readonly Func<object, string, bool> _accepts;

    private VerifierKind(Type type, PlatformScheme platform, Func<object, string, bool> accepts) =>
        (Type, Platform, _accepts) = (type, platform, accepts);

    public static readonly VerifierKind[] All =
    [
        Of<VkLaunchParamsVerifier>("VkMiniApp", (verifier, secret) => verifier.Verify(PlatformScheme.Of("VkMiniApp").SignedBy(secret)).Succeeded),
        Of<VkCreatedHashVerifier>("VkMiniApp", (verifier, secret) =>
            verifier.Verify(Launch(secret), "order-17", Now, new VkCreatedHashSigner(AppId, secret).Sign(42, "order-17", Now)).Succeeded),
        Of<VkContactVerifier>("VkMiniApp", (verifier, secret) =>
            verifier.VerifyEmail(Launch(secret), "a@example.org", new VkContactSigner(AppId, secret).SignEmail(42, "a@example.org")).Succeeded),
        Of<VkPaymentNotificationVerifier>("VkMiniApp", (verifier, secret) =>
            verifier.Verify(new VkPaymentNotificationSigner(AppId, secret).SignBody("get_item", new Dictionary<string, string> { ["item"] = "coins" })).Succeeded),
        Of<TelegramInitDataVerifier>("TelegramMiniApp", (verifier, secret) =>
            verifier.Verify(PlatformScheme.Of("TelegramMiniApp").SignedBy(secret)).Succeeded),
        Of<TelegramContactVerifier>("TelegramMiniApp", (verifier, secret) =>
            verifier.Verify(new TelegramContactSigner(secret).Sign(new() { UserId = 42, PhoneNumber = "79111234567" }, Time), 42).Succeeded),
        Of<TelegramLoginWidgetVerifier>("TelegramMiniApp", (verifier, secret) =>
            verifier.Verify(new TelegramLoginWidgetSigner(secret).Sign(new() { Id = 42 }, Time)).Succeeded),
        Of<MaxInitDataVerifier>("MaxMiniApp", (verifier, secret) => verifier.Verify(PlatformScheme.Of("MaxMiniApp").SignedBy(secret)).Succeeded),
        Of<MaxContactVerifier>("MaxMiniApp", (verifier, secret) =>
            verifier.Verify("79111234567", Now, new MaxContactSigner(secret).Sign("79111234567", Now, 42), 42).Succeeded),
        Of<ShopVerifier>("ShopMiniApp", (verifier, secret) =>
            verifier.Verify(PlatformScheme.Of("ShopMiniApp").SignedBy(secret), out _) == ShopFailure.None),
    ];

    public Type Type { get; }

    public PlatformScheme Platform { get; }

    public static TheoryData<string> Names => [.. All.Select(kind => kind.Type.Name)];

    public static VerifierKind Named(string name) => All.Single(kind => kind.Type.Name == name);

    /// <summary>What an endpoint is given that takes the verifier by the scheme's name.</summary>
    public object Keyed(IServiceProvider request, string? scheme = null) => request.GetRequiredKeyedService(Type, scheme ?? Platform.Name);

    /// <summary>What an endpoint is given that takes the verifier without a name.</summary>
    public object Unkeyed(IServiceProvider request) => request.GetRequiredService(Type);

    /// <summary>Whether a verifier of this kind accepts what is signed with a secret, for user 42 and now.</summary>
    public bool Accepts(object verifier, string secret) => _accepts(verifier, secret);

    private static VerifierKind Of<TVerifier>(string scheme, Func<TVerifier, string, bool> accepts) =>
        new(typeof(TVerifier), PlatformScheme.Of(scheme), (verifier, secret) => accepts((TVerifier)verifier, secret));

    /// <summary>The verified launch of the user, whichever key it was verified with.</summary>
    private static VkLaunchParams Launch(string secret) =>
        new VkLaunchParamsVerifier(new VkLaunchParamsVerifierOptions { TimeProvider = new TestClock(Now) }.AddApp(AppId, secret))
            .Verify(PlatformScheme.Of("VkMiniApp").SignedBy(secret)).LaunchParams!;
}
