using System.Globalization;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using VkMiniApp.Benchmarks;

switch (args)
{
    case ["ratios"]:
        await Report.PrintAsync(Report.DefaultRounds);
        return 0;

    case ["ratios", "--rounds", var text]
        when int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var rounds) && rounds > 0:
        await Report.PrintAsync(rounds);
        return 0;

    case ["ratios", ..]:
        await Console.Error.WriteLineAsync("Usage: ratios [--rounds N], with N above 0");
        return 2;
}

// In one process, so that what is compared shares a warm-up, a clock and a machine's mood.
var job = Job.Default.WithToolchain(InProcessEmitToolchain.Instance).WithGcServer(false);
var config = ManualConfig.Create(DefaultConfig.Instance).AddJob(job).WithOptions(ConfigOptions.DisableOptimizationsValidator);

BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args, config);
return 0;
