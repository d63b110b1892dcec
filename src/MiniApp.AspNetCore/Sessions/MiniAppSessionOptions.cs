using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;

namespace MiniApp.AspNetCore;

/// <summary>
/// The settings of sessions. The section <c>Authentication:Schemes:MiniAppSession</c> sets those of times and texts too. A change of it is in
/// force with the next request.
/// </summary>
public sealed class MiniAppSessionOptions : AuthenticationSchemeOptions, ISchemeSettings
{
    private static readonly TimeSpan LeastLifetime = TimeSpan.FromSeconds(1);

    private SectionReading? _section;

    /// <summary>Makes options with the defaults.</summary>
    public MiniAppSessionOptions() => Events = new MiniAppSessionEvents();

    /// <summary>How long an access token is good. It never outlives its session.</summary>
    /// <value>15 minutes. From one second up, and no longer than <see cref="MaxLifetime"/>.</value>
    public TimeSpan AccessTokenLifetime { get; set; } = TimeSpan.FromMinutes(15);

    /// <summary>
    /// How long after its launch a session ends, which no refresh puts off. It is counted from the time that the platform signed, so an
    /// old launch begins a short session. A shorter value applies to running sessions at once. A longer one applies from a session's next
    /// refresh, and never revives one that has ended.
    /// </summary>
    /// <value>24 hours. From one second to ten years.</value>
    public TimeSpan MaxLifetime { get; set; } = TimeSpan.FromHours(24);

    /// <summary>
    /// How long after its first use a refresh token may be used again, for tabs that refresh at once and for answers that got lost. Whoever
    /// uses it later ends the session.
    /// </summary>
    /// <value>30 seconds. From <see cref="TimeSpan.Zero"/> to ten minutes.</value>
    public TimeSpan RefreshLeeway { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>Whether a launch can be exchanged for a cookie, at <c>POST /session/cookie</c>, and whether the cookie is taken.</summary>
    /// <value><see langword="false"/>.</value>
    public bool UseCookie { get; set; }

    /// <summary>
    /// Whether there is a cookie for pages that the server makes. It counts with navigations by <c>GET</c>, and with whatever a page of this
    /// very origin sends, as the browser tells. <c>UseMiniAppPageSignIn()</c> exchanges the launch in a page's address for it. Antiforgery's
    /// cookie is then made for frames too, if this is set when the host starts: antiforgery reads its settings once.
    /// </summary>
    /// <value><see langword="false"/>. Where it is set, the cookie counts as with <see cref="UseCookie"/> as well.</value>
    public bool UseCookieForPages { get; set; }

    /// <summary>The cookie's name.</summary>
    /// <value><c>__Host-session</c>. The prefix <c>__Host-</c> has browsers keep it from other hosts.</value>
    public string CookieName { get; set; } = MiniAppSessionDefaults.CookieName;

    /// <summary>The realm that a challenge names (RFC 9110, section 11.5).</summary>
    /// <value><see langword="null"/>: none.</value>
    public string? Realm { get; set; }

    /// <summary>
    /// Where the access token is in a request. A result of <see langword="null"/> means that the request has none. <see cref="TokenRetrieval"/>
    /// has places to choose from, such as a hub's address.
    /// </summary>
    /// <value><see langword="null"/>: in the <c>Authorization</c> header behind <c>Bearer</c>.</value>
    public Func<HttpRequest, string?>? TokenRetriever { get; set; }

    /// <summary>Where the application has its say.</summary>
    /// <value>Events that do nothing.</value>
    public new MiniAppSessionEvents Events
    {
        get => (MiniAppSessionEvents)base.Events!;
        set => base.Events = value;
    }

    // Bodies of refusals are written where a launch's scheme asks for them.
    bool ISchemeSettings.WriteProblemDetails => false;

    SectionReading? ISchemeSettings.Section => _section;

    internal bool HasCookie => UseCookie || UseCookieForPages;

    internal TimeProvider Clock => TimeProvider ?? System.TimeProvider.System;

    void ISchemeSettings.Read(SchemeConfiguration configuration, IConfiguration? sources)
    {
        AccessTokenLifetime = configuration.ReadTime(nameof(AccessTokenLifetime)) ?? AccessTokenLifetime;
        MaxLifetime = configuration.ReadTime(nameof(MaxLifetime)) ?? MaxLifetime;
        RefreshLeeway = configuration.ReadTime(nameof(RefreshLeeway)) ?? RefreshLeeway;
        UseCookie = configuration.ReadFlag(nameof(UseCookie)) ?? UseCookie;
        UseCookieForPages = configuration.ReadFlag(nameof(UseCookieForPages)) ?? UseCookieForPages;
        CookieName = configuration.ReadText(nameof(CookieName)) ?? CookieName;
        Realm = configuration.ReadText(nameof(Realm)) ?? Realm;
        _section = configuration.GetReading(sources);
    }

    string? ISchemeSettings.FindFault() =>
        MaxLifetime < LeastLifetime || MaxLifetime > TimeSpan.FromDays(3650) ? $"{nameof(MaxLifetime)} must be from one second to ten years."
        : AccessTokenLifetime < LeastLifetime || AccessTokenLifetime > MaxLifetime
            ? $"{nameof(AccessTokenLifetime)} must be from one second to {nameof(MaxLifetime)}."
        : RefreshLeeway < TimeSpan.Zero || RefreshLeeway > TimeSpan.FromMinutes(10) ? $"{nameof(RefreshLeeway)} must be from nothing to ten minutes."
        : !AuthorizationHeader.IsName(CookieName) ? $"{nameof(CookieName)} must be a name that a cookie can have."
        : null;
}
