using Microsoft.AspNetCore.Authentication;

namespace MiniApp.AspNetCore.Tests;

/// <summary>The exceptions of a platform's failures, which are made once.</summary>
public class MiniAppFailuresTests
{
    private static readonly MiniAppFailures<DayOfWeek> Failures =
        new(failure => failure == DayOfWeek.Monday ? new Own() : new MiniAppMalformedException(failure, "Closed on " + failure));

    [Fact]
    public void Every_failure_has_one_exception_that_names_it()
    {
        Assert.All(Enum.GetValues<DayOfWeek>(), failure => Assert.Equal(failure, Failures[failure].Failure));
        Assert.Same(Failures[DayOfWeek.Sunday], Failures[DayOfWeek.Sunday]);
        Assert.Equal("Closed on Sunday", Failures[DayOfWeek.Sunday].Message);
        Assert.IsType<Own>(Failures[DayOfWeek.Monday]);
    }

    [Fact]
    public void Failure_without_a_name_has_none() => Assert.Throws<KeyNotFoundException>(() => Failures[(DayOfWeek)7]);

    [Fact]
    public void Exception_is_one_of_the_frameworks_and_needs_a_failure()
    {
        Assert.IsType<AuthenticationFailureException>(Failures[DayOfWeek.Sunday], exactMatch: false);
        Assert.Throws<ArgumentNullException>("failure", () => new MiniAppExpiredException(null!, ""));
    }

    private sealed class Own() : MiniAppException(DayOfWeek.Monday, "Mondays");
}
