namespace VkMiniApp.AspNetCore;

/// <summary>The defaults of VK mini app authentication.</summary>
public static class VkMiniAppDefaults
{
    /// <summary>The scheme's name: <c>VkMiniApp</c>.</summary>
    public const string AuthenticationScheme = "VkMiniApp";

    /// <summary>The issuer of every claim: <c>VK</c>.</summary>
    public const string Issuer = "VK";
}
