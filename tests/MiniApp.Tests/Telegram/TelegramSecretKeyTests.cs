using MiniApp;
using TestSupport;

namespace TelegramMiniApp.Tests;

/// <summary>The key that stands for a token where the token itself is not needed.</summary>
public class TelegramSecretKeyTests
{
    [Fact]
    public void Secret_key_is_derived_from_the_token_and_can_be_kept()
    {
        var file = InitDataVectorFile.Instance;
        var key = TelegramSecretKey.Derive(file.BotToken);
        var bytes = key.ToArray();

        Assert.Equal(file.SecretKeyHex, Convert.ToHexStringLower(bytes));
        Assert.Equal(bytes, new TelegramSecretKey(bytes).ToArray());

        bytes[0] ^= 1;
        Assert.NotEqual(bytes, key.ToArray());
        Assert.Equal("TelegramSecretKey", key.ToString());
        Assert.Empty(typeof(TelegramSecretKey).GetProperties());
    }

    [Theory]
    [InlineData(0)]
    [InlineData(31)]
    [InlineData(33)]
    public void Secret_key_has_32_bytes(int length) => Assert.StartsWith(
        "A secret key is 32 bytes long.",
        Assert.Throws<ArgumentException>("key", () => new TelegramSecretKey(new byte[length])).Message,
        StringComparison.Ordinal);

    [Fact]
    public void Secret_key_is_copied_when_it_is_given()
    {
        var bytes = TelegramSecretKey.Derive(Example.BotToken).ToArray();
        var key = new TelegramSecretKey(bytes);
        bytes.AsSpan().Clear();

        Assert.Equal(InitDataFailure.None, Example.Verdict(Example.InitData(), new(Example.Options().AddBot(Example.BotId, key))));
    }
}
