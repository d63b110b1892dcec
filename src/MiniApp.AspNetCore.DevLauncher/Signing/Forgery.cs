using System.Security.Cryptography;

namespace MiniApp.AspNetCore.DevLauncher;

/// <summary>What somebody has who signs launches without being the platform.</summary>
internal static class Forgery
{
    private const int KeyLength = 16;

    /// <summary>A key that nobody else has, as text.</summary>
    public static string Key() => RandomNumberGenerator.GetHexString(KeyLength);

    /// <summary>The id of an app, or a bot, that is none of these.</summary>
    public static long UnknownId(IReadOnlyCollection<long> known) =>
        Enumerable.Range(1, known.Count + 1).Select(id => (long)id).First(id => !known.Contains(id));
}
