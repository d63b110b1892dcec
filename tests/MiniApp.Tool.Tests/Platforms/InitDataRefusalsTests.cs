using MiniApp.Tool.Platforms;

namespace MiniApp.Tool.Tests.Platforms;

public sealed class InitDataRefusalsTests
{
    private static readonly InitDataRefusals Refusals = new("Telegram", "Telegram.WebApp", "the bot's token");

    [Theory]
    [InlineData(InitDataFailure.Malformed, "malformed", false)]
    [InlineData(InitDataFailure.MissingProof, "missing_proof", false)]
    [InlineData(InitDataFailure.InvalidProof, "invalid_proof", false)]
    [InlineData(InitDataFailure.Expired, "expired", true)]
    [InlineData(InitDataFailure.NotYetValid, "not_yet_valid", true)]
    [InlineData(InitDataFailure.NoUser, "no_user", true)]
    public void A_failure_has_a_name_and_says_whether_the_rest_is_proved(InitDataFailure failure, string reason, bool isProved) =>
        Assert.Equal((reason, isProved), (Refusals.Of(failure).Reason, Refusals.Of(failure).IsProved));

    [Fact]
    public void Every_failure_is_explained_and_says_what_to_do() => Assert.All(
        Enum.GetValues<InitDataFailure>().Where(failure => failure != InitDataFailure.None).Select(Refusals.Of),
        refusal => Assert.All(
            [refusal.Meaning, refusal.Advice], sentence => Assert.EndsWith(".", sentence, StringComparison.Ordinal)));
}
