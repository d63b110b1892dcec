using System.Security.Claims;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.DataProtection;

namespace MiniApp.AspNetCore;

/// <summary>
/// Makes and reads the tokens of sessions, in the framework's format for tickets, protected by the application's keys. Each kind has a
/// purpose of its own, so that none can be used for another.
/// </summary>
internal sealed class SessionTickets(IDataProtectionProvider dataProtection)
{
    /// <summary>What of a ticket's properties holds the session.</summary>
    private const string SessionItem = "session";

    /// <summary>What of a refresh token's properties names the token itself.</summary>
    private const string TokenItem = "token";

    private readonly IDataProtector _keys = dataProtection.CreateProtector("MiniApp.AspNetCore.Sessions", "Keys", "v1");
    private readonly TicketDataFormat _access = Format(dataProtection, "Access");
    private readonly TicketDataFormat _refresh = Format(dataProtection, "Refresh");
    private readonly TicketDataFormat _cookie = Format(dataProtection, "Cookie");

    /// <summary>
    /// Whether there are keys. Where the place in which they are kept can't be reached, and no key was read before, nobody can tell a good token
    /// from another.
    /// </summary>
    public bool HasKeys()
    {
        try
        {
            _keys.Protect([]);
            return true;
        }
        catch (CryptographicException)
        {
            return false;
        }
    }

    public string ProtectAccess(SessionUser user, DateTimeOffset expires) => Protect(_access, user, new() { ExpiresUtc = expires });

    public string ProtectCookie(SessionUser user, DateTimeOffset expires) => Protect(_cookie, user, new() { ExpiresUtc = expires });

    /// <param name="user">The session's user.</param>
    /// <param name="issued">When the token is made: what the ledger remembers since is compared with it.</param>
    /// <param name="id">The token's own id.</param>
    public string ProtectRefresh(SessionUser user, DateTimeOffset issued, Guid id)
    {
        var properties = new AuthenticationProperties { IssuedUtc = issued };
        properties.Items[TokenItem] = id.ToString("N");
        return Protect(_refresh, user, properties);
    }

    public AuthenticationTicket? UnprotectAccess(string token) => _access.Unprotect(token);

    public AuthenticationTicket? UnprotectCookie(string token) => _cookie.Unprotect(token);

    public AuthenticationTicket? UnprotectRefresh(string token) => _refresh.Unprotect(token);

    /// <summary>The user of a ticket; <see langword="null"/> where this version reads no session in it.</summary>
    public static SessionUser? ReadUser(AuthenticationTicket ticket) =>
        MiniAppSession.Read(Find(ticket, SessionItem)) is { } session
        && ticket.Principal.Identity is ClaimsIdentity identity
            ? new(session, identity)
            : null;

    public static Guid? ReadTokenId(AuthenticationTicket ticket) =>
        Guid.TryParseExact(Find(ticket, TokenItem), "N", out var id) ? id : null;

    private static string? Find(AuthenticationTicket ticket, string item) =>
        ticket.Properties.Items.TryGetValue(item, out var text) ? text : null;

    private static TicketDataFormat Format(IDataProtectionProvider provider, string kind) =>
        new(provider.CreateProtector("MiniApp.AspNetCore.Sessions", kind, "v1"));

    private static string Protect(TicketDataFormat format, SessionUser user, AuthenticationProperties properties)
    {
        properties.Items[SessionItem] = user.Session.Write();
        return format.Protect(new(new ClaimsPrincipal(user.Kept), properties, MiniAppSessionDefaults.AuthenticationScheme));
    }
}
