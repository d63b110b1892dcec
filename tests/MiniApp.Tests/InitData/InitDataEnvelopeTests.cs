using TelegramMiniApp;
using TelegramMiniApp.Tests;

namespace MiniApp.Tests;

/// <summary>
/// The fragment of the page's address, in which Telegram and MAX hand init data over: one field holds it, encoded once more, and nothing
/// proves the others.
/// </summary>
public class InitDataEnvelopeTests
{
    public static TheoryData<string, string> Forms
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var (platform, prefix) in new[] { ("Telegram", "tgWebApp"), ("MAX", "WebApp") })
            {
                string[] forms =
                [
                    "{0}Data={1}",
                    "#{0}Data={1}",
                    "{0}Data={1}&{0}Version=9.1&{0}Platform=web",
                    "#{0}Data={1}&{0}Version=26.2.8&{0}DeviceName=a%20b&{0}New={{&{0}ThemeParams=%7B%22a%22%3A1%7D",
                    "#{0}Platform=web&{0}Data={1}",
                    "#/top?{0}Data={1}",
                    "#/top?a&{0}Data={1}",
                    "/top?a&{0}Data={1}",
                    "a=b&{0}Data={1}",
                    "#a=b&hash=1&user=2&{0}Data={1}",
                    "https://app.example/#{0}Data={1}",
                    "https://app.example/?a=1&auth_date=2#{0}Data={1}&{0}Version=9",
                    "http://localhost:5173/p?{0}StartParam=x#top?{0}Data={1}",
                    "https://app.example/?{0}Data=x#{0}Data={1}",
                    "{2}&{0}Platform=web&{0}Version=26.2.8",
                    "{0}Platform=web&{2}&{0}New=1",
                    "#{0}Theme%50arams=x&{0}Data={1}",
                    $"#{string.Concat(Enumerable.Repeat("%61", 30))}=x&{{0}}Data={{1}}",
                ];
                foreach (var form in forms)
                {
                    data.Add(platform, form.Replace("{0}", prefix, StringComparison.Ordinal));
                }
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public void Envelope_is_read_as_the_init_data_inside_and_nothing_else_of_it(string platform, string form)
    {
        var initData = InitDataPlatform.Of(platform).InitData([("start_param", "a b+c&d=e%20#")]);
        var token = Fill(form, initData);

        Assert.All([token, Example.ToBase64(token), Example.ToBase64Url(token)], spelled =>
        {
            Assert.Equal(InitDataFailure.None, InitDataPlatform.Of(platform).Check(spelled));
            Assert.Equal(Values(platform, initData), Values(platform, spelled));
        });
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public void Change_to_the_init_data_inside_is_seen(string platform, string form)
    {
        var initData = InitDataPlatform.Of(platform).InitData([]).Replace("494075", "494076", StringComparison.Ordinal);

        Assert.Equal(InitDataFailure.InvalidProof, InitDataPlatform.Of(platform).Check(Fill(form, initData)));
    }

    [Theory]
    [InlineData("#{0}Data={1}&{0}Data={1}")]
    [InlineData("#{0}Data={1}&{0}Data=")]
    [InlineData("#{0}Data=&{0}Data={1}")]
    [InlineData("#{0}%44ata={1}&{0}Data={1}")]
    [InlineData("{0}Data={1}&{0}Da%74a={1}")]
    [InlineData("#{0}Data=")]
    [InlineData("#{0}Data")]
    [InlineData("#{0}Data={1}%")]
    [InlineData("#{0}Data={1}%FF")]
    [InlineData("#{0}Data=%23{0}Data%3D{1}")]
    [InlineData("#{0}data={1}")]
    [InlineData("#{0}DATA={1}")]
    [InlineData("#x{0}Data={1}")]
    [InlineData("https://app.example/?{0}Data={1}")]
    [InlineData("https://app.example/#top?a?{0}Data={1}")]
    public void Envelope_without_its_one_init_data_is_malformed(string form)
    {
        foreach (var (platform, prefix) in new[] { ("Telegram", "tgWebApp"), ("MAX", "WebApp") })
        {
            var token = Fill(form.Replace("{0}", prefix, StringComparison.Ordinal), InitDataPlatform.Of(platform).InitData([]));
            Assert.Equal(InitDataFailure.Malformed, InitDataPlatform.Of(platform).Check(token));
        }
    }

    [Fact]
    public void Envelope_of_the_other_platform_is_none()
    {
        var telegram = Example.InitData();
        var max = MaxMiniApp.Tests.Example.InitData();

        Assert.Equal(InitDataFailure.Malformed, Example.Verdict(Fill("#WebAppData={1}", telegram)));
        Assert.Equal(InitDataFailure.InvalidProof, Example.Verdict($"{telegram}&WebAppVersion=1"));
        Assert.Equal(InitDataFailure.Malformed, MaxMiniApp.Tests.Example.Verdict(Fill("#tgWebAppData={1}", max)));
        Assert.Equal(InitDataFailure.InvalidProof, MaxMiniApp.Tests.Example.Verdict($"{max}&tgWebAppVersion=1"));
    }

    /// <summary>Whatever the platform proved is a part of the init data, even under a name of the envelope's.</summary>
    [Theory]
    [InlineData("Telegram", "tgWebApp")]
    [InlineData("MAX", "WebApp")]
    public void Field_that_is_proved_stays_whatever_its_name(string platform, string prefix)
    {
        var (version, data) = ($"{prefix}Version", $"{prefix}Data");
        var initData = InitDataPlatform.Of(platform).InitData([(version, "9.1"), (data, "x")]);

        Assert.Equal(InitDataFailure.None, InitDataPlatform.Of(platform).Check(initData));
        Assert.Contains(KeyValuePair.Create(version, "9.1"), Values(platform, initData));
        Assert.Contains(KeyValuePair.Create(data, "x"), Values(platform, initData));

        Assert.Equal(InitDataFailure.InvalidProof, InitDataPlatform.Of(platform).Check(initData.Replace("9.1", "9.2", StringComparison.Ordinal)));
        Assert.Equal(InitDataFailure.InvalidProof, InitDataPlatform.Of(platform).Check($"{initData}&{prefix}Platform=web"));
    }

    /// <summary>It is taken out where the others are proved without it; where it is proved itself, nobody may even try.</summary>
    [Theory]
    [InlineData("Telegram", "tgWebApp")]
    [InlineData("MAX", "WebApp")]
    public void Field_that_is_proved_stays_where_it_could_be_taken_out(string platform, string prefix)
    {
        var initData = InitDataPlatform.Of(platform).InitData([($"{prefix}Version", "9.1")]);

        Assert.Equal(InitDataFailure.None, InitDataPlatform.Of(platform).Check(initData));
        Assert.Contains(KeyValuePair.Create($"{prefix}Version", "9.1"), Values(platform, initData));
    }

    [Theory]
    [InlineData("Telegram", "tgWebApp")]
    [InlineData("MAX", "WebApp")]
    public void Init_data_beside_other_init_data_has_no_second_reading(string platform, string prefix)
    {
        var good = InitDataPlatform.Of(platform).InitData([]);
        var other = Uri.EscapeDataString(InitDataPlatform.Of(platform).InitData([("start_param", "other")]));

        Assert.Equal(InitDataFailure.InvalidProof, InitDataPlatform.Of(platform).Check($"{good}&{prefix}Data={other}"));
        Assert.Equal(InitDataFailure.InvalidProof, InitDataPlatform.Of(platform).Check($"{good}&{prefix}Data="));
        Assert.Equal(InitDataFailure.InvalidProof, InitDataPlatform.Of(platform).Check($"{prefix}Data={other}&{good}"));
        Assert.Equal(InitDataFailure.Malformed, InitDataPlatform.Of(platform).Check($"{good}&{prefix}Version=1&{prefix}Version=1"));
    }

    [Theory]
    [InlineData("#tgWebAppData={1}&tgWebAppVersion=9.1")]
    [InlineData("{2}&tgWebAppVersion=9.1")]
    public void Envelope_makes_no_difference_to_either_proof(string form)
    {
        var token = Fill(form, Example.Proved());

        Assert.Equal(InitDataFailure.None, Example.Verdict(token, Example.Both()));
        Assert.Equal(InitDataFailure.None, Example.Verdict(token, Example.ThirdParty()));
        Assert.True(TelegramInitData.LooksLikeInitData(token));
        Assert.True(TelegramInitData.TryParseUnverified(token, out var unverified));
        Assert.Equal(494075, unverified.User.Id);
    }

    private static string Fill(string form, string initData) => form
        .Replace("{1}", Uri.EscapeDataString(initData), StringComparison.Ordinal)
        .Replace("{2}", initData, StringComparison.Ordinal);

    private static KeyValuePair<string, string>[] Values(string platform, string token) => platform == "MAX"
        ? [.. MaxMiniApp.Tests.Example.Verifier().Verify(token).InitData!.Values]
        : [.. Example.Verifier().Verify(token).InitData!.Values];
}
