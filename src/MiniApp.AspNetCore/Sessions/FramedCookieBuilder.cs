using Microsoft.AspNetCore.Http;

namespace MiniApp.AspNetCore;

/// <summary>
/// Makes a cookie that a browser keeps in a frame of another site. It is <c>Secure</c> wherever TLS ends, and on the developer's machine, whose
/// own address browsers trust.
/// </summary>
internal sealed class FramedCookieBuilder : CookieBuilder
{
    /// <param name="other">What the cookie is like in all else.</param>
    public FramedCookieBuilder(CookieBuilder other)
    {
        (Domain, Path, HttpOnly, IsEssential) = (other.Domain, other.Path, other.HttpOnly, other.IsEssential);
        (MaxAge, Expiration, SameSite) = (other.MaxAge, other.Expiration, SameSiteMode.None);
        Extensions.Add("Partitioned");

        // Without a name, it is named by who uses it; it can't be told that it has none.
        if (other.Name is { } name)
        {
            Name = name;
        }
    }

    public override CookieOptions Build(HttpContext context, DateTimeOffset expiresFrom)
    {
        var cookie = base.Build(context, expiresFrom);
        cookie.Secure = true;
        return cookie;
    }
}
