using MiniApp.Tool.Terminal;

namespace MiniApp.Tool.Platforms;

/// <summary>What the tool needs to know about a platform.</summary>
internal interface IPlatform
{
    /// <summary>The name on the command line.</summary>
    string Name { get; }

    /// <summary>The name in a sentence.</summary>
    string Title { get; }

    /// <summary>What a token is called in a sentence.</summary>
    string TokenName { get; }

    /// <summary>The scheme that is meant where none is named.</summary>
    string SchemeName { get; }

    /// <summary>What the platform calls the key that its tokens are signed with.</summary>
    string KeyName { get; }

    /// <summary>The settings that have keys, of which the first is the usual one.</summary>
    IReadOnlyList<string> KeySettings { get; }

    /// <summary>The id beside the key; <see langword="null"/> where the platform has none.</summary>
    PlatformId? Id { get; }

    /// <summary>How long a token is valid by default.</summary>
    TimeSpan DefaultLifetime { get; }

    /// <summary>The auth-schemes that a page may name before a token in its <c>Authorization</c> header.</summary>
    IReadOnlyList<string> AuthSchemes { get; }

    TokenFormat Format { get; }

    /// <summary>The settings with this key as the only one.</summary>
    /// <param name="settings">The scheme's settings.</param>
    /// <param name="key">The key.</param>
    /// <param name="place">Where it comes from.</param>
    /// <exception cref="UsageException">The key is not one of this platform.</exception>
    SchemeSettings GiveKey(SchemeSettings settings, string key, string place);

    /// <summary>The settings with this app or bot as the only one, and the keys of it that they have.</summary>
    /// <param name="settings">The scheme's settings.</param>
    /// <param name="id">The id of the app or the bot.</param>
    SchemeSettings GiveId(SchemeSettings settings, long id);

    /// <summary>Reads the settings as an application does.</summary>
    /// <exception cref="UsageException">They are unsound.</exception>
    IScheme Open(SchemeSettings settings, ToolEnvironment environment);

    /// <summary>A key of the platform's form that nobody has: what is refused under it is refused under any key.</summary>
    string MakeUpKey();

    /// <summary>The address by which the platform opens a page.</summary>
    Uri ToPageAddress(Uri page, string query);

    /// <summary>What a page sends behind the auth-scheme in its <c>Authorization</c> header.</summary>
    string ToToken(string query);

    /// <summary>The <c>Authorization</c> header by which a page sends it.</summary>
    string ToCredentials(IScheme scheme, string query) => $"{scheme.Options.AuthSchemes[0]} {ToToken(query)}";

    /// <summary>When a token claims to have been signed; <see langword="null"/> where it makes no such claim.</summary>
    DateTimeOffset? ReadTime(ReadOnlySpan<char> token);
}
