using MiniApp.Tool.Platforms;
using MiniApp.Tool.Terminal;

namespace MiniApp.Tool.Keys;

/// <summary>What to say where a key or an id is needed and there is none.</summary>
internal static class MissingCredentials
{
    /// <summary>Signing takes a key, and the id where the key does not contain it.</summary>
    /// <exception cref="UsageException">One of them is missing.</exception>
    public static void ThrowIfCannotSign(SchemeSettings settings, IPlatform platform)
    {
        if (!platform.KeySettings.Any(settings.Has))
        {
            throw NoKey(platform, HintForSigning(settings, platform));
        }

        ThrowIfNoId(settings, platform);
    }

    /// <summary>Judging takes a key, or the id that serves instead.</summary>
    /// <exception cref="UsageException">One of them is missing.</exception>
    public static void ThrowIfCannotJudge(SchemeSettings settings, IPlatform platform)
    {
        if (!CanJudge(settings, platform))
        {
            throw NoKey(platform, HintForJudging(settings, platform));
        }

        ThrowIfNoId(settings, platform);
    }

    /// <summary>Whether there is a key, or an id that serves instead.</summary>
    public static bool CanJudge(SchemeSettings settings, IPlatform platform) =>
        platform.KeySettings.Any(settings.Has) || platform.Id is { IsEnough: true } id && settings.Has(id.Setting);

    /// <summary>How to give the key, or the id that serves instead where nothing is to be signed.</summary>
    public static string HintForJudging(SchemeSettings settings, IPlatform platform) =>
        platform.Id is { IsEnough: true } id
            ? $"{Hint(settings, platform)} {id.Option} alone is enough to judge by {platform.Title}'s own signature."
            : Hint(settings, platform);

    /// <summary>How to give the key.</summary>
    public static string Hint(SchemeSettings settings, IPlatform platform) =>
        $"Set {Places(settings, platform.KeySettings[0])}, name the application's project with --project, or pipe the key in with --secret-stdin.";

    /// <summary>Some platforms take an id beside the key.</summary>
    /// <exception cref="UsageException">It is missing.</exception>
    public static void ThrowIfNoId(SchemeSettings settings, IPlatform platform)
    {
        if (platform.Id is { IsEnough: false } id && !settings.Has(id.Setting) && !settings.Has(id.Group))
        {
            throw new UsageException($"There is no {id.Name}.", $"Give {id.Option}, or set {Places(settings, id.Setting)}.");
        }
    }

    private static string HintForSigning(SchemeSettings settings, IPlatform platform) =>
        platform.Id is { IsEnough: true } id && settings.Has(id.Setting)
            ? $"{Hint(settings, platform)} A {id.Name} is enough to judge, but not to sign."
            : Hint(settings, platform);

    private static string Places(SchemeSettings settings, string setting)
    {
        var path = SchemeSettings.PathOf(settings.Scheme, setting);
        return $"the environment variable {EnvironmentVariables.NameOf(path)} or the user secret {path}";
    }

    private static UsageException NoKey(IPlatform platform, string hint) =>
        new($"There is no {platform.KeyName} for {platform.Title}.", hint);
}
