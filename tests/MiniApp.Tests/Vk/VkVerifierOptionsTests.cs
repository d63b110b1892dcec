using TestSupport;

namespace VkMiniApp.Tests;

/// <summary>
/// What the verifiers and signers of the other signatures can be made from. A mistake is told when one is made, by name, and without the
/// secret.
/// </summary>
public class VkVerifierOptionsTests
{
    /// <summary>Each way to name an app and its keys.</summary>
    private static readonly Action<long, string[]>[] WithKeys =
    [
        (appId, secrets) => _ = new VkContactVerifier(appId, secrets),
        (appId, secrets) => _ = new VkContactVerifierOptions().AddApp(appId, secrets),
        (appId, secrets) => _ = new VkCreatedHashVerifier(appId, secrets),
        (appId, secrets) => _ = new VkCreatedHashVerifierOptions().AddApp(appId, secrets),
        (appId, secrets) => _ = new VkPaymentNotificationVerifier(appId, secrets),
        (appId, secrets) => _ = new VkPaymentNotificationVerifierOptions().AddApp(appId, secrets),
    ];

    private static readonly Action<long, string>[] Signers =
    [
        (appId, secret) => _ = new VkContactSigner(appId, secret),
        (appId, secret) => _ = new VkCreatedHashSigner(appId, secret),
        (appId, secret) => _ = new VkPaymentNotificationSigner(appId, secret),
    ];

    /// <summary>Each setting with a value just outside its range.</summary>
    private static readonly (string Setting, Action Make)[] Invalid =
    [
        ("Lifetime", () => BridgeExample.HashVerifier(options => options.Lifetime = TimeSpan.FromTicks(-1))),
        ("ClockSkew", () => BridgeExample.HashVerifier(options => options.ClockSkew = TimeSpan.FromTicks(-1))),
        ("TimeProvider", () => BridgeExample.HashVerifier(options => options.TimeProvider = null!)),
        ("MaxRequestIdLength", () => BridgeExample.HashVerifier(options => options.MaxRequestIdLength = 0)),
        ("MaxRequestIdLength", () => BridgeExample.HashVerifier(options => options.MaxRequestIdLength = 1_048_577)),
        ("MaxBodyLength", () => PaymentExample.Verifier(options => options.MaxBodyLength = 0)),
        ("MaxBodyLength", () => PaymentExample.Verifier(options => options.MaxBodyLength = 1_048_577)),
        ("MaxParameters", () => PaymentExample.Verifier(options => options.MaxParameters = 0)),
        ("MaxParameters", () => PaymentExample.Verifier(options => options.MaxParameters = 1025)),
    ];

