using MiniApp.Tool.Platforms;
using MiniApp.Tool.Terminal;

namespace MiniApp.Tool.Keys;

/// <summary>What to say where a key or an id is needed and there is none.</summary>
internal static class MissingCredentials
{
    /// <summary>Signing takes the key, and the id where the key does not contain it.</summary>
    /// <exception cref="UsageException">One of them is missing.</exception>
    public static void ThrowIfCannotSign(Credentials credentials, IPlatform platform)
    {
        if (credentials.Key is null)
        {
            throw NoKey(platform, Hint(platform));
        }

        if (credentials.Id is null && platform.Id is { IsInKey: false } id)
        {
            throw NoId(id);
        }
    }

    /// <summary>What to say where the platform finds that the credentials are not enough to judge by.</summary>
    public static UsageException ForJudging(Credentials credentials, IPlatform platform) =>
        credentials.Key is not null && platform.Id is { } id ? NoId(id) : NoKey(platform, HintForJudging(platform));

    /// <summary>How to give the key, or the id that serves instead where nothing is to be signed.</summary>
    public static string HintForJudging(IPlatform platform) =>
        platform.Id is { IsInKey: true } id
            ? $"{Hint(platform)} {id.Option} alone is enough to judge by {platform.Title}'s own signature."
            : Hint(platform);

    private static string Hint(IPlatform platform) =>
        $"Set the environment variable {SettingFinder.Variable(platform.KeySetting)} or the user secret {platform.KeySetting}, "
        + "or pipe the key in with --secret-stdin.";

    private static UsageException NoKey(IPlatform platform, string hint) =>
        new($"There is no {platform.KeyName} for {platform.Title}.", hint);

    private static UsageException NoId(PlatformId id) => new(
        $"There is no {id.Name}.",
        $"Give {id.Option}, or set the environment variable {SettingFinder.Variable(id.Setting)} or the user secret {id.Setting}.");
}
