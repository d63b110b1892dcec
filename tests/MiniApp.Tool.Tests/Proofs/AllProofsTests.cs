using MiniApp.Tool.Platforms;
using MiniApp.Tool.Proofs;

namespace MiniApp.Tool.Tests.Proofs;

public sealed class AllProofsTests
{
    [Theory]
    [InlineData("sign ts", "vk Hash")]
    [InlineData("app_id request_id sign ts user_id", "vk Hash")]
    [InlineData("phone_number sign", "vk Contact")]
    [InlineData("email is_verified sign", "vk Contact")]
    [InlineData("app_id notification_type", "vk Payment")]
    [InlineData("notification_type sig", "vk Payment")]
    [InlineData("contact auth_date hash", "telegram Contact")]
    [InlineData("contact hash", "telegram Contact")]
    [InlineData("auth_date hash id", "telegram Widget")]
    [InlineData("auth_date first_name id", "telegram Widget")]
    [InlineData("authDate hash phone", "max Contact")]
    [InlineData("vcf_info", "max Card")]
    public void A_proof_is_known_by_its_names(string names, string proof) =>
        Assert.Equal(proof, Guess(names) is { } guess ? $"{guess.Platform.Name} {guess.Kind}" : null);

    [Theory]
    [InlineData("sign vk_app_id vk_ts vk_user_id")]
    [InlineData("phone_number sign ts vk_user_id")]
    [InlineData("auth_date hash user")]
    [InlineData("auth_date contact hash user")]
    [InlineData("auth_date hash id user")]
    [InlineData("auth_date hash query_id")]
    [InlineData("notification_type")]
    [InlineData("contact phone sign")]
    [InlineData("")]
    public void A_launch_or_nothing_is_no_proof(string names) => Assert.Null(Guess(names));

    [Fact]
    public void Each_platform_has_its_kinds()
    {
        Assert.Equal(["Contact", "Hash", "Payment"], Kinds(AllPlatforms.Vk));
        Assert.Equal(["Contact", "Widget"], Kinds(AllPlatforms.Telegram));
        Assert.Equal(["Contact", "Card"], Kinds(AllPlatforms.Max));
        Assert.Empty(AllProofs.Find(ProofKind.Launch, platform: null));
    }

    private static IEnumerable<string> Kinds(IPlatform platform) =>
        AllProofs.Find(kind: null, platform).Select(proof => proof.Kind.ToString());

    private static Proof? Guess(string names) => AllProofs.Guess(AllProofs.List, names.Split(' ').ToHashSet(StringComparer.Ordinal));
}
