namespace MiniApp.AspNetCore;

/// <summary>What can be demanded of any platform's launch, with the sentences that say so.</summary>
/// <param name="platform">The platform: the claims' original issuer.</param>
internal sealed class PlatformDemands(string platform)
{
    /// <summary>A copy of a list of names, which must not be empty: nobody means to let nobody in.</summary>
    /// <exception cref="ArgumentException">The list is empty, or a name in it is.</exception>
    public static string[] Require(string[] values, string parameterName)
    {
        ArgumentNullException.ThrowIfNull(values, parameterName);

        return values.Length > 0 && !Array.Exists(values, string.IsNullOrEmpty) ? [.. values]
            : throw new ArgumentException("There must be at least one, and none may be empty.", parameterName);
    }

    public static string Or<T>(IEnumerable<T> values) => string.Join(" or ", values);

    /// <summary>A user of the platform: any, or one of these.</summary>
    /// <exception cref="ArgumentException">An id is not above 0.</exception>
    public LaunchRequirement User(string claimType, long[] userIds)
    {
        var accepted = RequireIds(userIds, nameof(userIds));

        return accepted.Length == 0
            ? Create($"The user must be a user of {platform}.", launch => launch.Number(claimType) > 0)
            : Create($"The user must be one of those users of {platform} that are named.", launch => launch.IsOneOf(claimType, accepted));
    }

    /// <summary>One of these ids in a claim.</summary>
    /// <exception cref="ArgumentException">There is none, or one is not above 0.</exception>
    public LaunchRequirement OneOf(string claimType, long[] ids, string subject, string parameterName)
    {
        var accepted = RequireIds(ids, parameterName);

        return accepted.Length > 0
            ? Create($"{subject} must be {Or(accepted)}.", launch => launch.IsOneOf(claimType, accepted))
            : throw new ArgumentException("There must be at least one.", parameterName);
    }

    /// <summary>One of these names in a claim.</summary>
    /// <exception cref="ArgumentException">There is none, or one is empty.</exception>
    public LaunchRequirement OneOf(string claimType, string[] names, string subject, string parameterName)
    {
        var accepted = Require(names, parameterName);
        return Create($"{subject} must be {Or(accepted)}.", launch => launch.IsOneOf(claimType, accepted));
    }

    public LaunchRequirement Create(string demand, Func<LaunchClaims, bool> isMet) => new(platform, demand, (launch, _) => isMet(launch));

    private static long[] RequireIds(long[] values, string parameterName)
    {
        ArgumentNullException.ThrowIfNull(values, parameterName);

        return Array.TrueForAll(values, value => value > 0) ? [.. values]
            : throw new ArgumentException("An id is above 0.", parameterName);
    }
}
