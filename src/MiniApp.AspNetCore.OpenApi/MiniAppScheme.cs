namespace MiniApp.AspNetCore.OpenApi;

/// <summary>A mini app scheme of the application, with its options as they are now.</summary>
internal sealed record MiniAppScheme(string Name, MiniAppOptions Options);
