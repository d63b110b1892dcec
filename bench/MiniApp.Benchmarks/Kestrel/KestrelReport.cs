using System.Diagnostics;
using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using static VkMiniApp.Benchmarks.Markdown;

namespace VkMiniApp.Benchmarks;

/// <summary>
/// What a request that signs a user in takes of a processor over Kestrel, in the process of the server alone: another one sends the
/// requests. Each way to sign in has a second in every round.
/// </summary>
internal static class KestrelReport
{
    public const int DefaultRounds = 30;

    private static readonly TimeSpan Turn = TimeSpan.FromSeconds(1);

    public static async Task PrintAsync(int rounds)
    {
        var apps = SignIn.All.Select(signIn => new App(signIn)).ToArray();
        await Task.WhenAll(apps.Select(app => app.StartAsync()));

        var random = new Random(5);
        for (var round = -1; round < rounds; round++)
        {
            var turns = apps.ToArray();
            random.Shuffle(turns);
            foreach (var app in turns)
            {
                await app.MeasureAsync(isKept: round >= 0);
            }
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{rounds} rounds. {Machine.Describe()}."));
        Console.WriteLine("\n### A request over Kestrel that signs a user in, against a user who is ready");
        PrintHeader("Work", "CPU", "Ratio", "quartiles");
        foreach (var app in apps)
        {
            var ratios = app.Nanoseconds.Zip(apps[0].Nanoseconds, (own, ready) => own / ready).Order().ToArray();
            var range = app == apps[0] ? "" : $"{Number(Quantile(ratios, 0.25))} to {Number(Quantile(ratios, 0.75))}";
            PrintCells(app.Name, Time(Quantile([.. app.Nanoseconds.Order()], 0.5)), Number(Quantile(ratios, 0.5)), range);
            await app.DisposeAsync();
        }
    }

    private static double Quantile(double[] sorted, double part) => sorted[(int)Math.Round((sorted.Length - 1) * part)];

    /// <summary>An application with a server of its own, and the process that sends it requests.</summary>
    private sealed class App(SignIn signIn) : IAsyncDisposable
    {
        private readonly WebApplication _app = SignInApp.Build(signIn, (builder, _) => builder.WebHost.UseUrls("http://127.0.0.1:0"));
        private readonly List<double> _nanoseconds = [];
        private Process? _client;

        public string Name => signIn.Name;

        /// <summary>CPU a request in each round.</summary>
        public IReadOnlyList<double> Nanoseconds => _nanoseconds;

        public async Task StartAsync()
        {
            await _app.StartAsync();
            var address = new Uri(_app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());
            var (name, value) = signIn.Header(_app.Services);
            var start = new ProcessStartInfo("dotnet")
            {
                ArgumentList = { typeof(KestrelReport).Assembly.Location, "kestrel-client" },
                UseShellExecute = false,
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
            };

            _client = Process.Start(start)!;
            await _client.StandardInput.WriteLineAsync(address.Port.ToString(CultureInfo.InvariantCulture));
            await _client.StandardInput.WriteLineAsync($"{name}: {value}");
        }

        public async Task MeasureAsync(bool isKept)
        {
            var before = Environment.CpuUsage.TotalTime;
            await _client!.StandardInput.WriteLineAsync(Turn.TotalMilliseconds.ToString(CultureInfo.InvariantCulture));
            var answer = await _client.StandardOutput.ReadLineAsync();
            var requests = int.Parse(answer!, CultureInfo.InvariantCulture);
            if (isKept)
            {
                _nanoseconds.Add((Environment.CpuUsage.TotalTime - before).TotalNanoseconds / requests);
            }
        }

        public async ValueTask DisposeAsync()
        {
            // At the end of its input, the client ends.
            _client!.StandardInput.Close();
            await _client.WaitForExitAsync();
            _client.Dispose();
            await _app.DisposeAsync();
        }
    }
}
