using System.Security.Cryptography;
using System.Text;

namespace VkMiniApp.Tests;

/// <summary>Every rule of phone numbers and e-mail addresses: the case that holds, the case just past it, and the attack on it.</summary>
public class VkContactVerifierTests
{
    private static readonly VkContactVerifier Verifier = new(Example.AppId, Example.Secret);

    /// <summary>Each failure, in the order of the verdict, by a contact that has every fault after it as well.</summary>
    public static TheoryData<VkContactFailure, string, string?, string?> Faults => new()
    {
        { VkContactFailure.UnverifiedLaunch, "none", "\uD83D", "" },
        { VkContactFailure.UnverifiedLaunch, "unverified", "\uD83D", "" },
        { VkContactFailure.OdnoklassnikiNotSupported, "ok", "\uD83D", "" },
        { VkContactFailure.UnknownApp, "other app", "\uD83D", "" },
        { VkContactFailure.MissingParameter, "example", "\uD83D", "" },
        { VkContactFailure.MissingParameter, "example", "\uD83D", null },
        { VkContactFailure.MissingParameter, "example", "", "x" },
        { VkContactFailure.MissingParameter, "example", null, "x" },
        { VkContactFailure.Malformed, "example", "\uD83D", "x" },
        { VkContactFailure.InvalidSignature, "example", "1", "x" },
    };

    [Theory]
    [MemberData(nameof(Faults), DisableDiscoveryEnumeration = true)]
    public void First_fault_in_the_order_is_the_verdict(VkContactFailure expected, string launch, string? value, string? sign)
    {
        Assert.Equal(expected, PhoneVerdict(BridgeExample.LaunchOf(launch), value, sign));
        Assert.Equal(expected, EmailVerdict(BridgeExample.LaunchOf(launch), value, sign));
    }

    [Fact]
    public void Order_is_that_of_the_enumeration() =>
        Assert.Equal(Faults.Select(row => row.Data.Item1).Distinct(), Enum.GetValues<VkContactFailure>().Skip(1));

    [Fact]
    public void Signatures_of_VKs_examples_are_right()
    {
        const string phoneSign = "gUyfgLLwkJfgL12JwKImaCFp-qen-cwUyPtZtNhS5Dc";
        const string emailSign = "60JsgF8qjveoEkNYqkqa2v48DsNvwc_Yt1D4r99tUs0";
        var launch = BridgeExample.LaunchOf(7770000, 162447);
        var verifier = new VkContactVerifier(7770000, "W7kVvxVxZ4");
        var signer = new VkContactSigner(7770000, "W7kVvxVxZ4");

        Assert.Equal("70000000000", verifier.VerifyPhoneNumber(launch, "70000000000", phoneSign).Value);
        Assert.Equal("test@gmail.com", verifier.VerifyEmail(launch, "test@gmail.com", emailSign).Value);
        Assert.Equal(phoneSign, signer.SignPhoneNumber(162447, "70000000000"));
        Assert.Equal(emailSign, signer.SignEmail(162447, "test@gmail.com"));
    }

    [Fact]
    public void Answer_that_nobody_gave_is_no_success() => Assert.False(default(VkContactResult).Succeeded);

    [Fact]
    public void Contact_of_another_user_is_refused()
    {
        var thief = BridgeExample.LaunchOf(Example.AppId, BridgeExample.UserId + 1);

        Assert.Equal(VkContactFailure.None, PhoneVerdict(BridgeExample.Launch, BridgeExample.PhoneNumber, BridgeExample.PhoneSign));
        Assert.Equal(VkContactFailure.None, EmailVerdict(BridgeExample.Launch, BridgeExample.Email, BridgeExample.EmailSign));
        Assert.Equal(VkContactFailure.InvalidSignature, PhoneVerdict(thief, BridgeExample.PhoneNumber, BridgeExample.PhoneSign));
        Assert.Equal(VkContactFailure.InvalidSignature, EmailVerdict(thief, BridgeExample.Email, BridgeExample.EmailSign));
    }

