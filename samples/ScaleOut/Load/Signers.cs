using VkMiniApp;

namespace ScaleOut.Load;

/// <summary>Stands for VK, which signs launches with whatever key the app has there.</summary>
internal sealed class Signers(long appId, string secret)
{
    private readonly VkLaunchParamsSigner _forger = new(appId, "nobody knows the real one");

    /// <summary>VK, with the key of now.</summary>
    public VkLaunchParamsSigner Vk { get; private set; } = new(appId, secret);

    public void ChangeSecret(string changed) => Vk = new(appId, changed);

    public string Launch(long userId) => Vk.SignToken(new() { UserId = userId });

    public string Forge(long userId) => _forger.SignToken(new() { UserId = userId });
}
