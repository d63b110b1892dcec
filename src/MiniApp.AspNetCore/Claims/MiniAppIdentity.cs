using System.Security.Claims;

namespace MiniApp.AspNetCore;

/// <summary>The identity of a launch's user, which keeps the typed launch beside the claims, also through a copy.</summary>
/// <typeparam name="TLaunch">What the platform tells of a launch.</typeparam>
internal sealed class MiniAppIdentity<TLaunch> : ClaimsIdentity
    where TLaunch : class
{
    /// <summary>As many claims as few launches exceed.</summary>
    private const int UsualClaims = 16;

    private readonly string _issuer;
    private readonly string _platform;

    /// <param name="launch">What the platform signed.</param>
    /// <param name="authenticationType">The scheme's name.</param>
    /// <param name="nameType">The claim that is the identity's name.</param>
    /// <param name="issuer">The claims' issuer, which the options may name otherwise than the platform.</param>
    /// <param name="platform">The platform, which is the claims' original issuer.</param>
    public MiniAppIdentity(TLaunch launch, string authenticationType, string nameType, string issuer, string platform)
        : base(authenticationType, nameType, DefaultRoleClaimType)
    {
        Launch = launch;
        _issuer = issuer;
        _platform = platform;

        // The base class hands out the very list that it keeps its claims in; that one need not grow step by step.
        (Claims as List<Claim>)?.EnsureCapacity(UsualClaims);
    }

    private MiniAppIdentity(MiniAppIdentity<TLaunch> other)
        : base(other)
    {
        Launch = other.Launch;
        _issuer = other._issuer;
        _platform = other._platform;
    }

    public TLaunch Launch { get; }

    /// <summary>The launch of the first of a user's identities that has one.</summary>
    public static TLaunch? FindLaunch(ClaimsPrincipal principal)
    {
        foreach (var identity in principal.Identities)
        {
            if (identity is MiniAppIdentity<TLaunch> { Launch: var launch })
            {
                return launch;
            }
        }

        return null;
    }

    // The identity goes into the claim from the start: given a claim without one, the base class would add a copy of it.
    public void Add(string type, string value) => AddClaim(new Claim(type, value, ClaimValueTypes.String, _issuer, _platform, this));

    /// <summary>Adds a claim for a text that is there.</summary>
    public void AddIfPresent(string type, string? value)
    {
        if (!string.IsNullOrEmpty(value))
        {
            Add(type, value);
        }
    }

    /// <summary>Adds a claim for a flag that is set. One that is not set and one that is not told look the same.</summary>
    public void AddIfTrue(string type, bool value)
    {
        if (value)
        {
            Add(type, "true");
        }
    }

    public override ClaimsIdentity Clone() => new MiniAppIdentity<TLaunch>(this);
}
