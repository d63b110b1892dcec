using Microsoft.AspNetCore.Http;

namespace MiniApp.AspNetCore.DevLauncher.Tests;

/// <summary>What the launcher remembers of calls, and for how long.</summary>
public class CallLogTests
{
    private static readonly CallDetails Nothing = CallDetails.Of(new DefaultHttpContext(), recording: null, at: 0);

    [Fact]
    public void Only_the_latest_calls_are_kept()
    {
        var log = new CallLog();
        for (var number = 1; number <= CallLog.Capacity + 1; number++)
        {
            log.Add(new Call(0, "GET", $"/{number}", StatusCodes.Status200OK, 1, null, null, Nothing));
        }

        var all = log.After(0);

        Assert.Equal((CallLog.Capacity, "/2", CallLog.Capacity + 1L), (all.Calls.Count, all.Calls[0].Path, all.Last));
        Assert.Equal($"/{CallLog.Capacity + 1}", Assert.Single(log.After(CallLog.Capacity).Calls).Path);
        Assert.Empty(log.After(CallLog.Capacity + 1).Calls);
    }

    [Fact]
    public void Number_of_a_time_before_the_server_was_started_again_means_nothing()
    {
        var log = new CallLog();
        log.Add(new Call(0, "GET", "/me", StatusCodes.Status200OK, 1, null, null, Nothing));

        Assert.Equal(1, log.After(17).Last);
        Assert.Single(log.After(17).Calls);
    }
}
