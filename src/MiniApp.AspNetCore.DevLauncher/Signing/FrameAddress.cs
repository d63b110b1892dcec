namespace MiniApp.AspNetCore.DevLauncher;

/// <summary>The address that the frame opens.</summary>
internal static class FrameAddress
{
    /// <summary>Puts parameters behind the page's own query, and a fragment behind both: the page's own, unless there is another.</summary>
    public static string Create(Uri page, string query, string? fragment)
    {
        var address = page.OriginalString;
        var end = address.IndexOf('#', StringComparison.Ordinal) is >= 0 and var hash ? hash : address.Length;
        var link = address.AsSpan(0, end).Contains('?') ? '&' : '?';

        return $"{address.AsSpan(0, end)}{link}{query}{(string.IsNullOrEmpty(fragment) ? address.AsSpan(end) : "#" + fragment)}";
    }
}
