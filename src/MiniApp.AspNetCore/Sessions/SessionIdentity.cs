using System.Globalization;
using System.Security.Claims;

namespace MiniApp.AspNetCore;

/// <summary>The identity of a session's user. It keeps the session beside the claims, and so does every copy of it.</summary>
internal sealed class SessionIdentity : ClaimsIdentity, ISubjectIdentity
{
    /// <param name="kept">What the session's token keeps of the user.</param>
    /// <param name="session">The session.</param>
    public SessionIdentity(ClaimsIdentity kept, MiniAppSession session)
        : base(kept)
    {
        Session = session;
        Add(MiniAppSessionDefaults.SessionIdClaim, session.Id.ToString("N"), ClaimValueTypes.String);
        Add(
            MiniAppSessionDefaults.LaunchTimeClaim,
            session.LaunchTime.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture),
            ClaimValueTypes.Integer64);
    }

    private SessionIdentity(SessionIdentity other)
        : base(other) => Session = other.Session;

    public MiniAppSession Session { get; }

    MiniAppSubject? ISubjectIdentity.Subject => Session.User;

    public override ClaimsIdentity Clone() => new SessionIdentity(this);

    private void Add(string type, string value, string valueType) =>
        AddClaim(new Claim(type, value, valueType, MiniAppSessionDefaults.Issuer, MiniAppSessionDefaults.Issuer, this));
}
