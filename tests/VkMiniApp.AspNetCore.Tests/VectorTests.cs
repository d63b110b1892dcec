using System.Globalization;
using System.Security.Claims;
using System.Text.Json;

namespace VkMiniApp.AspNetCore.Tests;

/// <summary>Every case that an independent implementation of VK's rule has made, behind the word <c>Bearer</c>.</summary>
public class VectorTests(VectorTests.VectorApp app) : IClassFixture<VectorTests.VectorApp>
{
    private static readonly JsonElement File = Read();

    public static TheoryData<int, string> Cases =>
        [.. File.GetProperty("cases").EnumerateArray().Select(vector => new TheoryDataRow<int, string>(Id(vector), Result(vector)))];

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Request_is_answered_by_the_verdict_of_the_vector(int id, string verdict)
    {
        var reply = await app.Host.GetAsync("/me", "Bearer " + Token(Vector(id)));

        Assert.Equal(verdict == "ok" ? 200 : 401, reply.Status);
        Assert.Equal(verdict == "ok" ? Vector(id).GetProperty("parameters").GetProperty("vk_user_id").GetString() : "", reply.Body);
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Claims_or_failure_are_those_of_the_vector(int id, string verdict)
    {
        var vector = Vector(id);
        var result = await app.Host.AuthenticateAsync("Bearer " + Token(vector));

        if (verdict == "ok")
        {
            Assert.Equal(
                vector.GetProperty("parameters").EnumerateObject()
                    .Select(parameter => $"{parameter.Name}: {parameter.Value}")
                    .Order(StringComparer.Ordinal),
                result.Principal!.Claims
                    .Where(claim => claim.Type != ClaimTypes.NameIdentifier)
                    .Select(claim => $"{claim.Type}: {claim.Value}")
                    .Order(StringComparer.Ordinal));
            return;
        }

        var failure = Enum.GetValues<VkLaunchFailure>().Single(failure => Named(failure, verdict));
        Assert.Equal(TestLaunch.ExceptionOf(failure), result.Failure?.GetType());
        Assert.Equal(failure, ((MiniAppException)result.Failure!).Failure);
    }

    [Fact]
    public void File_was_not_cut_short()
    {
        var cases = File.GetProperty("cases").EnumerateArray();
        var counts = cases.CountBy(Result, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);

        Assert.Equal(320, counts.Values.Sum());
        Assert.Equal((100, 86, 33), (counts["ok"], counts["invalid_signature"], counts["malformed"]));
        Assert.Equal((29, 23, 18), (counts["missing_parameter"], counts["duplicate_parameter"], counts["unknown_app"]));
        Assert.Equal((14, 12, 5), (counts["no_user"], counts["expired"], counts["not_yet_valid"]));
    }

    private static JsonElement Read()
    {
        var path = Path.Combine(AppContext.BaseDirectory, "Vectors", "vk-launch.json");
        using var document = JsonDocument.Parse(System.IO.File.ReadAllBytes(path));
        return document.RootElement.Clone();
    }

    private static JsonElement Vector(int id) => File.GetProperty("cases").EnumerateArray().Single(vector => Id(vector) == id);

    private static bool Named(VkLaunchFailure failure, string name) =>
        JsonNamingPolicy.SnakeCaseLower.ConvertName(failure.ToString()) == name;

    private static int Id(JsonElement vector) => vector.GetProperty("id").GetInt32();

    private static string Result(JsonElement vector) => vector.GetProperty("result").GetString()!;

    private static string Token(JsonElement vector) => vector.GetProperty("token").GetString()!;

    /// <summary>One host for all cases, with the apps and the clock of the file.</summary>
    public sealed class VectorApp : IAsyncLifetime
    {
        internal TestApp Host { get; private set; } = null!;

        public async ValueTask InitializeAsync()
        {
            Host = await TestApp.StartAsync(options =>
            {
                options.AppId = null;
                options.AppSecret = null;
                options.Lifetime = TimeSpan.FromSeconds(File.GetProperty("lifetime_seconds").GetInt32());
                options.ClockSkew = TimeSpan.FromSeconds(File.GetProperty("clock_skew_seconds").GetInt32());
                foreach (var app in File.GetProperty("apps").EnumerateObject())
                {
                    var secrets = app.Value.EnumerateArray().Select(secret => secret.GetString()!);
                    options.AddApp(long.Parse(app.Name, CultureInfo.InvariantCulture), [.. secrets]);
                }
            });

            Host.Clock.Advance(TestLaunch.At(File.GetProperty("now").GetInt64()) - Host.Clock.GetUtcNow());
        }

        public ValueTask DisposeAsync() => Host.DisposeAsync();
    }
}
