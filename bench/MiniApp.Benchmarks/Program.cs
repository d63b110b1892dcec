using System.Globalization;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using VkMiniApp.Benchmarks;

switch (args)
{
    case ["ratios"]:
        return await Report.PrintAsync(Report.DefaultRounds);

    case ["ratios", "--rounds", var text] when IsCount(text, out var rounds):
        return await Report.PrintAsync(rounds);

    case ["ratios", "--rounds", var text, "--table", var which]
        when IsCount(text, out var rounds) && IsCount(which, out var table) && table <= Report.TableCount:
        await Report.PrintTableAsync(table, rounds);
        return 0;

    case ["kestrel"]:
        await KestrelReport.PrintAsync(KestrelReport.DefaultRounds);
        return 0;

    case ["kestrel", "--rounds", var text] when IsCount(text, out var rounds):
        await KestrelReport.PrintAsync(rounds);
        return 0;

    case ["kestrel-client"]:
        await KestrelClient.RunAsync(Console.In, Console.Out);
        return 0;

    case ["ratios", ..]:
        await Console.Error.WriteLineAsync($"Usage: ratios [--rounds N [--table T]], with N above 0 and T from 1 to {Report.TableCount}");
        return 2;
}

// In one process, so that what is compared shares a warm-up, a clock and a machine's mood.
var job = Job.Default.WithToolchain(InProcessEmitToolchain.Instance).WithGcServer(false);
var config = ManualConfig.Create(DefaultConfig.Instance).AddJob(job).WithOptions(ConfigOptions.DisableOptimizationsValidator);

BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args, config);
return 0;

static bool IsCount(string text, out int count) =>
    int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out count) && count > 0;
