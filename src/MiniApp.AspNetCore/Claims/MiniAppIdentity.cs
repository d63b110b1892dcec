using System.Globalization;
using System.Security.Claims;

namespace MiniApp.AspNetCore;

/// <summary>The identity of a launch's user. It keeps the typed launch beside the claims, and so does every copy of it.</summary>
/// <typeparam name="TLaunch">What the platform tells of a launch.</typeparam>
public sealed class MiniAppIdentity<TLaunch> : ClaimsIdentity, ILaunchIdentity
    where TLaunch : class, IMiniAppLaunch
{
    /// <summary>As many claims as few launches exceed.</summary>
    private const int UsualClaims = 16;

    private readonly string _issuer;
    private readonly string _originalIssuer;

    /// <param name="launch">What the platform signed.</param>
    /// <param name="authenticationType">The scheme's name.</param>
    /// <param name="nameType">The type of the claim that is the identity's name.</param>
    /// <param name="issuer">The claims' issuer, which the application may name as it likes.</param>
    /// <param name="originalIssuer">The platform's own name.</param>
    internal MiniAppIdentity(TLaunch launch, string authenticationType, string nameType, string issuer, string originalIssuer)
        : base(authenticationType, nameType, DefaultRoleClaimType)
    {
        Launch = launch;
        _issuer = issuer;
        _originalIssuer = originalIssuer;

        // The base class hands out the very list that it keeps its claims in; that one need not grow step by step.
        (Claims as List<Claim>)?.EnsureCapacity(UsualClaims);
    }

    private MiniAppIdentity(MiniAppIdentity<TLaunch> other)
        : base(other)
    {
        Launch = other.Launch;
        _issuer = other._issuer;
        _originalIssuer = other._originalIssuer;
    }

    /// <summary>The verified launch.</summary>
    public TLaunch Launch { get; }

    IMiniAppLaunch ILaunchIdentity.Launch => Launch;

    /// <summary>Adds a claim that the platform makes.</summary>
    /// <param name="type">The claim's type.</param>
    /// <param name="value">The claim's value.</param>
    // The identity goes into the claim from the start: given a claim without one, the base class would add a copy of it.
    public void Add(string type, string value) => AddClaim(new Claim(type, value, ClaimValueTypes.String, _issuer, _originalIssuer, this));

    /// <summary>Adds a claim that the platform makes, with a number in decimal digits.</summary>
    /// <param name="type">The claim's type.</param>
    /// <param name="value">The number.</param>
    public void Add(string type, long value) => Add(type, value.ToString(CultureInfo.InvariantCulture));

    /// <summary>Adds a claim where there is a text; none where it is <see langword="null"/> or empty.</summary>
    /// <param name="type">The claim's type.</param>
    /// <param name="value">The claim's value.</param>
    public void AddIfPresent(string type, string? value)
    {
        if (!string.IsNullOrEmpty(value))
        {
            Add(type, value);
        }
    }

    /// <summary>
    /// Adds the claim <c>true</c> where a flag is set, and none otherwise: a flag that is not set and one that the platform left out look
    /// the same.
    /// </summary>
    /// <param name="type">The claim's type.</param>
    /// <param name="value">The flag.</param>
    public void AddIfTrue(string type, bool value)
    {
        if (value)
        {
            Add(type, "true");
        }
    }

    /// <inheritdoc/>
    public override ClaimsIdentity Clone() => new MiniAppIdentity<TLaunch>(this);
}