    [Fact]
    public void Setting_outside_its_range_is_refused_by_its_name_and_without_the_secret() => Assert.All(Invalid, invalid =>
    {
        var exception = Assert.Throws<ArgumentException>("options", invalid.Make);

        Assert.StartsWith(invalid.Setting + " must ", exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(Example.Secret, exception.ToString(), StringComparison.Ordinal);
    });

    [Fact]
    public void Setting_at_the_end_of_its_range_is_accepted()
    {
        Action<VkCreatedHashVerifierOptions>[] ofHashes =
        [
            options => options.Lifetime = TimeSpan.Zero,
            options => options.Lifetime = TimeSpan.MaxValue,
            options => options.ClockSkew = TimeSpan.Zero,
            options => options.ClockSkew = TimeSpan.MaxValue,
            options => options.MaxRequestIdLength = ReferenceSignature.Rfc1738(BridgeExample.RequestId).Length,
            options => options.MaxRequestIdLength = 1_048_576,
        ];
        Action<VkPaymentNotificationVerifierOptions>[] ofPayments =
        [
            options => options.MaxBodyLength = 1_048_576,
            options => options.MaxParameters = 1024,
        ];

        Assert.All(ofHashes, change => Assert.Equal(
            VkCreatedHashFailure.None,
            BridgeExample.HashVerdict(
                BridgeExample.Launch, BridgeExample.RequestId, Example.Now, BridgeExample.HashSign, BridgeExample.HashVerifier(change))));
        Assert.All(ofPayments, change => Assert.Equal(
            VkPaymentNotificationFailure.None, PaymentExample.Verdict(PaymentExample.Body(), PaymentExample.Verifier(change))));
    }

    [Fact]
    public void Defaults_are_the_documented_ones()
    {
        var ofHashes = new VkCreatedHashVerifierOptions();
        var ofPayments = new VkPaymentNotificationVerifierOptions();

        Assert.Equal(TimeSpan.FromMinutes(5), ofHashes.Lifetime);
        Assert.Equal(
            (ofHashes.Lifetime, ofHashes.ClockSkew), (VkCreatedHashVerifierOptions.DefaultLifetime, VkCreatedHashVerifierOptions.DefaultClockSkew));
        Assert.Equal(TimeSpan.FromMinutes(1), ofHashes.ClockSkew);
        Assert.Same(TimeProvider.System, ofHashes.TimeProvider);
        Assert.Equal(8192, ofHashes.MaxRequestIdLength);
        Assert.Equal(16_384, ofPayments.MaxBodyLength);
        Assert.Equal(128, ofPayments.MaxParameters);
    }

    [Fact]
    public void Verifier_of_no_app_is_refused()
    {
        Action[] makes =
        [
            () => _ = new VkContactVerifier(new VkContactVerifierOptions()),
            () => _ = new VkCreatedHashVerifier(new VkCreatedHashVerifierOptions()),
            () => _ = new VkPaymentNotificationVerifier(new VkPaymentNotificationVerifierOptions()),
        ];

        Assert.All(makes, make => Assert.StartsWith(
            "No app was added.", Assert.Throws<ArgumentException>("options", make).Message, StringComparison.Ordinal));
    }

    [Fact]
    public void First_fault_is_found_and_none_in_what_a_verifier_can_be_made_of()
    {
        Assert.Equal("No app was added.", new VkContactVerifierOptions().FindFault());
        Assert.Equal("No app was added.", new VkLaunchParamsVerifierOptions { Lifetime = TimeSpan.MinValue }.FindFault());
        Assert.Null(new VkContactVerifierOptions().AddApp(1, "a").FindFault());
        Assert.Null(new VkCreatedHashVerifierOptions().AddApp(1, "a").FindFault());
        Assert.Null(new VkPaymentNotificationVerifierOptions().AddApp(1, "a").FindFault());

        var options = new VkLaunchParamsVerifierOptions { ClockSkew = TimeSpan.MinValue, MaxParameters = 0 }.AddApp(1, "a");
        Assert.Equal("ClockSkew must not be negative.", options.FindFault());
        options.ClockSkew = TimeSpan.Zero;
        Assert.Equal("MaxParameters must be from 1 to 1024.", options.FindFault());
        options.MaxParameters = 1;
        Assert.Null(options.FindFault());
    }

    [Fact]
    public void Options_must_not_be_null()
    {
        Assert.Throws<ArgumentNullException>("options", () => new VkContactVerifier((VkContactVerifierOptions)null!));
        Assert.Throws<ArgumentNullException>("options", () => new VkCreatedHashVerifier((VkCreatedHashVerifierOptions)null!));
        Assert.Throws<ArgumentNullException>("options", () => new VkPaymentNotificationVerifier((VkPaymentNotificationVerifierOptions)null!));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(long.MinValue)]
    public void App_id_must_be_above_0(long id)
    {
        Assert.All(WithKeys, make => Assert.Throws<ArgumentOutOfRangeException>("appId", () => make(id, [Example.Secret])));
        Assert.All(Signers, make => Assert.Throws<ArgumentOutOfRangeException>("appId", () => make(id, Example.Secret)));
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("\t\r\n")]
    [InlineData(null)]
    public void Empty_secret_is_refused_even_beside_a_good_one(string? secret)
    {
        string[][] lists = [[], [secret!], [Example.Secret, secret!], [secret!, Example.Secret]];

        Assert.All(WithKeys, make => Assert.All(lists, keys =>
        {
            var exception = Assert.Throws<ArgumentException>("secrets", () => make(Example.AppId, keys));
            Assert.Contains("51000001", exception.Message, StringComparison.Ordinal);
            Assert.DoesNotContain(Example.Secret, exception.ToString(), StringComparison.Ordinal);
        }));
        Assert.All(WithKeys, make => Assert.Throws<ArgumentNullException>("secrets", () => make(Example.AppId, null!)));
        Assert.All(Signers, make => Assert.ThrowsAny<ArgumentException>(() => make(Example.AppId, secret!)));
    }

    [Fact]
    public void Changing_the_options_later_does_not_change_the_verifier()
    {
        string[] secrets = [Example.Secret];
        var ofContacts = new VkContactVerifierOptions().AddApp(Example.AppId, secrets);
        var ofHashes = new VkCreatedHashVerifierOptions { TimeProvider = new TestClock(Example.Now) }.AddApp(Example.AppId, secrets);
        var ofPayments = new VkPaymentNotificationVerifierOptions().AddApp(Example.AppId, secrets);
        secrets[0] = "changed";
        var (contacts, hashes, payments) =
            (new VkContactVerifier(ofContacts), new VkCreatedHashVerifier(ofHashes), new VkPaymentNotificationVerifier(ofPayments));

        ofContacts.AddApp(Example.AppId, "changed");
        ofHashes.AddApp(Example.AppId, "changed");
        (ofHashes.Lifetime, ofHashes.TimeProvider, ofHashes.MaxRequestIdLength) = (TimeSpan.MaxValue, new TestClock(0), 1);
        ofPayments.AddApp(Example.AppId, "changed");
        (ofPayments.MaxBodyLength, ofPayments.MaxParameters) = (1, 1);

        Assert.True(contacts.VerifyEmail(BridgeExample.Launch, BridgeExample.Email, BridgeExample.EmailSign).Succeeded);
        Assert.True(hashes.Verify(BridgeExample.Launch, BridgeExample.RequestId, Example.Now, BridgeExample.HashSign).Succeeded);
        Assert.Equal(VkPaymentNotificationFailure.None, PaymentExample.Verdict(PaymentExample.Body(), payments));
    }

    [Fact]
    public void Verifier_of_one_app_judges_hashes_by_the_systems_clock()
    {
        var verifier = new VkCreatedHashVerifier(Example.AppId, Example.Secret);
        var now = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds();

        Assert.Equal(VkCreatedHashFailure.None, Verdict(now));
        Assert.Equal(VkCreatedHashFailure.Expired, Verdict(now - 400));

        VkCreatedHashFailure Verdict(long ts) =>
            BridgeExample.HashVerdict(BridgeExample.Launch, BridgeExample.RequestId, ts, BridgeExample.Hash(ts), verifier);
    }
}
