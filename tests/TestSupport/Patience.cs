using System.Globalization;

namespace TestSupport;

/// <summary>
/// How long a test waits by the wall clock for what has to come. Only one that fails waits so long: <c>tests/mutation</c>, which has them fail by the
/// thousand, sets fewer seconds in the environment as <c>TEST_PATIENCE</c>.
/// </summary>
public static class Patience
{
    public static TimeSpan Limit { get; } = TimeSpan.FromSeconds(
        Environment.GetEnvironmentVariable("TEST_PATIENCE") is { Length: > 0 } seconds ? int.Parse(seconds, CultureInfo.InvariantCulture) : 30);
}
