using System.Text;
using MiniApp.Tool.Platforms;

namespace MiniApp.Tool.Inspection;

/// <summary>A token that somebody pasted, and the text that it stands for.</summary>
/// <param name="Token">The token, without what stood around it.</param>
/// <param name="Text">The text, still percent-encoded; <see langword="null"/> where it cannot be decoded.</param>
/// <param name="IsBase64">Whether the text was in base64.</param>
internal sealed record DecodedToken(string Token, string? Text, bool IsBase64)
{
    private static readonly string[] AuthSchemes =
        [.. AllPlatforms.List.SelectMany(platform => platform.AuthSchemes).Distinct(StringComparer.OrdinalIgnoreCase)];

    public bool IsTooLong => Token.Length > TokenLimits.DefaultMaxTokenLength;

    /// <summary>How the token is spelled, in words.</summary>
    public string Spelling =>
        Text is null ? "unreadable"
        : (IsBase64 ? "base64 of " : "")
            + (IsAddress ? "the page's address" : Text.StartsWith('?') ? "a query behind its question mark" : "a query");

    private bool IsAddress =>
        Text!.StartsWith("https://", StringComparison.Ordinal) || Text.StartsWith("http://", StringComparison.Ordinal);

    /// <summary>Reads what somebody pasted: a token, or an <c>Authorization</c> header's value with its auth-scheme.</summary>
    public static DecodedToken Read(string pasted)
    {
        var token = pasted.Trim();
        var scheme = AuthSchemes.FirstOrDefault(scheme => token.StartsWith(scheme + ' ', StringComparison.OrdinalIgnoreCase), "");
        token = token[scheme.Length..].TrimStart();

        return token.Length <= TokenLimits.DefaultMaxTokenLength && TryDecode(token, out var text)
            ? new DecodedToken(token, text, IsBase64: !token.Contains('&', StringComparison.Ordinal))
            : new DecodedToken(token, LooksPlain(token) ? token : null, IsBase64: false);
    }

    private static bool TryDecode(string token, out string text)
    {
        var buffer = new byte[TokenText.MaxByteCount(token.Length)];
        var isText = TokenText.TryDecode(token, buffer, out var length);
        text = isText ? Encoding.UTF8.GetString(buffer, 0, length) : "";
        return isText;
    }

    /// <summary>Whether the token is a query of one parameter, or encoded once more: no verifier need take it, but it is shown.</summary>
    private static bool LooksPlain(string token) => token.TrimEnd('=').AsSpan().ContainsAny("=%?#&");
}
