using System.Text;

namespace MiniApp.Tool.Inspection;

/// <summary>A token, and the text that it stands for: for showing it. No verdict comes from here.</summary>
/// <param name="Token">The token.</param>
/// <param name="Text">The text, still percent-encoded; <see langword="null"/> where it cannot be decoded.</param>
/// <param name="IsBase64">Whether the text was in base64.</param>
internal sealed record DecodedToken(string Token, string? Text, bool IsBase64)
{
    /// <summary>How the token is spelled, in words.</summary>
    public string Spelling =>
        Text is null ? "unreadable"
        : (IsBase64 ? "base64 of " : "")
            + (IsAddress ? "the page's address" : Text.StartsWith('?') ? "a query behind its question mark" : "a query");

    private bool IsAddress =>
        Text!.StartsWith("https://", StringComparison.Ordinal) || Text.StartsWith("http://", StringComparison.Ordinal);

    public static DecodedToken Read(string token)
    {
        var trimmed = TokenText.Trim(token).ToString();
        return TryDecode(trimmed, out var text)
            ? new DecodedToken(token, text, IsBase64: !trimmed.Contains('&', StringComparison.Ordinal))
            : new DecodedToken(token, LooksPlain(trimmed) ? trimmed : null, IsBase64: false);
    }

    /// <summary>Decodes base64, or takes plain text, as the verifiers do.</summary>
    public static bool TryDecode(string token, out string text)
    {
        text = "";
        if (token.Length > TokenLimits.LargestMaxTokenLength)
        {
            return false;
        }

        var buffer = new byte[TokenText.MaxByteCount(token.Length, TokenLimits.LargestMaxTokenLength)];
        var isText = TokenText.TryDecode(token, buffer, TokenLimits.LargestMaxTokenLength, out var range);
        text = isText ? Encoding.UTF8.GetString(buffer.AsSpan(range)) : "";
        return isText;
    }

    /// <summary>Whether the token is a query of one parameter, or encoded once more: no verifier need take it, but it is shown.</summary>
    private static bool LooksPlain(string token) => token.TrimEnd('=').AsSpan().ContainsAny("=%?#&");
}
