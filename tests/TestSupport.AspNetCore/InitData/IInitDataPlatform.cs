using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;

namespace TestSupport;

/// <summary>A platform whose launches are init data, as far as the tests know it that hold for every such platform.</summary>
public interface IInitDataPlatform
{
    /// <summary>The scheme's name, which its handler's and its options' names begin with.</summary>
    static abstract string Scheme { get; }

    static abstract string Issuer { get; }

    /// <summary>The word before the token in the header.</summary>
    static abstract string Word { get; }

    /// <summary>What the name identifier and the claims' names begin with.</summary>
    static abstract string Prefix { get; }

    /// <summary>The token of the bot of the tests.</summary>
    static abstract string BotToken { get; }

    /// <summary>Another token of the same bot.</summary>
    static abstract string OlderBotToken { get; }

    /// <summary>A token of another bot.</summary>
    static abstract string OtherBotToken { get; }

    /// <summary>Whether the platform takes the liberties of MAX with init data.</summary>
    static abstract bool IsMax { get; }

    static abstract MiniAppOptions CreateOptions();

    /// <summary>The options that the host has made of all that was set.</summary>
    static abstract MiniAppOptions OptionsOf(IServiceProvider services, string scheme);

    /// <summary>Whether the options hold under each of the rules that the host judges them by.</summary>
    static abstract IEnumerable<bool> Judge(IServiceProvider services, MiniAppOptions options);

    /// <summary>Adds a scheme by one of the five overloads.</summary>
    static abstract AuthenticationBuilder Add(
        AuthenticationBuilder builder, string overload, string scheme, string? displayName, Action<MiniAppOptions> configure);

    static abstract void AddBot(MiniAppOptions options, string botToken, params string[] olderTokens);

    static abstract void SetBotToken(MiniAppOptions options, string? botToken);

    static abstract void AcceptBearer(MiniAppOptions options);

    static abstract Enum Failure(string name);

    /// <summary>Whether a request's token looks like the platform's init data.</summary>
    static abstract bool HasInitData(HttpRequest request);

    static abstract long? UserIdOf(ClaimsPrincipal principal);

    static abstract object? InitDataOf(ClaimsPrincipal principal);

    static abstract object InitDataOf(TokenValidatedContext context);

    /// <summary>What can be demanded of a launch, by what it means for that of <see cref="DemandedHeader"/>.</summary>
    static abstract IReadOnlyDictionary<string, Demand> Demands { get; }

    /// <summary>The header of a launch of user 42, whose language is <c>ru</c>, five minutes ago.</summary>
    static abstract string DemandedHeader { get; }
}
