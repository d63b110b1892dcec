namespace VkMiniApp.AspNetCore.DevLauncher;

/// <summary>A payment notification, ready to be posted.</summary>
/// <param name="Body">The form, <c>sig</c> included.</param>
internal sealed record SignedPayment(string Body);
