using System.Globalization;
using System.Text.Json;
using System.Web;
using TestSupport;

namespace VkMiniApp.Tests;

/// <summary>Every case of the vector file, through every entry point.</summary>
public class VectorTests
{
    private static readonly VectorFile Vectors = VectorFile.Instance;
    private static readonly VkLaunchParamsVerifier Verifier = CreateVerifier();

    public static TheoryData<int, string, string> Cases =>
        [.. Vectors.Cases.Select(vector => new TheoryDataRow<int, string, string>(vector.Id, vector.Comment, vector.Result))];

    public static TheoryData<string> Signatures => [.. Vectors.Signatures.Select(vector => vector.Comment)];

    [Theory]
    [MemberData(nameof(Cases))]
    public void Verdict_is_that_of_the_vector(int id, string comment, string result)
    {
        var vector = Vectors.Cases.Single(vector => vector.Id == id);
        var expected = result == "ok" ? "none" : result;

        Assert.Equal(comment, vector.Comment);
        Assert.Equal(expected, SnakeCase(Verifier.Verify(vector.Token).Failure));
        Assert.Equal(expected, SnakeCase(Verifier.Verify(vector.Token.AsSpan()).Failure));
        Assert.Equal(expected, SnakeCase(Verifier.Check(vector.Token)));
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Values_are_the_decoded_parameters_of_the_vector(int id, string comment, string result)
    {
        var vector = Vectors.Cases.Single(vector => vector.Id == id);
        var launch = Verifier.Verify(vector.Token).LaunchParams;
        var expected = vector.Parameters?.OrderBy(parameter => parameter.Key, StringComparer.Ordinal);

        Assert.Equal(comment, vector.Comment);
        Assert.Equal(result == "ok", expected is not null);
        Assert.Equal(expected, launch?.Values);
        Assert.Equal(expected, Verifier.Verify(vector.Token.AsSpan()).LaunchParams?.Values);
    }

    [Theory]
    [MemberData(nameof(Signatures))]
    public void Signature_is_right_where_the_vector_says_so(string comment)
    {
        var vector = Vectors.Signatures.Single(vector => vector.Comment == comment);
        var appId = long.Parse(HttpUtility.ParseQueryString(vector.Query)["vk_app_id"]!, CultureInfo.InvariantCulture);
        var verifier = new VkLaunchParamsVerifier(appId, vector.Secret);

        Assert.Equal(vector.Valid, verifier.HasValidSignature($"{vector.Query}&sign={vector.Sign}"));
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Reference_verifier_agrees_with_the_vector(int id, string comment, string result)
    {
        var vector = Vectors.Cases.Single(vector => vector.Id == id);
        var reference = new ReferenceVerifier(
            Vectors.Apps.ToDictionary(app => long.Parse(app.Key, CultureInfo.InvariantCulture), app => app.Value), Vectors.Now);

        Assert.Equal(comment, vector.Comment);
        Assert.Equal(result == "ok" ? "none" : result, SnakeCase(reference.Verdict(vector.Token)));
    }

    [Fact]
    public void File_holds_every_verdict_that_a_verifier_of_one_network_can_give()
    {
        var inFile = Vectors.Cases.Select(vector => vector.Result == "ok" ? "none" : vector.Result).Distinct(StringComparer.Ordinal);
        var all = Enum.GetValues<VkLaunchFailure>().Except([VkLaunchFailure.OdnoklassnikiNotAllowed]).Select(SnakeCase);

        Assert.Equal(all.Order(StringComparer.Ordinal), inFile.Order(StringComparer.Ordinal));
        Assert.Equal(320, Vectors.Cases.Count);
        Assert.Equal(5, Vectors.Signatures.Count);
    }

    private static VkLaunchParamsVerifier CreateVerifier()
    {
        var options = new VkLaunchParamsVerifierOptions
        {
            Lifetime = TimeSpan.FromSeconds(Vectors.LifetimeSeconds),
            ClockSkew = TimeSpan.FromSeconds(Vectors.ClockSkewSeconds),
            TimeProvider = new TestClock(Vectors.Now),
        };

        foreach (var (appId, secrets) in Vectors.Apps)
        {
            options.AddApp(long.Parse(appId, CultureInfo.InvariantCulture), secrets);
        }

        return new VkLaunchParamsVerifier(options);
    }

    private static string SnakeCase(VkLaunchFailure failure) => JsonNamingPolicy.SnakeCaseLower.ConvertName(failure.ToString());
}
