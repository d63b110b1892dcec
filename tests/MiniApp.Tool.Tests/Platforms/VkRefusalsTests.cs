using MiniApp.Tool.Platforms;
using VkMiniApp;

namespace MiniApp.Tool.Tests.Platforms;

public sealed class VkRefusalsTests
{
    [Theory]
    [InlineData(VkLaunchFailure.Malformed, "malformed", false)]
    [InlineData(VkLaunchFailure.DuplicateParameter, "duplicate_parameter", false)]
    [InlineData(VkLaunchFailure.MissingParameter, "missing_parameter", false)]
    [InlineData(VkLaunchFailure.UnknownApp, "unknown_app", false)]
    [InlineData(VkLaunchFailure.InvalidSignature, "invalid_signature", false)]
    [InlineData(VkLaunchFailure.OdnoklassnikiNotAllowed, "odnoklassniki_not_allowed", true)]
    [InlineData(VkLaunchFailure.Expired, "expired", true)]
    [InlineData(VkLaunchFailure.NotYetValid, "not_yet_valid", true)]
    [InlineData(VkLaunchFailure.NoUser, "no_user", true)]
    public void A_failure_has_a_name_and_says_whether_the_rest_is_proved(VkLaunchFailure failure, string reason, bool isProved) =>
        Assert.Equal((reason, isProved), (VkRefusals.Of(failure).Reason, VkRefusals.Of(failure).IsProved));

    [Fact]
    public void Every_failure_is_explained_and_says_what_to_do()
    {
        var refusals = Enum.GetValues<VkLaunchFailure>().Where(failure => failure != VkLaunchFailure.None).Select(VkRefusals.Of);

        Assert.All(refusals, refusal => Assert.All(
            [refusal.Meaning, refusal.Advice], sentence => Assert.EndsWith(".", sentence, StringComparison.Ordinal)));
    }
}
