namespace MiniApp.AspNetCore.DevLauncher.Tests;

/// <summary>How the starts of one run of <c>dotnet watch</c> are known from those of another.</summary>
public class WatchRunTests
{
    [Theory]
    [InlineData(null)]
    [InlineData("0")]
    [InlineData("")]
    public void Application_that_is_started_without_it_is_in_no_run(string? watch) =>
        Assert.Null(WatchRun.Find(name => name == "DOTNET_WATCH" ? watch : "x"));

    [Theory]
    [InlineData("key", "1", true)]
    [InlineData("key", "2", true)]
    [InlineData("key", null, true)]
    [InlineData(null, "1", false)]
    [InlineData(null, null, false)]
    [InlineData(null, "2", true)]
    public void Start_may_continue_a_run_that_is_known_or_that_had_a_start_before(string? key, string? iteration, bool mayContinue)
    {
        var run = WatchRun.Find(name => name switch
        {
            "DOTNET_WATCH" => "1",
            "ASPNETCORE_AUTO_RELOAD_WS_KEY" => key,
            "DOTNET_WATCH_ITERATION" => iteration,
            _ => null,
        });

        Assert.Equal((key ?? "", mayContinue), (run!.Id, run.MayContinue));
    }
}
