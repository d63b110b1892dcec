using System.Text.Json.Serialization;
using MiniApp.AspNetCore.DevLauncher;

namespace VkMiniApp.AspNetCore.DevLauncher;

/// <summary>What VK signs of a user.</summary>
[JsonConverter(typeof(NameJsonConverter<VkContactField>))]
internal enum VkContactField
{
    /// <summary>What <c>VKWebAppGetPhoneNumber</c> answers.</summary>
    PhoneNumber,

    /// <summary>What <c>VKWebAppGetEmail</c> answers.</summary>
    Email,
}
