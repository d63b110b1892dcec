namespace MiniApp.Tool.Platforms;

/// <summary>What a token is signed or verified with.</summary>
/// <param name="Id">The app's id, or the bot's; <see langword="null"/> where none is known.</param>
/// <param name="Key">The key; <see langword="null"/> where none is known.</param>
internal sealed record Credentials(long? Id, PlatformKey? Key);
