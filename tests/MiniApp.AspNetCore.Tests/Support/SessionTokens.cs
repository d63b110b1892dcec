namespace MiniApp.AspNetCore.Tests;

/// <summary>What a launch, or a refresh token, is exchanged for (RFC 6749, section 5.1, in the framework's spelling).</summary>
internal sealed record SessionTokens(string TokenType, string AccessToken, long ExpiresIn, string RefreshToken)
{
    public string Authorization => $"{TokenType} {AccessToken}";
}
