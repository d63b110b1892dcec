using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.DependencyInjection;

namespace MiniApp.AspNetCore.Tests;

/// <summary>A platform's scheme, as far as all platforms are alike, and tokens as that platform would sign them.</summary>
internal abstract class PlatformScheme
{
    public const long Now = TestApp.Now;

    public static readonly PlatformScheme[] All = [new VkScheme(), new TelegramScheme(), new MaxScheme()];

    public static TheoryData<string> Names => [.. All.Select(platform => platform.Name)];

    public abstract string Name { get; }

    /// <summary>The word before the token, as a challenge names it.</summary>
    public abstract string Word { get; }

    /// <summary>The issuer of the claims.</summary>
    public abstract string Issuer { get; }

    /// <summary>The claim that holds the user's id as the platform numbers it.</summary>
    public abstract string UserIdClaim { get; }

    /// <summary>Whether a page without init data sends an empty token, which says nothing.</summary>
    public abstract bool HasEmptyTokens { get; }

    protected abstract TimeSpan Lifetime { get; }

    public static PlatformScheme Of(string name) => All.Single(platform => platform.Name == name);

    /// <summary>Adds the scheme with a secret of the tests, and with these changes to its options.</summary>
    public abstract void AddTo(AuthenticationBuilder builder, Action<MiniAppOptions>? configure = null, bool acceptBearer = false);

    public abstract MiniAppOptions OptionsOf(IServiceProvider services);

    /// <summary>The name identifier of the user whom the platform numbers so.</summary>
    public abstract string NameIdentifier(long userId);

    /// <summary>What the platform's own extension finds in a user of any scheme.</summary>
    public abstract long? FindUserId(ClaimsPrincipal user);

    /// <summary>Whether the platform's own extension finds a launch in a user of any scheme.</summary>
    public abstract bool HasLaunch(ClaimsPrincipal user);

    public string Good(long userId = 42) => Sign(userId, Now, isForged: false);

    public string Expired() => Sign(42, Now - (long)Lifetime.TotalSeconds - 1, isForged: false);

    public string NotYetValid() => Sign(42, Now + 61, isForged: false);

    public string NoUser() => Sign(0, Now, isForged: false);

    public string Forged() => Sign(42, Now, isForged: true);

    public string Header(string token) => $"{Word} {token}";

    /// <summary>Starts a host like an application's with this scheme alone.</summary>
    public Task<TestApp> StartAsync(Action<MiniAppOptions>? configure = null) =>
        TestApp.StartWithAsync(builder => AddTo(builder.Services.AddAuthentication(), configure));

    protected abstract string Sign(long userId, long time, bool isForged);
}
