namespace VkMiniApp;

/// <summary>How much of a token is looked at before it is refused.</summary>
/// <param name="MaxTokenLength">In characters.</param>
/// <param name="MaxParameters">The unsigned ones included.</param>
internal sealed record LaunchQueryLimits(int MaxTokenLength, int MaxParameters)
{
    public static LaunchQueryLimits Default { get; } = new(MaxTokenLength: 8192, MaxParameters: 128);
}
