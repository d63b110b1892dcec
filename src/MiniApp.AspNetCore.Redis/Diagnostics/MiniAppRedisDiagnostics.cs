namespace MiniApp.AspNetCore.Redis;

/// <summary>The names under which Redis can be watched, in the meter <see cref="MiniAppDiagnostics.MeterName"/>.</summary>
public static class MiniAppRedisDiagnostics
{
    /// <summary>
    /// A histogram of how long calls take, in seconds, with the tags <see cref="Use"/> and, where a call failed, <see cref="Fault"/>:
    /// <c>miniapp.redis.call.duration</c>.
    /// </summary>
    public const string CallDuration = "miniapp.redis.call.duration";

    /// <summary>A gauge that is 1 while calls are kept back, because several in a row had no answer, else 0: <c>miniapp.redis.breaker.open</c>.</summary>
    public const string BreakerOpen = "miniapp.redis.breaker.open";

    /// <summary>The tag with what a call was for, <c>launches</c>, <c>revocations</c> or <c>keys</c>: <c>miniapp.redis.use</c>.</summary>
    public const string Use = "miniapp.redis.use";

    /// <summary>The tag with why a call failed, such as <c>no answer in time</c>: <c>miniapp.redis.fault</c>.</summary>
    public const string Fault = "miniapp.redis.fault";
}
