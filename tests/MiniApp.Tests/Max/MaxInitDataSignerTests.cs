using MiniApp;
using TestSupport;

namespace MaxMiniApp.Tests;

public class MaxInitDataSignerTests
{
    private static readonly MaxInitDataSigner Signer = new(Example.BotToken, new TestClock(Example.Now));

    private static readonly MaxInitDataDescriptor Full = new()
    {
        User = new MaxUser { Id = 42, FirstName = "Илья & Co = 100%", LastName = "L", Username = "ada", LanguageCode = "ru", PhotoUrl = "https://i.example/a?x=1&y==" },
        AuthDate = DateTimeOffset.FromUnixTimeSeconds(Example.Now - 5),
        QueryId = "AAA",
        Chat = new MaxChat { Id = 5, Type = MaxChatType.Dialog },
        Ip = "::1",
        StartParam = "a b~",
        Additional = new Dictionary<string, string>(StringComparer.Ordinal) { ["future_field"] = "x" },
    };

    [Fact]
    public void Signed_init_data_is_read_back_as_it_was_described() => Assert.All([Signer.SignInitData(Full), Signer.SignToken(Full)], token =>
    {
        var initData = Example.Verifier().Verify(token).InitData!;

        Assert.Equivalent(Full.User, initData.User, strict: true);
        Assert.Equivalent(Full.Chat, initData.Chat, strict: true);
        Assert.Equal(Full.AuthDate, initData.AuthDate);
        Assert.Equal("AAA", initData.QueryId);
        Assert.Equal("::1", initData.Ip);
        Assert.Equal("a b~", initData.StartParam);
        Assert.Equal("x", initData["future_field"]);
    });

    [Fact]
    public void Hash_is_that_of_the_reference()
    {
        var fields = Signer.SignInitData(Full).Split('&').Select(part => part.Split('=')).ToDictionary(
            part => Uri.UnescapeDataString(part[0]), part => Uri.UnescapeDataString(part[1]), StringComparer.Ordinal);

        Assert.Equal(ReferenceInitData.Hash(fields, Example.BotToken), fields["hash"]);
    }

    [Fact]
    public void Time_is_that_of_the_clock_where_none_is_named()
    {
        var signed = Signer.SignInitData(new MaxInitDataDescriptor { User = new MaxUser { Id = 1 } });

        Assert.Equal(Example.Now, Example.Verifier().Verify(signed).InitData!.AuthDate.ToUnixTimeSeconds());
        Assert.Equal(InitDataFailure.NoUser, Example.Verdict(Signer.SignInitData(new MaxInitDataDescriptor { User = null })));
    }

    [Theory]
    [InlineData("")]
    [InlineData("hash")]
    public void Field_that_the_signer_makes_itself_or_that_has_no_name_is_refused(string name)
    {
        var additional = new Dictionary<string, string>(StringComparer.Ordinal) { [name] = "x" };

        var exception = Assert.Throws<ArgumentException>(
            "launch", () => Signer.SignInitData(new MaxInitDataDescriptor { User = null, Additional = additional }));
        Assert.StartsWith("A field must have a name, and hash is what the signer itself makes.", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Null_is_refused() => Assert.Throws<ArgumentNullException>("launch", () => Signer.SignInitData(null!));
}
