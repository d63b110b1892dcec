using MiniApp;
using MiniApp.Tests;
using TestSupport;

namespace MaxMiniApp.Tests;

/// <summary>One launch has one id, however it is spelled, and no other launch has it.</summary>
public class MaxLaunchIdTests
{
    private static readonly MaxInitDataVerifier Verifier = Example.Verifier();

    [Fact]
    public void Every_spelling_of_init_data_has_the_same_id_and_no_two_share_one()
    {
        var generator = new CaseGenerator(41, Example.BotToken, Example.Now);
        var ids = new HashSet<LaunchId>();

        for (var i = 0; i < 1_000; i++)
        {
            var fields = generator.NextFields();
            fields["start_param"] = $"{i}";
            fields["hash"] = ReferenceInitData.Hash(fields, Example.BotToken);

            var id = IdOf(generator.NextSpelling(fields, "WebApp"));
            Assert.True(ids.Add(id));
            for (var spelling = 0; spelling < 4; spelling++)
            {
                Assert.Equal(id, IdOf(generator.NextSpelling(fields, "WebApp")));
            }

            Assert.Equal(id, IdOf(Uri.EscapeDataString(ReferenceInitData.Query(fields))));
        }
    }

    // Whatever is changed here empties ledgers while instances of two versions run.
    [Fact]
    public void Id_stays_what_it_is()
    {
        var hash = Convert.FromHexString(Example.InitData()[^64..]);

        Assert.Equal("dHjj4MuZUu0aEs39O2TsFw", IdOf(Example.InitData()).ToString());
        Assert.Equal(LaunchId.Create(MiniAppSubject.Platform("max"), hash), IdOf(Example.InitData()));
    }

    [Fact]
    public void Id_differs_by_what_was_proved_by_bot_and_from_that_of_Telegram()
    {
        var other = Example.Verifier(options => options.AddBot("7:other-token"));
        var ofOther = ReferenceInitData.Sign(Example.Fields(), "7:other-token");
        var telegram = TelegramMiniApp.Tests.Example.Verifier(options => options.AddBot("7:other-token"));
        LaunchId[] ids =
        [
            IdOf(Example.InitData()), IdOf(Example.InitData(("query_id", "x"))), IdOf(Example.InitData(("auth_date", "1760000000000"))),
            other.Verify(ofOther).InitData!.LaunchId!.Value, telegram.Verify(ofOther).InitData!.LaunchId!.Value,
        ];

        Assert.Equal(ids.Length, ids.Distinct().Count());
    }

    [Fact]
    public void Hash_in_capitals_and_a_field_that_is_not_proved_are_refused()
    {
        var token = Example.InitData();

        Assert.Equal(InitDataFailure.InvalidProof, Example.Verdict(token[..^64] + token[^64..].ToUpperInvariant()));
        Assert.Equal(InitDataFailure.InvalidProof, Example.Verdict(token + "&x=1"));
    }

    [Fact]
    public void Init_data_that_was_not_verified_has_no_id()
    {
        Assert.True(MaxInitData.TryParseUnverified(Example.InitData(), out var unverified));
        Assert.True(MaxInitData.TryParseUnverified("auth_date=1&x=", out var nobody));

        Assert.Null(unverified.LaunchId);
        Assert.Equal(MiniAppSubject.MaxUser(494075), unverified.Subject);
        Assert.Null(nobody.Subject);
    }

    [Fact]
    public void Init_data_names_its_user_and_its_time_and_no_bot()
    {
        IMiniAppLaunch launch = Example.Read();

        Assert.Equal(("max:494075", null, DateTimeOffset.FromUnixTimeSeconds(Example.Now)), (launch.Subject.ToString(), launch.App, launch.Time));
    }

    [Fact]
    public void Id_costs_no_memory()
    {
        var initData = Example.Read();

        Assert.Equal(0, Allocations.Least(() => initData.LaunchId));
    }

    private static LaunchId IdOf(string token)
    {
        var result = Verifier.Verify(token);
        Assert.True(result.Succeeded, $"{result.Failure}: {token}");
        return result.InitData.LaunchId!.Value;
    }
}
