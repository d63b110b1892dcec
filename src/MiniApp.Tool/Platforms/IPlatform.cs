using MiniApp.Tool.Keys;

namespace MiniApp.Tool.Platforms;

/// <summary>What the commands have to know of a platform.</summary>
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

    TokenShape Shape { get; }

    /// <summary>The signed query.</summary>
    /// <param name="launch">What is to be signed.</param>
    /// <param name="credentials">The key, which must be there, and the id.</param>
    /// <param name="clock">The clock that the launch's age counts from.</param>
    /// <exception cref="ToolException">The key, the id or the launch is not one of this platform.</exception>
    string Sign(Launch launch, Credentials credentials, TimeProvider clock);

    /// <summary>The address by which the platform opens a page.</summary>
    Uri ToPageAddress(Uri page, string query);

    /// <summary>The <c>Authorization</c> header that a page sends to its back end.</summary>
    string ToAuthorization(string query);

    /// <summary>What judges tokens, any text being one; <see langword="null"/> where the credentials are not enough for that.</summary>
    /// <exception cref="ToolException">The key is not one of this platform.</exception>
    Func<ReadOnlySpan<char>, Verdict>? CreateJudge(Credentials credentials, TimeSpan lifetime, TimeProvider clock);

    /// <summary>A key of the platform's form that nobody has: it tells what would be refused under any key.</summary>
    FoundSetting MakeUpKey();

    /// <summary>When a token says that it was signed; <see langword="null"/> where it says nothing of the kind.</summary>
    DateTimeOffset? ReadTime(ReadOnlySpan<char> token);

    /// <summary>A refusal in plain words.</summary>
    Explanation Explain(string reason);
}
