using Microsoft.Extensions.Options;

namespace MiniApp.AspNetCore.Redis;

/// <summary>Keeps a host from starting with options that can't work.</summary>
internal sealed class RedisOptionsCheck : IValidateOptions<MiniAppRedisOptions>
{
    private static readonly TimeSpan Most = TimeSpan.FromMinutes(1);

    public ValidateOptionsResult Validate(string? name, MiniAppRedisOptions options)
    {
        string?[] faults =
        [
            options.KeyPrefix is null || options.KeyPrefix.AsSpan().ContainsAny('{', '}')
                ? $"{nameof(MiniAppRedisOptions.KeyPrefix)} is a text without braces." : null,
            IsTime(options.Timeout) ? null : $"{nameof(MiniAppRedisOptions.Timeout)} is above 0 and at most one minute.",
            IsTime(options.BreakFor) ? null : $"{nameof(MiniAppRedisOptions.BreakFor)} is above 0 and at most one minute.",
            options.BreakAfter < 1 ? $"{nameof(MiniAppRedisOptions.BreakAfter)} is at least 1." : null,
        ];

        return faults.OfType<string>().ToArray() is { Length: > 0 } found
            ? ValidateOptionsResult.Fail(found.Select(fault => "Redis for mini apps: " + fault))
            : ValidateOptionsResult.Success;
    }

    private static bool IsTime(TimeSpan time) => time > TimeSpan.Zero && time <= Most;
}
