using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;

namespace MiniApp.AspNetCore.DevLauncher.Tests;

/// <summary>A platform's launcher, as far as the tests know it that hold for every launcher.</summary>
public interface ILauncherSubject
{
    /// <summary>What adds a scheme.</summary>
    static abstract string Registration { get; }

    /// <summary>The name of the class of the launcher's options.</summary>
    static abstract string OptionsName { get; }

    /// <summary>The auth-scheme (RFC 9110) before the token in the header.</summary>
    static abstract string AuthScheme { get; }

    /// <summary>What the scheme of the tests signs with.</summary>
    static abstract string Secret { get; }

    /// <summary>The parameter that holds the proof.</summary>
    static abstract string ProofName { get; }

    /// <summary>What a challenge says of a launch that has expired.</summary>
    static abstract string ExpiredDescription { get; }

    /// <summary>Why a forged launch is refused.</summary>
    static abstract string ForgedFailure { get; }

    /// <summary>The reasons for which a launch is refused.</summary>
    static abstract IEnumerable<string> Failures { get; }

    /// <summary>Why the scheme may refuse a token that is none; null where it is no credentials.</summary>
    static abstract string?[] FailuresOnJunk { get; }

    /// <summary>The page's files.</summary>
    static abstract IEnumerable<string> Files { get; }

    /// <summary>A good launch with as much as can be in it.</summary>
    static abstract string Launch { get; }

    /// <summary>What the page asks the launcher.</summary>
    static abstract (string Method, string Path, string? Json)[] Requests { get; }

    static abstract void AddScheme(AuthenticationBuilder builder, Action<MiniAppOptions> configure);

    static abstract IEndpointConventionBuilder Map(IEndpointRouteBuilder endpoints);

    static abstract IEndpointConventionBuilder Map(IEndpointRouteBuilder endpoints, string pattern);

    static abstract IEndpointConventionBuilder Map(IEndpointRouteBuilder endpoints, string pattern, Action<MiniAppLauncherOptions> configure);
}
