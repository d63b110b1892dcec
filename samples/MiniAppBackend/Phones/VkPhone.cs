namespace MiniAppBackend;

/// <summary>What the page got from <c>VKWebAppGetPhoneNumber</c>.</summary>
internal sealed record VkPhone(string? PhoneNumber, string? Sign);
