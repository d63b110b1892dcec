using System.Globalization;
using System.Text.Json;
using TestSupport;

namespace VkMiniApp.Tests;

/// <summary>
/// What holds for every token, on tens of thousands of them. The seeds are fixed, so a run repeats; a failure names the token.
/// </summary>
public class PropertyTests
{
    private static readonly VkLaunchParamsVerifier Verifier = CreateVerifier(acceptJson: false);
    private static readonly VkLaunchParamsVerifier JsonVerifier = CreateVerifier(acceptJson: true);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Verdict_is_that_of_the_reference_verifier(int seed)
    {
        var generator = new CaseGenerator(seed);
        var reference = new ReferenceVerifier(CaseGenerator.Apps, Example.Now);
        var verdicts = new Dictionary<VkLaunchFailure, int>();

        for (var i = 0; i < 15_000; i++)
        {
            var token = generator.NextToken();
            var expected = reference.Verdict(token);
            AssertVerdict(expected, token);
            verdicts[expected] = verdicts.GetValueOrDefault(expected) + 1;
        }

        // A generator that never makes some verdict would prove nothing about it.
        Assert.All(Enum.GetValues<VkLaunchFailure>(), verdict => Assert.True(verdicts.GetValueOrDefault(verdict) >= 20, $"{verdict}"));
    }

    [Fact]
    public void Garbage_of_every_kind_is_refused_without_an_exception()
    {
        var generator = new CaseGenerator(seed: 3);
        var reference = new ReferenceVerifier(CaseGenerator.Apps, Example.Now);

        for (var i = 0; i < 10_000; i++)
        {
            var token = generator.NextGarbage();
            var expected = reference.Verdict(token);
            Assert.NotEqual(VkLaunchFailure.None, expected);
            AssertVerdict(expected, token);
            Assert.False(Verifier.HasValidSignature(token));
        }
    }

    [Fact]
    public void Verdict_on_an_object_is_that_of_the_reference_verifier()
    {
        var generator = new BridgeObjectGenerator(seed: 6);
        var reference = new ReferenceVerifier(CaseGenerator.Apps, Example.Now, acceptJson: true);
        var verdicts = new Dictionary<VkLaunchFailure, int>();

        for (var i = 0; i < 8_000; i++)
        {
            var token = generator.NextToken();
            var expected = reference.Verdict(token);
            AssertVerdict(expected, token, JsonVerifier);
            verdicts[expected] = verdicts.GetValueOrDefault(expected) + 1;
        }

        Assert.All(Enum.GetValues<VkLaunchFailure>(), verdict => Assert.True(verdicts.GetValueOrDefault(verdict) >= 20, $"{verdict}"));
    }

    [Fact]
    public void Verdict_on_a_query_or_on_garbage_is_the_same_where_objects_are_accepted()
    {
        var generator = new CaseGenerator(seed: 7);
        var reference = new ReferenceVerifier(CaseGenerator.Apps, Example.Now, acceptJson: true);

        for (var i = 0; i < 2_000; i++)
        {
            foreach (var token in new[] { generator.NextToken(), generator.NextGarbage(), "{" + generator.NextGarbage() })
            {
                AssertVerdict(reference.Verdict(token), token, JsonVerifier);
            }
        }
    }

    [Fact]
    public void Changed_character_of_any_signed_name_or_value_is_refused()
    {
        var generator = new CaseGenerator(seed: 4);

        for (var i = 0; i < 5_000; i++)
        {
            var parameters = generator.NextParameters();
            var secret = generator.Pick(CaseGenerator.Apps[long.Parse(parameters["vk_app_id"], CultureInfo.InvariantCulture)]);
            var signed = ReferenceSignature.SignQuery(parameters, secret);
            if (parameters.GetValueOrDefault("vk_client") == "ok")
            {
                continue;
            }

            AssertVerdict(VkLaunchFailure.None, signed);

            var (name, value) = generator.Pick(parameters.ToArray());
            var place = generator.Next(name.Length + value.Length);
            var changed = new SortedDictionary<string, string>(parameters, StringComparer.Ordinal);
            changed.Remove(name);
            changed[place < name.Length ? Change(name, place) : name] = place < name.Length ? value : Change(value, place - name.Length);

            var sign = signed[signed.LastIndexOf('&')..];
            var forged = ReferenceSignature.Canonical(changed, ReferenceSignature.Rfc1738) + sign;
            Assert.True(Verifier.Check(forged) != VkLaunchFailure.None, forged);
            Assert.False(Verifier.HasValidSignature(forged), forged);
        }
    }

    [Fact]
    public void Values_of_a_valid_launch_are_what_was_signed()
    {
        var generator = new CaseGenerator(seed: 5);

        for (var i = 0; i < 5_000; i++)
        {
            var parameters = generator.NextParameters();
            var launch = new VkLaunchParamsSigner(Example.AppId, Example.Secret, new TestClock(Example.Now))
                .SignQuery(new VkLaunchParamsDescriptor { UserId = 1, Additional = parameters });

            Assert.True(VkLaunchParams.TryParseUnverified(launch, out var unverified), launch);
            Assert.All(parameters, parameter => Assert.Equal(parameter.Value, unverified[parameter.Key]));
        }
    }

    /// <summary>Another character in the place; of a pair of surrogates, both have to go.</summary>
    private static string Change(string text, int place)
    {
        var start = char.IsLowSurrogate(text[place]) ? place - 1 : place;
        var end = char.IsHighSurrogate(text[start]) ? start + 2 : start + 1;
        return text[..start] + (text[start] == '1' ? '2' : '1') + text[end..];
    }

    private static void AssertVerdict(VkLaunchFailure expected, string token, VkLaunchParamsVerifier? verifier = null)
    {
        verifier ??= Verifier;
        try
        {
            Assert.Equal(expected, verifier.Verify(token).Failure);
            Assert.Equal(expected, verifier.Check(token));
        }
        catch (Exception exception)
        {
            throw new InvalidOperationException($"Expected {expected} for: {JsonSerializer.Serialize(token)}", exception);
        }
    }

    private static VkLaunchParamsVerifier CreateVerifier(bool acceptJson)
    {
        var options = new VkLaunchParamsVerifierOptions { TimeProvider = new TestClock(Example.Now), AcceptJson = acceptJson };
        foreach (var (appId, secrets) in CaseGenerator.Apps)
        {
            options.AddApp(appId, secrets);
        }

        return new VkLaunchParamsVerifier(options);
    }
}
