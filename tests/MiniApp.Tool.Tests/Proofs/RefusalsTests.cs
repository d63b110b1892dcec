using MaxMiniApp;
using MiniApp.Tool.Platforms;
using MiniApp.Tool.Proofs;
using TelegramMiniApp;
using VkMiniApp;

namespace MiniApp.Tool.Tests.Proofs;

public sealed class RefusalsTests
{
    [Fact]
    public void Every_failure_is_explained_and_says_what_to_do()
    {
        TokenRefusal[] refusals =
        [
            .. Of<VkCreatedHashFailure>(VkHashRefusals.Of),
            .. Of<VkContactFailure>(VkContactRefusals.Of),
            .. Of<VkPaymentNotificationFailure>(VkPaymentRefusals.Of),
            .. Of<TelegramContactFailure>(TelegramContactRefusals.Of),
            .. Of<TelegramLoginWidgetFailure>(TelegramWidgetRefusals.Of),
            .. Of<MaxContactFailure>(MaxContactRefusals.Of),
        ];

        Assert.Equal(42, refusals.Length);
        Assert.All(refusals, refusal => Assert.All(
            [refusal.Meaning, refusal.Advice], sentence => Assert.EndsWith(".", sentence, StringComparison.Ordinal)));
    }

    [Fact]
    public void The_rest_is_proved_where_the_refusal_comes_after_the_proof()
    {
        Assert.Equal(["expired", "not_yet_valid"], Proved(Of<VkCreatedHashFailure>(VkHashRefusals.Of)));
        Assert.Equal([], Proved(Of<VkContactFailure>(VkContactRefusals.Of)));
        Assert.Equal([], Proved(Of<VkPaymentNotificationFailure>(VkPaymentRefusals.Of)));
        Assert.Equal(
            ["expired", "not_yet_valid", "no_contact", "other_user"], Proved(Of<TelegramContactFailure>(TelegramContactRefusals.Of)));
        Assert.Equal(["expired", "not_yet_valid", "no_user"], Proved(Of<TelegramLoginWidgetFailure>(TelegramWidgetRefusals.Of)));
        Assert.Equal(["expired", "not_yet_valid", "no_phone_number"], Proved(Of<MaxContactFailure>(MaxContactRefusals.Of)));
    }

    private static IEnumerable<TokenRefusal> Of<TFailure>(Func<TFailure, TokenRefusal> find)
        where TFailure : struct, Enum => Enum.GetValues<TFailure>().Skip(1).Select(find);

    private static IEnumerable<string> Proved(IEnumerable<TokenRefusal> refusals) =>
        refusals.Where(refusal => refusal.IsProved).Select(refusal => refusal.Reason);
}
