using System.Buffers.Text;
using System.Security.Claims;
using System.Text;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace MiniApp.AspNetCore.Tests;

/// <summary>A platform's scheme, as far as all platforms are alike, and tokens as that platform would sign them.</summary>
internal abstract class PlatformScheme
{
    public const long Now = TestApp.Now;

    public static readonly PlatformScheme[] All = [new VkScheme(), new TelegramScheme(), new MaxScheme(), new ShopScheme()];

    public static TheoryData<string> Names => [.. All.Select(platform => platform.Name)];

    public abstract string Name { get; }

    /// <summary>The auth-scheme before the token, as a challenge names it.</summary>
    public abstract string AuthScheme { get; }

    /// <summary>The issuer of the claims.</summary>
    public abstract string Issuer { get; }

    /// <summary>The claim that holds the user's id as the platform numbers it.</summary>
    public abstract string UserIdClaim { get; }

    /// <summary>The claim that holds when the platform signed the launch.</summary>
    public abstract string TimeClaim { get; }

    /// <summary>Whether a page without init data sends an empty token, which says nothing.</summary>
    public abstract bool HasEmptyTokens { get; }

    /// <summary>The setting of the configuration that holds the secret, or a list of them.</summary>
    public abstract string SecretSetting { get; }

    /// <summary>The settings that a configuration needs besides the secret.</summary>
    public virtual IEnumerable<(string Setting, string Text)> OtherSettings => [];

    /// <summary>How long a launch is good for, where nothing else is set.</summary>
    public abstract TimeSpan Lifetime { get; }

    /// <summary>What a client is told of a launch that has expired.</summary>
    public abstract string ExpiredText { get; }

    /// <summary>The platform's name for a wrong signature.</summary>
    public virtual string ForgedFailure => "InvalidSignature";

    /// <summary>The secret of the scheme that <see cref="AddTo"/> adds.</summary>
    protected abstract string OwnSecret { get; }

    public static PlatformScheme Of(string name) => All.Single(platform => platform.Name == name);

    /// <summary>Adds the scheme with a secret of the tests, and with these changes to its options.</summary>
    public abstract void AddTo(AuthenticationBuilder builder, Action<MiniAppOptions>? configure = null, bool acceptBearer = false);

    /// <summary>Adds the scheme with the settings of the configuration, and with these changes to its options.</summary>
    public abstract void AddConfigured(AuthenticationBuilder builder, Action<MiniAppOptions>? configure = null);

    /// <summary>Adds the scheme with the secret of a <see cref="SecretStore"/>, which tells the scheme when it has another.</summary>
    public abstract void AddStored(AuthenticationBuilder builder, bool isWatched = true);

    /// <summary>Has options kept by tenant, as libraries for that add their cache: unless there is one.</summary>
    public abstract void AddTenants(IServiceCollection services);

    /// <summary>Has the framework's cache of options forget those of the scheme.</summary>
    public abstract void Forget(IServiceProvider services);

    /// <summary>The options of no name.</summary>
    public abstract MiniAppOptions UnnamedOf(IServiceProvider services);

    /// <summary>Binds options to a section of the application's own.</summary>
    public abstract void Bind(IServiceCollection services, string? name, IConfiguration section);

    public abstract MiniAppOptions OptionsOf(IServiceProvider services);

    /// <summary>The same for one request, read anew.</summary>
    public abstract MiniAppOptions SnapshotOf(IServiceProvider request);

    /// <summary>A secret in the form that the platform gives it.</summary>
    public virtual string Secret(string text) => text;

    /// <summary>The name identifier of the user whom the platform numbers so.</summary>
    public abstract string NameIdentifier(long userId);

    /// <summary>What the platform's own extension finds in a user of any scheme.</summary>
    public abstract long? FindUserId(ClaimsPrincipal user);

    /// <summary>Whether the platform's own extension finds a launch in a user of any scheme.</summary>
    public abstract bool HasLaunch(ClaimsPrincipal user);

    public string Good(long userId = 42, int ageInSeconds = 0) => Sign(userId, Now - ageInSeconds, OwnSecret);

    /// <summary>A launch of some age, under a secret in the form of <see cref="Secret"/>.</summary>
    public string SignedBy(string secret, int ageInSeconds = 0) => Sign(42, Now - ageInSeconds, secret);

    /// <summary>A launch that the platform signed in this Unix second.</summary>
    public string Dated(long time, long userId = 42) => Sign(userId, time, OwnSecret);

    public string Expired() => Sign(42, Now - (long)Lifetime.TotalSeconds - 1, OwnSecret);

    public string NotYetValid() => Sign(42, Now + 61, OwnSecret);

    public string NoUser() => Sign(0, Now, OwnSecret);

    public string Forged() => Sign(42, Now, Secret("another-secret"));

    /// <summary>The query that a token of this platform is, or is in base64.</summary>
    public virtual string QueryOf(string token) => Encoding.ASCII.GetString(Base64Url.DecodeFromChars(token));

    public string Header(string token) => $"{AuthScheme} {token}";

    /// <summary>Starts a host like an application's with this scheme alone.</summary>
    public Task<TestApp> StartAsync(Action<MiniAppOptions>? configure = null) =>
        TestApp.StartWithAsync(builder => AddTo(builder.Services.AddAuthentication(), configure));

    protected abstract string Sign(long userId, long time, string secret);
}