    [Fact]
    public void Contact_of_another_app_is_refused_even_under_the_same_key()
    {
        var launch = BridgeExample.LaunchOf(7, BridgeExample.UserId);
        var verifier = new VkContactVerifier(new VkContactVerifierOptions().AddApp(Example.AppId, Example.Secret).AddApp(7, Example.Secret));

        Assert.True(verifier.VerifyPhoneNumber(BridgeExample.Launch, BridgeExample.PhoneNumber, BridgeExample.PhoneSign).Succeeded);
        Assert.False(verifier.VerifyPhoneNumber(launch, BridgeExample.PhoneNumber, BridgeExample.PhoneSign).Succeeded);
    }

    [Fact]
    public void Phone_number_is_no_address_and_an_address_is_no_phone_number()
    {
        Assert.Equal(VkContactFailure.InvalidSignature, EmailVerdict(BridgeExample.Launch, BridgeExample.PhoneNumber, BridgeExample.PhoneSign));
        Assert.Equal(VkContactFailure.InvalidSignature, PhoneVerdict(BridgeExample.Launch, BridgeExample.Email, BridgeExample.EmailSign));
        Assert.Equal(VkContactFailure.InvalidSignature, PhoneVerdict(BridgeExample.Launch, BridgeExample.PhoneSign, BridgeExample.PhoneNumber));
    }

    [Fact]
    public void Sign_of_the_launch_or_of_a_hash_is_no_contacts()
    {
        string[] others = [ReferenceSignature.Sign(Example.Parameters(), Example.Secret), BridgeExample.HashSign];

        Assert.All(others, sign => Assert.Equal(
            VkContactFailure.InvalidSignature, PhoneVerdict(BridgeExample.Launch, BridgeExample.PhoneNumber, sign)));
    }

    [Theory]
    [InlineData("79111234568")]
    [InlineData("+79111234567")]
    [InlineData("7911123456")]
    [InlineData("791112345677")]
    [InlineData(" 79111234567")]
    [InlineData("٧٩١١١٢٣٤٥٦٧")]
    public void Other_value_is_refused(string phoneNumber) =>
        Assert.Equal(VkContactFailure.InvalidSignature, PhoneVerdict(BridgeExample.Launch, phoneNumber, BridgeExample.PhoneSign));

    [Fact]
    public void Digits_can_not_move_between_the_user_and_the_key()
    {
        // Nothing stands between the key and the user's id: "key1" and user 23 are joined to the text of "key" and user 123.
        var sign = ReferenceOtherSignatures.Contact("51000001", "key", "123", "email", BridgeExample.Email);
        var verifier = new VkContactVerifier(Example.AppId, "key");

        Assert.True(verifier.VerifyEmail(BridgeExample.LaunchOf(Example.AppId, 123), BridgeExample.Email, sign).Succeeded);
        Assert.False(verifier.VerifyEmail(BridgeExample.LaunchOf(Example.AppId, 23), BridgeExample.Email, sign).Succeeded);
        Assert.False(verifier.VerifyEmail(BridgeExample.LaunchOf(Example.AppId, 1), BridgeExample.Email, sign).Succeeded);
    }

    [Theory]
    [InlineData("почта@пример.рф")]
    [InlineData("a+b=c&d@example.com")]
    [InlineData("\0")]
    [InlineData("😀")]
    [InlineData("\uFFFD")]
    [InlineData("\u0080")]
    public void Any_text_can_be_signed(string email) => Assert.Equal(
        VkContactFailure.None,
        EmailVerdict(
            BridgeExample.Launch, email, ReferenceOtherSignatures.Contact("51000001", Example.Secret, "494075", "email", email)));

    [Fact]
    public void Half_of_a_surrogate_pair_is_not_taken_for_the_sign_of_replacement()
    {
        var sign = ReferenceOtherSignatures.Contact("51000001", Example.Secret, "494075", "email", "\uFFFD");

        Assert.Equal(VkContactFailure.None, EmailVerdict(BridgeExample.Launch, "\uFFFD", sign));
        Assert.Equal(VkContactFailure.Malformed, EmailVerdict(BridgeExample.Launch, "\uD83D", sign));
    }

