namespace MiniApp;

/// <summary>How much of a token the verifiers look at by default, on every platform.</summary>
internal static class TokenLimits
{
    public const int DefaultMaxTokenLength = 8192;
    public const int DefaultMaxParameters = 128;
}
