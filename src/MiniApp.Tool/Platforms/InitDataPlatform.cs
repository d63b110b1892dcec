using MiniApp.Tool.Keys;

namespace MiniApp.Tool.Platforms;

/// <summary>What Telegram and MAX have in common: init data in an address fragment, proved with a bot's token.</summary>
internal abstract class InitDataPlatform(InitDataExplanations explanations, string keyHint) : IPlatform
{
    public abstract string Name { get; }

    public abstract string Title { get; }

    public string KeyName => "bot token";

    public abstract string KeySetting { get; }

    public abstract PlatformId? Id { get; }

    public abstract TimeSpan Lifetime { get; }

    public abstract TokenShape Shape { get; }

    public string Sign(Launch launch, Credentials credentials, TimeProvider clock) =>
        launch.Parameters.ContainsKey("hash")
            ? throw new ToolException("hash is what signing makes.", "Sign, and change the result by hand.")
            : WithKey(credentials, key => Sign(launch, key, clock));

    public abstract Uri ToPageAddress(Uri page, string query);

    public abstract string ToAuthorization(string query);

    public abstract Func<ReadOnlySpan<char>, Verdict>? CreateJudge(Credentials credentials, TimeSpan lifetime, TimeProvider clock);

    public abstract FoundSetting MakeUpKey();

    public abstract DateTimeOffset? ReadTime(ReadOnlySpan<char> token);

    public Explanation Explain(string reason) => explanations.Of(reason);

    protected abstract string Sign(Launch launch, string botToken, TimeProvider clock);

    /// <summary>Uses the key, and complains of one that is no bot token; what the exception says is for programmers.</summary>
    protected T WithKey<T>(Credentials credentials, Func<string, T> use)
    {
        try
        {
            return use(credentials.Key!.Value);
        }
        catch (ArgumentException)
        {
            throw new ToolException($"The key ({credentials.Key}) is no bot token.", keyHint);
        }
    }

    /// <summary>The address of a page with the init data in its fragment, where the page's script finds it.</summary>
    protected Uri ToPageAddress(Uri page, string query, string rest) =>
        new UriBuilder(page) { Fragment = $"{Shape.Fragment}={Uri.EscapeDataString(query)}{rest}" }.Uri;
}
