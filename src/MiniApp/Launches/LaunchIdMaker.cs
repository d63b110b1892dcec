using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;

namespace MiniApp;

/// <summary>Makes ids of launches.</summary>
internal static class LaunchIdMaker
{
    public static LaunchId Make(string platform, ImmutableArray<KeyValuePair<string, string>> values)
    {
        var text = string.Join('\n', values.Where(value => value.Key is not ("hash" or "signature")).Select(value => value.Key + "=" + value.Value));
        return LaunchId.FromBytes(SHA256.HashData(Encoding.UTF8.GetBytes(platform + text)).AsSpan(0, LaunchId.Length));
    }
}
