using System.Security.Cryptography;
using System.Text;
using BenchmarkDotNet.Attributes;
using MiniApp;

namespace VkMiniApp.Benchmarks;

/// <summary>A whole verification against the one call that nobody can do without: one HMAC over the same bytes.</summary>
[MemoryDiagnoser]
public class VerificationBenchmarks
{
    private const string Jwt =
        "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJzdWIiOiI4Njk2MTI4MzY5MDEiLCJpYXQiOjE3NjAwMDAwMDB9.SflKxwRJSMeKKF2QT4fwpMeJf36POk6yJV_adQssw5c";

    private readonly byte[] _key = Encoding.UTF8.GetBytes(Launch.Secret);
    private readonly byte[] _code = new byte[HMACSHA256.HashSizeInBytes];
    private readonly VkLaunchParamsVerifier _verifier = new(Launch.AppId, Launch.Secret);

    private readonly VkLaunchParams _launch = new VkLaunchParamsVerifier(Launch.AppId, Launch.Secret).Verify(Launch.Token).LaunchParams!;

    [Benchmark(Baseline = true, Description = "HMACSHA256.HashData, canonical bytes")]
    public int OneHmac() => HMACSHA256.HashData(_key, Launch.Canonical, _code);

    [Benchmark(Description = "Check, base64(URL)")]
    public VkLaunchFailure Check() => Valid(_verifier.Check(Launch.Token));

    [Benchmark(Description = "Check, raw query")]
    public VkLaunchFailure CheckRaw() => Valid(_verifier.Check(Launch.Query));

    [Benchmark(Description = "Check, raw query in VK's own order")]
    public VkLaunchFailure CheckOwn() => Valid(_verifier.Check(Launch.OwnQuery));

    [Benchmark(Description = "Verify, base64(URL), two ids read")]
    public long VerifyAndReadIds()
    {
        var launch = _verifier.Verify(Launch.Token).LaunchParams!;
        return launch.AppId + launch.UserId;
    }

    [Benchmark(Description = "Verify, base64(URL), typed parameters read")]
    public long VerifyAndRead()
    {
        var launch = _verifier.Verify(Launch.Token).LaunchParams!;

        return launch.AppId + launch.UserId + launch.Timestamp.Ticks + launch.GroupId!.Value
            + launch.Platform.Value.Length + launch.Language.Length + launch.ViewerGroupRole!.Value.Value.Length
            + launch.Scopes.Count + launch.Ref!.Length
            + (launch.IsAppUser && !launch.IsFavorite && !launch.AreNotificationsEnabled ? 1 : 0);
    }

    [Benchmark(Description = "LaunchId of a launch that was verified")]
    public LaunchId LaunchId() => _launch.LaunchId!.Value;

    [Benchmark(Description = "Verify, garbage")]
    public VkLaunchFailure Garbage() => Invalid(_verifier.Verify("not a launch at all, but nobody can stop anyone from sending it").Failure);

    [Benchmark(Description = "Verify, a JWT")]
    public VkLaunchFailure AJwt() => Invalid(_verifier.Verify(Jwt).Failure);

    [Benchmark(Description = "Verify, wrong signature")]
    public VkLaunchFailure WrongSignature() => Invalid(_verifier.Verify(Launch.WrongSignature).Failure);

    private static VkLaunchFailure Valid(VkLaunchFailure failure) =>
        failure == VkLaunchFailure.None ? failure : throw new InvalidOperationException($"Refused: {failure}.");

    private static VkLaunchFailure Invalid(VkLaunchFailure failure) =>
        failure != VkLaunchFailure.None ? failure : throw new InvalidOperationException("Accepted.");
}
