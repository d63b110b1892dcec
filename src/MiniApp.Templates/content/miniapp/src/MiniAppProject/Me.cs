namespace MiniAppNamespace;

/// <summary>What <c>/me</c> answers.</summary>
/// <param name="User">The user, such as <c>PLATFORM_NAME:42</c>: one text for each user of each platform, and a key for your tables.</param>
internal sealed record Me(string User);
