using System.Text.Json.Serialization;
using MiniApp.AspNetCore.DevLauncher;

namespace VkMiniApp.AspNetCore.DevLauncher;

/// <summary>What the page and its endpoints tell each other of VK.</summary>
[JsonSerializable(typeof(VkLauncherSettings))]
[JsonSerializable(typeof(VkLaunchRequest))]
[JsonSerializable(typeof(HashRequest))]
[JsonSerializable(typeof(SignedHash))]
[JsonSerializable(typeof(VkContactRequest))]
[JsonSerializable(typeof(SharedContact))]
[JsonSerializable(typeof(VkPaymentRequest))]
[JsonSerializable(typeof(SignedPayment))]
internal sealed partial class VkLauncherJson : JsonSerializerContext
{
    public static VkLauncherJson Strict { get; } = new(JsonRules.Create());
}
