using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;

namespace MiniApp.AspNetCore;

/// <summary>The settings that mini app authentication has on every platform.</summary>
public abstract class MiniAppOptions : AuthenticationSchemeOptions
{
    private protected MiniAppOptions(string claimsIssuer, TimeSpan lifetime)
    {
        ClaimsIssuer = claimsIssuer;
        Lifetime = lifetime;
        Events = new MiniAppEvents();
    }

    /// <summary>How long a launch is valid after the platform signed it.</summary>
    /// <value>One hour for VK, 24 hours for Telegram and MAX. From <see cref="TimeSpan.Zero"/> up, in whole seconds.</value>
    public TimeSpan Lifetime { get; set; }

    /// <summary>How far a launch's time may be ahead of this machine's clock.</summary>
    /// <value>One minute. From <see cref="TimeSpan.Zero"/> up, in whole seconds.</value>
    public TimeSpan ClockSkew { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>The longest token that is looked at, in characters.</summary>
    /// <value>8,192. From 1 to 1,048,576.</value>
    public int MaxTokenLength { get; set; } = 8192;

    /// <summary>The most parameters a token may hold, the unsigned ones included.</summary>
    /// <value>128. From 1 to 1,024.</value>
    public int MaxParameters { get; set; } = 128;

    /// <summary>
    /// Whether a challenge says exactly why a token was refused. Without it, a client learns only that its launch expired, which it can
    /// mend by asking the platform for a fresh one.
    /// </summary>
    /// <value><see langword="false"/>.</value>
    public bool IncludeErrorDetails { get; set; }

    /// <summary>The realm that a challenge names (RFC 9110, section 11.5).</summary>
    /// <value><see langword="null"/>: none.</value>
    public string? Realm { get; set; }

    /// <summary>
    /// Whether answers 401 and 403 have a body that says in JSON what the status and the challenge say (RFC 9457, once RFC 7807). The
    /// application's <c>AddProblemDetails()</c> writes it, after all schemes have added their challenges, unless there is a body by then;
    /// the host refuses to start without.
    /// </summary>
    /// <value><see langword="false"/>.</value>
    public bool WriteProblemDetails { get; set; }

    /// <summary>
    /// Whether the activity of a request is tagged with the user's name identifier, as <c>enduser.id</c>. That is personal data, wherever
    /// traces are kept.
    /// </summary>
    /// <value><see langword="false"/>.</value>
    public bool IncludeUserIdInTraces { get; set; }

    /// <summary>
    /// Where the token is in a request. <see langword="null"/> from it means that the request has no credentials for this scheme; an
    /// empty text means credentials that can't be used, or none where the platform itself gives pages an empty text.
    /// </summary>
    /// <value>
    /// <see langword="null"/>: in the <c>Authorization</c> header behind one of the scheme's words, in any case. A request with several
    /// such headers is refused. <see cref="TokenRetrieval"/> has other places.
    /// </value>
    public Func<HttpRequest, string?>? TokenRetriever { get; set; }

    /// <summary>What the application does along the way.</summary>
    /// <value>Events that do nothing.</value>
    public new MiniAppEvents Events
    {
        get => (MiniAppEvents)base.Events!;
        set => base.Events = value;
    }

    /// <summary>The words that may stand before the token in the <c>Authorization</c> header; a challenge names the first of them.</summary>
    internal abstract ReadOnlySpan<string> HeaderWords { get; }

    /// <summary>What a token of the platform is called.</summary>
    internal abstract string TokenName { get; }

    /// <summary>Where a page of the platform has the token, in a sentence for whoever writes a client.</summary>
    internal abstract string TokenSource { get; }
}
