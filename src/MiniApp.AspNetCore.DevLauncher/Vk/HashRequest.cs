namespace VkMiniApp.AspNetCore.DevLauncher;

/// <summary>What the page in the frame wants to have signed by <c>VKWebAppCreateHash</c>, for the user of the open launch.</summary>
/// <param name="AppId">The app.</param>
/// <param name="UserId">The user.</param>
/// <param name="Payload">What the request is about.</param>
internal sealed record HashRequest(long AppId, long UserId, string Payload);
