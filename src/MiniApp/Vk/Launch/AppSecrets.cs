namespace VkMiniApp;

/// <summary>The one rule of what may be an app and its keys.</summary>
internal static class AppSecrets
{
    /// <summary>Adds an app, or replaces its keys; throws what the options' <c>AddApp</c> promise, and never quotes a key.</summary>
    public static void Add(Dictionary<long, string[]> apps, long appId, string[] secrets)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(appId);
        ArgumentNullException.ThrowIfNull(secrets);

        if (secrets.Length == 0 || Array.Exists(secrets, string.IsNullOrWhiteSpace))
        {
            throw new ArgumentException($"App {appId} needs a protected key that is not empty.", nameof(secrets));
        }

        apps[appId] = [.. secrets];
    }
}
