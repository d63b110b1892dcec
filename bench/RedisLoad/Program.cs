using System.Diagnostics;
using System.Globalization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.TestHost;
using MiniApp.AspNetCore;
using TestSupport;
using VkMiniApp;

// What Redis costs: `dotnet run -c Release --project bench/RedisLoad`. It starts a redis-server of its own.
const long AppId = 6736218;
const string Secret = "wvl68m4dR1UpLrVRli";

await using var redis = await RedisServer.StartAsync();
await using var shared = await StartAsync(redis);
await using var alone = await StartAsync(null);
var ledger = shared.Services.GetRequiredService<ILaunchLedger>();

await ClaimAsync(ledger, inFlight: 32, count: 50_000);
foreach (var (inFlight, count) in new[] { (1, 20_000), (32, 300_000), (128, 500_000) })
{
    var (times, elapsed, cpu) = await ClaimAsync(ledger, inFlight, count);
    Array.Sort(times);
    Say($"claims, {inFlight} in flight: p50 {times[count / 2]:0} µs, p99 {times[count * 99 / 100]:0} µs, {count / elapsed.TotalSeconds:0} a second, {Each(cpu, count):0.0} µs of CPU each");
}

await redis.SendAsync("FLUSHALL");
await ClaimAsync(ledger, inFlight: 1, count: 1);
var before = await MemoryAsync();
await ClaimAsync(ledger, inFlight: 128, count: 500_000);
Say($"memory of Redis a launch: {(await MemoryAsync() - before) / 500_000.0:0} B");

foreach (var (name, app) in new[] { ("in the process", alone), ("in Redis", shared), ("in the process", alone), ("in Redis", shared) })
{
    await ExchangeAsync(app, 2_000);
    Say($"CPU of an exchange, ledger {name}: {Each(await ExchangeAsync(app, 20_000), 20_000):0} µs");
}

static void Say(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));

static double Each(TimeSpan cpu, int count) => cpu.TotalMicroseconds / count;

static async Task<WebApplication> StartAsync(RedisServer? redis)
{
    var builder = WebApplication.CreateSlimBuilder();
    builder.Logging.ClearProviders();
    builder.WebHost.UseTestServer();
    builder.Services.AddAuthentication().AddVkMiniApp(options => options.AddApp(AppId, Secret)).AddMiniAppSessions();
    builder.Services.AddAuthorization();
    if (redis is null)
    {
        builder.Services.AddDataProtection().UseEphemeralDataProtectionProvider();
    }
    else
    {
        builder.Services.AddMiniAppRedis(redis.Address, options => options.Timeout = TimeSpan.FromSeconds(10));
    }

    var app = builder.Build();
    app.MapMiniAppSessions("/session");
    await app.StartAsync();
    return app;
}

// As many callers as are to be in flight, each of which claims one key after the other.
static async Task<(double[] Times, TimeSpan Elapsed, TimeSpan Cpu)> ClaimAsync(ILaunchLedger ledger, int inFlight, int count)
{
    var times = new double[count];
    var next = -1;
    var keepUntil = TimeProvider.System.GetUtcNow().AddHours(2);
    var (start, cpu) = (Stopwatch.GetTimestamp(), Environment.CpuUsage.TotalTime);
    await Task.WhenAll(Enumerable.Range(0, inFlight).Select(_ => Task.Run(async () =>
    {
        for (var i = Interlocked.Increment(ref next); i < count; i = Interlocked.Increment(ref next))
        {
            var begun = Stopwatch.GetTimestamp();
            var answer = await ledger.ClaimAsync(new LedgerClaim(Guid.NewGuid(), i, keepUntil));
            times[i] = Stopwatch.GetElapsedTime(begun).TotalMicroseconds;
            if (answer.Outcome is not LedgerOutcome.First)
            {
                throw new InvalidOperationException($"A new key was answered with {answer.Outcome}.");
            }
        }
    })));
    return (times, Stopwatch.GetElapsedTime(start), Environment.CpuUsage.TotalTime - cpu);
}

static async Task<TimeSpan> ExchangeAsync(WebApplication app, int count)
{
    var signer = new VkLaunchParamsSigner(AppId, Secret);
    string[] launches = [.. Enumerable.Range(0, count).Select(_ => signer.SignToken(new() { UserId = Random.Shared.NextInt64(1, 1L << 40) }))];
    var server = app.GetTestServer();
    var next = -1;
    var cpu = Environment.CpuUsage.TotalTime;
    await Task.WhenAll(Enumerable.Range(0, 32).Select(_ => Task.Run(async () =>
    {
        for (var i = Interlocked.Increment(ref next); i < count; i = Interlocked.Increment(ref next))
        {
            var context = await server.SendAsync(request =>
            {
                request.Request.Method = HttpMethods.Post;
                request.Request.Path = "/session";
                request.Request.Headers.Authorization = "Bearer " + launches[i];
                request.Request.Headers["Launch-Binding"] = "the-binding-of-the-page";
            });
            if (context.Response.StatusCode != StatusCodes.Status200OK)
            {
                throw new InvalidOperationException($"A new launch was answered with {context.Response.StatusCode}.");
            }
        }
    })));
    return Environment.CpuUsage.TotalTime - cpu;
}

async Task<long> MemoryAsync()
{
    var info = await redis.SendAsync("INFO", "memory");
    return long.Parse(info.Split("used_memory:")[1].Split('\r')[0], CultureInfo.InvariantCulture);
}
