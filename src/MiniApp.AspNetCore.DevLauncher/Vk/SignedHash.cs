namespace VkMiniApp.AspNetCore.DevLauncher;

/// <summary>What the bridge answers to <c>VKWebAppCreateHash</c>.</summary>
/// <param name="Payload">What the request is about.</param>
/// <param name="Ts">When it was signed, in Unix seconds.</param>
/// <param name="Sign">The signature.</param>
internal sealed record SignedHash(string Payload, long Ts, string Sign);
