using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using VkMiniApp;
using VkMiniApp.Tests;

namespace MiniApp.Fuzz;

/// <summary>VK's launch parameters, as a query or as the bridge's object.</summary>
internal sealed class VkLaunchTarget(string name, bool acceptJson = false, bool allowOdnoklassniki = false) : FuzzTarget(name)
{
    private readonly ReferenceVerifier _reference = new(CaseGenerator.Apps, Example.Now, acceptJson, allowOdnoklassniki);
    private readonly VkLaunchParamsVerifier _verifier =
        Verifier(options => (options.AcceptJson, options.AllowOdnoklassniki) = (acceptJson, allowOdnoklassniki));

    public static VkLaunchParamsVerifier Verifier(Action<VkLaunchParamsVerifierOptions> change)
    {
        var options = CaseGenerator.Apps.Aggregate(
            new VkLaunchParamsVerifierOptions { TimeProvider = new TestSupport.TestClock(Example.Now) }, (options, app) => options.AddApp(app.Key, app.Value));
        change(options);
        return new VkLaunchParamsVerifier(options);
    }

    public override Func<string> Inputs(int seed)
    {
        var (queries, objects, mutator, random) = (new CaseGenerator(seed), new BridgeObjectGenerator(seed), new Mutator(seed), new Random(seed));
        return () => mutator.Mutate(random.Next(20) == 0 ? queries.NextGarbage() : acceptJson && random.Next(4) > 0 ? objects.NextToken() : queries.NextToken());
    }

    public override string Expected(string input)
    {
        var verdict = _reference.Verdict(input);
        if (verdict != VkLaunchFailure.None)
        {
            return verdict.ToString();
        }

        var (subject, sign, values) = _reference.Accepted(input);
        return Good([subject, LaunchIdOf(values.Single(value => value.Key == "vk_app_id").Value, sign), .. values]);
    }

    public override string Actual(string input) => Verdict(_verifier, input);

    /// <summary>The verdict, where all ways to ask for it come to the same.</summary>
    public static string Verdict(VkLaunchParamsVerifier verifier, string token)
    {
        var result = verifier.Verify(token);
        Members.Read(result.LaunchParams);
        var verdict = result.LaunchParams is { } launch ? Good([launch.Subject, launch.LaunchId?.ToGuid(), .. launch.Values]) : result.Failure.ToString();

        return verifier.Check(token) != result.Failure ? $"{verdict} and {verifier.Check(token)} by Check"
            : verifier.HasValidSignature(token) != IsSigned(result.Failure) && result.Failure != VkLaunchFailure.MissingParameter ? $"{verdict} and signed otherwise"
            : verifier.Verify(token, TimeSpan.MaxValue).Failure is var ageless && ageless != result.Failure && !IsOfTime(result.Failure, ageless) ? $"{verdict} and {ageless} at any age"
            : Unverified(token) is { } unverified && verifier.VerifyUnverified(unverified).Failure != result.Failure ? $"{verdict} and another when it was read before"
            : verdict;
    }

    /// <summary>One signature is one launch, however it is spelled: 24 characters of it, and the app, tell launches apart.</summary>
    private static Guid LaunchIdOf(string app, string sign)
    {
        var id = BitConverter.GetBytes(BinaryPrimitives.ReverseEndianness(long.Parse(app, CultureInfo.InvariantCulture)));
        return new Guid(SHA256.HashData([.. "vk\0"u8, .. id, .. Encoding.ASCII.GetBytes(sign[..24])]).AsSpan(0, 16), bigEndian: true);
    }

    private static bool IsSigned(VkLaunchFailure failure) => failure
        is VkLaunchFailure.None or VkLaunchFailure.OdnoklassnikiNotAllowed or VkLaunchFailure.Expired or VkLaunchFailure.NotYetValid or VkLaunchFailure.NoUser;

    private static bool IsOfTime(VkLaunchFailure failure, VkLaunchFailure ageless) =>
        failure == VkLaunchFailure.Expired && ageless is VkLaunchFailure.None or VkLaunchFailure.NoUser;

    /// <summary>What a token says, by all that reads without a verdict.</summary>
    private static VkLaunchParams? Unverified(string token)
    {
        _ = (TokenHints.Find(token), VkLaunchParams.LooksLikeLaunch(token), VkLaunchParams.TryDecode(token, out _));
        Members.Read(VkLaunchParams.TryParseUnverified(token, out var unverified) ? unverified : null);
        return unverified;
    }
}
