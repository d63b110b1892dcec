using MiniApp;

namespace VkMiniApp;

/// <summary>What a token may look like, and how much of it is looked at before it is refused.</summary>
/// <param name="MaxTokenLength">In characters.</param>
/// <param name="MaxParameters">The unsigned ones included.</param>
/// <param name="AcceptJson">Whether it may be the bridge's object.</param>
internal sealed record LaunchQueryLimits(
    int MaxTokenLength = TokenLimits.DefaultMaxTokenLength, int MaxParameters = TokenLimits.DefaultMaxParameters, bool AcceptJson = false);
