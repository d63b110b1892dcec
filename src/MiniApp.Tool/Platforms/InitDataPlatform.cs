using MiniApp.Tool.Terminal;

namespace MiniApp.Tool.Platforms;

/// <summary>What Telegram and MAX have in common: init data in an address's fragment, proved with a bot's token.</summary>
internal abstract class InitDataPlatform(string keyHint) : IPlatform
{
    protected const string BotToken = "BotToken";
    protected const string Bots = "Bots";

    public abstract string Name { get; }

    public abstract string Title { get; }

    public string TokenName => "init data";

    public abstract string SchemeName { get; }

    public string KeyName => "bot token";

    public IReadOnlyList<string> KeySettings { get; } = [BotToken, Bots];

    public abstract PlatformId? Id { get; }

    public TimeSpan DefaultLifetime => InitDataVerifierOptions.DefaultLifetime;

    public abstract IReadOnlyList<string> AuthSchemes { get; }

    public abstract TokenFormat Format { get; }

    public SchemeSettings GiveKey(SchemeSettings settings, string key, string place) => IsKey(key)
        ? settings.Without([.. KeySettings, .. Id is { } id ? [id.Setting] : (string[])[]]).With(BotToken, key, place)
        : throw new UsageException($"The key ({place}) is not a bot token.", keyHint);

    public abstract SchemeSettings GiveId(SchemeSettings settings, long id);

    public abstract IScheme Open(SchemeSettings settings, ToolEnvironment environment);

    public abstract string MakeUpKey();

    public abstract Uri ToPageAddress(Uri page, string query);

    public string ToToken(string query) => query;

    public abstract DateTimeOffset? ReadTime(ReadOnlySpan<char> token);

    protected abstract bool IsKey(string text);

    /// <summary>The address of a page with the init data in its fragment, where the page's script finds it.</summary>
    protected Uri ToPageAddress(Uri page, string query, string rest) =>
        new UriBuilder(page) { Fragment = $"{Format.Fragment}={Uri.EscapeDataString(query)}{rest}" }.Uri;
}