    [Fact]
    public void Hash_that_was_carried_on_behind_its_end_is_refused()
    {
        var start = Encoding.UTF8.GetBytes($"51000001{Example.Secret}494075email");
        byte[] known = [.. start, .. Encoding.UTF8.GetBytes(BridgeExample.Email)];
        var added = "@attacker.example"u8.ToArray();

        // The attack is real: this is the signature of a value that VK has not signed, made without the key.
        byte[] value = [.. Encoding.UTF8.GetBytes(BridgeExample.Email), .. Sha256Continuation.Padding(known.Length), .. added];
        var hash = Sha256Continuation.Continue(SHA256.HashData(known), known.Length, added);
        Assert.Equal(SHA256.HashData([.. start, .. value]), hash);

        // And no text has that value's bytes, whatever a client makes of them.
        var sign = Convert.ToBase64String(hash).Replace('+', '-').Replace('/', '_').TrimEnd('=');
        Assert.All(
            new[] { Encoding.UTF8, Encoding.Latin1, Encoding.ASCII, Encoding.Unicode, Encoding.BigEndianUnicode, Encoding.UTF32 },
            encoding => Assert.NotEqual(VkContactFailure.None, EmailVerdict(BridgeExample.Launch, encoding.GetString(value), sign)));
    }

    [Fact]
    public void Sign_is_compared_as_it_came() => Assert.All(
        BridgeExample.OtherSpellings(BridgeExample.PhoneSign),
        sign => Assert.Equal(
            VkContactFailure.InvalidSignature, PhoneVerdict(BridgeExample.Launch, BridgeExample.PhoneNumber, sign)));

    [Fact]
    public void Value_may_be_as_long_as_the_limit_and_no_longer()
    {
        var longest = new string('я', VkContactVerifier.MaxValueLength);

        Assert.Equal(VkContactFailure.None, EmailVerdict(BridgeExample.Launch, longest, SignOf(longest)));
        Assert.Equal(VkContactFailure.Malformed, EmailVerdict(BridgeExample.Launch, longest + "я", SignOf(longest + "я")));
        Assert.Equal(VkContactFailure.Malformed, EmailVerdict(BridgeExample.Launch, new string('a', 10_000_000), SignOf("a")));

        static string SignOf(string email) => ReferenceOtherSignatures.Contact("51000001", Example.Secret, "494075", "email", email);
    }

    [Fact]
    public void Key_may_be_changed_while_both_are_accepted()
    {
        var verifier = new VkContactVerifier(Example.AppId, "the new key", Example.Secret);
        var changed = new VkContactVerifier(Example.AppId, "the new key");
        var fresh = ReferenceOtherSignatures.Contact("51000001", "the new key", "494075", "phone_number", BridgeExample.PhoneNumber);

        Assert.True(verifier.VerifyPhoneNumber(BridgeExample.Launch, BridgeExample.PhoneNumber, BridgeExample.PhoneSign).Succeeded);
        Assert.True(verifier.VerifyPhoneNumber(BridgeExample.Launch, BridgeExample.PhoneNumber, fresh).Succeeded);
        Assert.True(changed.VerifyPhoneNumber(BridgeExample.Launch, BridgeExample.PhoneNumber, fresh).Succeeded);
        Assert.False(changed.VerifyPhoneNumber(BridgeExample.Launch, BridgeExample.PhoneNumber, BridgeExample.PhoneSign).Succeeded);
    }

    private static VkContactFailure PhoneVerdict(VkLaunchParams? launch, string? phoneNumber, string? sign) =>
        Verdict(Verifier.VerifyPhoneNumber(launch, phoneNumber, sign), phoneNumber);

    private static VkContactFailure EmailVerdict(VkLaunchParams? launch, string? email, string? sign) =>
        Verdict(Verifier.VerifyEmail(launch, email, sign), email);

    private static VkContactFailure Verdict(VkContactResult result, string? value)
    {
        Assert.Equal(result.Failure == VkContactFailure.None, result.Succeeded);
        Assert.Equal(result.Succeeded ? value : null, result.Value);
        return result.Failure;
    }
}
