using MiniApp.Tool.Terminal;

namespace MiniApp.Tool.Platforms;

/// <summary>What Telegram and MAX have in common: init data in an address's fragment, proved with a bot's token.</summary>
internal abstract class InitDataPlatform(string keyHint) : IPlatform
{
    public abstract string Name { get; }

    public abstract string Title { get; }

    public string KeyName => "bot token";

    public abstract string KeySetting { get; }

    public abstract PlatformId? Id { get; }

    public abstract TimeSpan Lifetime { get; }

    public abstract TimeSpan ClockSkew { get; }

    public abstract IReadOnlyList<string> AuthSchemes { get; }

    public abstract TokenFormat Format { get; }

    public string Sign(LaunchDescriptor launch, Credentials credentials, TimeProvider clock) =>
        launch.Parameters.ContainsKey("hash")
            ? throw new UsageException("hash is what signing adds.", "Sign, and change the result by hand.")
            : WithKey(credentials, key => Sign(launch, key, clock));

    public abstract Uri ToPageAddress(Uri page, string query);

    public string ToAuthorization(string query) => $"{AuthSchemes[0]} {query}";

    public abstract Func<ReadOnlySpan<char>, Verdict>? CreateJudge(Credentials credentials, TimeSpan lifetime, TimeProvider clock);

    public abstract PlatformKey MakeUpKey();

    public abstract DateTimeOffset? ReadTime(ReadOnlySpan<char> token);

    protected abstract string Sign(LaunchDescriptor launch, string botToken, TimeProvider clock);

    /// <summary>Uses the key, and refuses one that is not a bot token; what the exception says is for programmers.</summary>
    protected T WithKey<T>(Credentials credentials, Func<string, T> use)
    {
        try
        {
            return use(credentials.Key!.Value);
        }
        catch (ArgumentException)
        {
            throw new UsageException($"The key ({credentials.Key}) is not a bot token.", keyHint);
        }
    }

    /// <summary>The address of a page with the init data in its fragment, where the page's script finds it.</summary>
    protected Uri ToPageAddress(Uri page, string query, string rest) =>
        new UriBuilder(page) { Fragment = $"{Format.Fragment}={Uri.EscapeDataString(query)}{rest}" }.Uri;
}
