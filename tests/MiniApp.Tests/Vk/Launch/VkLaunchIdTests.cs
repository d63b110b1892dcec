using System.Globalization;
using System.Text;
using MiniApp;
using MiniApp.Tests;
using TestSupport;

namespace VkMiniApp.Tests;

/// <summary>One launch has one id, however it is spelled, and no other launch has it.</summary>
public class VkLaunchIdTests
{
    private static readonly VkLaunchParamsVerifier Verifier = CreateVerifier();

    [Fact]
    public void Every_spelling_of_a_launch_has_the_same_id_and_no_two_launches_share_one()
    {
        var queries = new CaseGenerator(seed: 21);
        var objects = new BridgeObjectGenerator(seed: 22);
        var ids = new Dictionary<LaunchId, string>();

        for (var i = 0; i < 2_000; i++)
        {
            var parameters = queries.NextParameters();
            var secret = queries.Pick(CaseGenerator.Apps[long.Parse(parameters["vk_app_id"], CultureInfo.InvariantCulture)]);
            var sign = ReferenceSignature.Sign(ReferenceSignature.Canonical(parameters, queries.Pick(ReferenceSignature.Spellings)), secret);
            var signed = parameters.Append(KeyValuePair.Create("sign", sign)).ToArray();

            var id = IdOf(queries.NextSpelling(signed));
            Assert.True(ids.TryAdd(id, sign), $"{ids[id]} has the id of {sign}.");
            for (var spelling = 0; spelling < 6; spelling++)
            {
                Assert.Equal(id, IdOf(queries.NextSpelling(signed)));
            }

            Assert.Equal(id, IdOf(objects.NextSpelling(signed)));
        }
    }

    public static TheoryData<string> Spellings
    {
        get
        {
            var query = Example.Query();
            return
            [
                "?" + query, $"https://app.example/index.html?{query}#/profile", Example.ToBase64(query), Example.ToBase64Url("?" + query),
                string.Join('&', query.Split('&').Reverse()), query + "&utm=1&hash=%FF&sig=x", "Sign=x&" + query, $"\r\n{query} ", query.With("vk_", "%76k%5F"),
                query.With("%2C", ","), query.With("%2C", "%2c"), query.With("sign=", "%73ign="), "&&" + query + "&",
                string.Concat(query.Split("sign=")[0], "sign=", string.Concat(query.Split("sign=")[1].Select(character => $"%{(int)character:x2}"))),
            ];
        }
    }

    [Theory]
    [MemberData(nameof(Spellings))]
    public void Spelling_does_not_change_the_id(string token) => Assert.Equal(Example.Launch().LaunchId, Example.Launch(token).LaunchId);

    // Whatever is changed here empties ledgers while instances of two versions run.
    [Fact]
    public void Id_stays_what_it_is()
    {
        var sign = Example.Query().Split("sign=")[1];

        Assert.Equal("3iOJgZDjC2QGGqJ9f4oh5g", Example.Launch().LaunchId.ToString());
        Assert.Equal(LaunchId.Create(MiniAppSubject.VkApp(Example.AppId), Encoding.ASCII.GetBytes(sign[..24])), Example.Launch().LaunchId);
    }

    [Fact]
    public void Id_differs_by_what_was_signed_and_by_the_key()
    {
        var launches = new[]
        {
            Example.Launch(), Example.Launch(("vk_user_id", "494076")), Example.Launch(("vk_ts", "1759999999")), Example.Launch(("vk_ref", "")),
            Example.Launch(("vk_ref", null)), Example.Launch(("vk_app_id", "051000001")), BridgeExample.OdnoklassnikiLaunch(), BridgeExample.LaunchOf(7, 494075),
            BridgeExample.LaunchOf(7, 494075, "another key"), BridgeExample.LaunchOf(8, 494075),
        };

        Assert.Equal(launches.Length, launches.Select(launch => launch.LaunchId!.Value).Distinct().Count());
    }

    [Fact]
    public void Launch_that_was_not_verified_has_no_id()
    {
        Assert.Null(BridgeExample.UnverifiedLaunch().LaunchId);
        Assert.Equal(MiniAppSubject.VkUser(494075), BridgeExample.UnverifiedLaunch().Subject);
    }

    [Fact]
    public void Launch_names_its_user_its_app_and_its_time()
    {
        IMiniAppLaunch launch = Example.Launch();
        IMiniAppLaunch ok = BridgeExample.OdnoklassnikiLaunch();
        Assert.True(VkLaunchParams.TryParseUnverified("vk_user_id=0&vk_x=", out var nobody));
        Assert.True(VkLaunchParams.TryParseUnverified("vk_ok_user_id=0&vk_user_id=1", out var nobodyInOk));

        Assert.Equal(
            ("vk:494075", "vk:app:51000001", DateTimeOffset.FromUnixTimeSeconds(Example.Now)),
            (launch.Subject.ToString(), launch.App.ToString(), launch.Time));
        Assert.Equal(("ok:494075", "vk:app:51000001"), (ok.Subject.ToString(), ok.App.ToString()));
        Assert.Null(nobody.Subject);
        Assert.Null(((IMiniAppLaunch)nobody).App);
        Assert.Null(nobodyInOk.Subject);
    }

    [Fact]
    public void Id_of_the_app_is_one_string_in_all_of_its_launches_and_stays_as_it_is_spelled()
    {
        Assert.Same(Launch(Example.Query())["vk_app_id"], Launch(Example.Query(("vk_ts", "1759999999")))["vk_app_id"]);
        Assert.Equal("051000001", Launch(Example.Query(("vk_app_id", "051000001")))["vk_app_id"]);
    }

    [Fact]
    public void Id_costs_no_memory_and_the_apps_id_none_either()
    {
        var launch = Example.Launch();

        Assert.Equal(0, Allocations.Least(() => launch.LaunchId));

        // Of the ten parameters, four values have strings of their own; the object itself is 64 bytes.
        var verifier = Example.Verifier();
        var query = Example.Query();
        Assert.InRange(Allocations.Least(() => verifier.Verify(query)) / 100, 1, 64 + (24 + 10 * 16) + 56 + 48 + 40);
    }

    private static VkLaunchParams Launch(string token) => Verifier.Verify(token).LaunchParams!;

    private static LaunchId IdOf(string token)
    {
        var result = Verifier.Verify(token);
        Assert.True(result.Succeeded, $"{result.Failure}: {token}");
        return result.LaunchParams.LaunchId!.Value;
    }

    private static VkLaunchParamsVerifier CreateVerifier()
    {
        var options = new VkLaunchParamsVerifierOptions { TimeProvider = new TestClock(Example.Now), AcceptJson = true, AllowOdnoklassniki = true };
        foreach (var (appId, secrets) in CaseGenerator.Apps)
        {
            options.AddApp(appId, secrets);
        }

        return new VkLaunchParamsVerifier(options);
    }
}
