using System.Security.Cryptography;
using System.Text;

namespace TelegramMiniApp;

/// <summary>What the widget's fields are hashed with: not the key of init data, so neither passes for the other.</summary>
internal static class TelegramLoginWidgetKey
{
    public static byte[] Derive(string botToken) => SHA256.HashData(Encoding.UTF8.GetBytes(botToken));
}
