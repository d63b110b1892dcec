namespace MiniApp.AspNetCore.DevLauncher;

/// <summary>The address that the frame opens.</summary>
internal static class AppAddress
{
    /// <summary>Puts parameters behind the page's own query, and a fragment behind both: the page's own, unless there is another.</summary>
    public static string Create(Uri page, string query, string? fragment)
    {
        var address = page.OriginalString;
        var end = address.IndexOf('#', StringComparison.Ordinal) is >= 0 and var hash ? hash : address.Length;
        var link = address.AsSpan(0, end).Contains('?') ? '&' : '?';

        return $"{address.AsSpan(0, end)}{link}{query}{(string.IsNullOrEmpty(fragment) ? address.AsSpan(end) : "#" + fragment)}";
    }

    /// <summary>Whether the launcher may open an address: one of the back end itself, or of a page of http or https.</summary>
    public static bool IsPage(Uri address) => address.IsAbsoluteUri
        ? (address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps) && address.UserInfo.Length == 0
        : address.OriginalString is ['/', ..] and not ['/', '/' or '\\', ..];

    /// <summary>The only source the launcher's frame may have: the page's origin, or CSP's word for the launcher's own.</summary>
    public static string FrameSource(Uri page) => page.IsAbsoluteUri ? page.GetLeftPart(UriPartial.Authority) : "'self'";

    /// <summary>Whether an address, such as that of a <c>Referer</c>, is of the host that serves the page.</summary>
    public static bool IsSameHost(Uri page, string address, string ownHost) =>
        Uri.TryCreate(address, UriKind.Absolute, out var other)
        && string.Equals(other.Authority, page.IsAbsoluteUri ? page.Authority : ownHost, StringComparison.OrdinalIgnoreCase);
}
