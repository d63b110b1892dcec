namespace MiniApp.Tool;

/// <summary>How much of a token the verifiers look at by default, on every platform.</summary>
internal static class TokenLimits
{
    public const int MaxLength = 8192;
    public const int MaxParameters = 128;
}
