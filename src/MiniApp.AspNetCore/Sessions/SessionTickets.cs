using System.Security.Claims;
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

    private readonly SessionKeys _any = Keys(dataProtection, "Keys");
    private readonly SessionKeys _access = Keys(dataProtection, "Access");
    private readonly SessionKeys _refresh = Keys(dataProtection, "Refresh");
    private readonly SessionKeys _cookie = Keys(dataProtection, "Cookie");

    /// <summary>
    /// Whether there are keys. Where the place in which they are kept can't be reached, and no key was read before, nobody can tell a good token
    /// from another.
    /// </summary>
    public bool HasKeys() => _any.TryProtect([], out _);

    /// <returns><see langword="null"/> where there are no keys now.</returns>
    public string? ProtectAccess(SessionUser user, DateTimeOffset expires) => Protect(_access, user, new() { ExpiresUtc = expires });

    /// <returns><see langword="null"/> where there are no keys now.</returns>
    public string? ProtectCookie(SessionUser user, DateTimeOffset expires) => Protect(_cookie, user, new() { ExpiresUtc = expires });

    /// <param name="user">The session's user.</param>
    /// <param name="issued">When the token is made: what the ledger remembers since is compared with it.</param>
    /// <param name="expires">When the session ends, as it is known now.</param>
    /// <param name="id">The token's own id.</param>
    /// <returns><see langword="null"/> where there are no keys now.</returns>
    public string? ProtectRefresh(SessionUser user, DateTimeOffset issued, DateTimeOffset expires, Guid id)
    {
        var properties = new AuthenticationProperties { IssuedUtc = issued, ExpiresUtc = expires };
        properties.Items[TokenItem] = id.ToString("N");
        return Protect(_refresh, user, properties);
    }

    /// <param name="token">The token, which may be anything.</param>
    /// <param name="ticket">What is in it; <see langword="null"/> where it is none of this application's.</param>
    /// <returns><see langword="false"/> where there are no keys now, so that nobody can tell.</returns>
    public bool TryUnprotectAccess(string token, out AuthenticationTicket? ticket) => TryUnprotect(_access, token, out ticket);

    /// <inheritdoc cref="TryUnprotectAccess"/>
    public bool TryUnprotectCookie(string token, out AuthenticationTicket? ticket) => TryUnprotect(_cookie, token, out ticket);

    /// <inheritdoc cref="TryUnprotectAccess"/>
    public bool TryUnprotectRefresh(string token, out AuthenticationTicket? ticket) => TryUnprotect(_refresh, token, out ticket);

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

    private static SessionKeys Keys(IDataProtectionProvider provider, string kind) =>
        new(provider.CreateProtector("MiniApp.AspNetCore.Sessions", kind, "v1"));

    private static string? Protect(SessionKeys keys, SessionUser user, AuthenticationProperties properties)
    {
        properties.Items[SessionItem] = user.Session.Write();
        var ticket = new AuthenticationTicket(new ClaimsPrincipal(user.Kept), properties, MiniAppSessionDefaults.AuthenticationScheme);
        return keys.TryProtect(TicketSerializer.Default.Serialize(ticket), out var hidden) ? Base64UrlTextEncoder.Encode(hidden) : null;
    }

    // The framework's own reader makes one answer of a token that is not good and of keys that are not there.
    private static bool TryUnprotect(SessionKeys keys, string token, out AuthenticationTicket? ticket)
    {
        ticket = null;
        if (Decode(token) is not { } hidden)
        {
            return true;
        }

        if (!keys.TryUnprotect(hidden, out var plain))
        {
            return false;
        }

        ticket = plain is null ? null : Deserialize(plain);
        return true;
    }

    private static byte[]? Decode(string token)
    {
        try
        {
            return Base64UrlTextEncoder.Decode(token);
        }
        catch (FormatException)
        {
            return null;
        }
    }

    // What these keys protected, another version of the framework may have written.
    private static AuthenticationTicket? Deserialize(byte[] plain)
    {
        try
        {
            return TicketSerializer.Default.Deserialize(plain);
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            return null;
        }
    }
}
