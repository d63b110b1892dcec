using MiniApp.Tool.Terminal;

namespace MiniApp.Tool.Platforms;

/// <summary>What the tool needs to know about a platform.</summary>
internal interface IPlatform
{
    /// <summary>The name on the command line.</summary>
    string Name { get; }

    /// <summary>The name in a sentence.</summary>
    string Title { get; }

    /// <summary>What the platform calls the key that its tokens are signed with.</summary>
    string KeyName { get; }

    /// <summary>Where an application has the key in its configuration.</summary>
    string KeySetting { get; }

    /// <summary>The id beside the key; <see langword="null"/> where the platform has none.</summary>
    PlatformId? Id { get; }

    /// <summary>How long a token is valid by default.</summary>
    TimeSpan Lifetime { get; }

    /// <summary>How far a token's time may be ahead of the clock by default.</summary>
    TimeSpan ClockSkew { get; }

    /// <summary>The auth-schemes that a page may name before a token in its <c>Authorization</c> header, the usual one first.</summary>
    IReadOnlyList<string> AuthSchemes { get; }

    TokenFormat Format { get; }

    /// <summary>Signs a launch.</summary>
    /// <param name="launch">What is to be signed.</param>
    /// <param name="credentials">The key, which must be there, and the id, which must be there unless it is in the key.</param>
    /// <param name="clock">The clock that the launch's age counts from.</param>
    /// <returns>The signed query.</returns>
    /// <exception cref="UsageException">The key or the launch is not one of this platform.</exception>
    string Sign(LaunchDescriptor launch, Credentials credentials, TimeProvider clock);

    /// <summary>The address by which the platform opens a page.</summary>
    Uri ToPageAddress(Uri page, string query);

    /// <summary>The <c>Authorization</c> header that a page sends to its back end.</summary>
    string ToAuthorization(string query);

    /// <summary>Creates what judges tokens; it takes any text.</summary>
    /// <returns><see langword="null"/> where the credentials are not enough to judge by.</returns>
    /// <exception cref="UsageException">The key is not one of this platform.</exception>
    Func<ReadOnlySpan<char>, Verdict>? CreateJudge(Credentials credentials, TimeSpan lifetime, TimeProvider clock);

    /// <summary>A key of the platform's form that nobody has: what is refused under it is refused under any key.</summary>
    PlatformKey MakeUpKey();

    /// <summary>When a token claims to have been signed; <see langword="null"/> where it makes no such claim.</summary>
    DateTimeOffset? ReadTime(ReadOnlySpan<char> token);
}
