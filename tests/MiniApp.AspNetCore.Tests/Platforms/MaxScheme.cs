using System.Security.Claims;
using MaxMiniApp;
using MaxMiniApp.AspNetCore;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace MiniApp.AspNetCore.Tests;

/// <summary>MAX's scheme.</summary>
internal sealed class MaxScheme : PlatformScheme
{
    private const string BotToken = "max-token-of-the-tests";

    public override string Name => MaxMiniAppDefaults.AuthenticationScheme;

    public override string AuthScheme => "max";

    public override string Issuer => "MAX";

    public override string UserIdClaim => "max_user_id";

    public override string TimeClaim => "max_auth_date";

    public override bool HasEmptyTokens => true;

    public override string SecretSetting => "BotToken";

    public override TimeSpan Lifetime => TimeSpan.FromHours(24);

    public override string ExpiredText => "The init data has expired";

    public override string ForgedFailure => "InvalidProof";

    protected override string OwnSecret => BotToken;

    public override void AddTo(AuthenticationBuilder builder, Action<MiniAppOptions>? configure = null, bool acceptBearer = false) =>
        builder.AddMaxMiniApp(options =>
        {
            (options.BotToken, options.AcceptBearer, options.TimeProvider) = (BotToken, acceptBearer, new TestClock(Now));
            configure?.Invoke(options);
        });

    public override void AddConfigured(AuthenticationBuilder builder, Action<MiniAppOptions>? configure = null) =>
        builder.AddMaxMiniApp(options => configure?.Invoke(options));

    public override void AddStored(AuthenticationBuilder builder, bool isWatched = true)
    {
        builder.AddMaxMiniApp<SecretStore>((options, store) => options.AddBot(store.Read()));
        if (isWatched)
        {
            SecretStore.Watch<MaxMiniAppOptions>(builder.Services, Name);
        }
    }

    public override void AddTenants(IServiceCollection services) =>
        services.TryAddSingleton<IOptionsMonitorCache<MaxMiniAppOptions>, TenantOptionsCache<MaxMiniAppOptions>>();

    public override void Forget(IServiceProvider services) =>
        services.GetRequiredService<IOptionsMonitorCache<MaxMiniAppOptions>>().TryRemove(Name);

    public override MiniAppOptions UnnamedOf(IServiceProvider services) =>
        services.GetRequiredService<IOptionsMonitor<MaxMiniAppOptions>>().CurrentValue;

    public override void Bind(IServiceCollection services, string? name, IConfiguration section) =>
        services.AddOptions<MaxMiniAppOptions>(name).Bind(section);

    public override MiniAppOptions OptionsOf(IServiceProvider services) =>
        services.GetRequiredService<IOptionsMonitor<MaxMiniAppOptions>>().Get(Name);

    public override MiniAppOptions SnapshotOf(IServiceProvider request) =>
        request.GetRequiredService<IOptionsSnapshot<MaxMiniAppOptions>>().Get(Name);

    public override string NameIdentifier(long userId) => $"max:{userId}";

    public override long? FindUserId(ClaimsPrincipal user) => user.GetMaxUserId();

    public override bool HasLaunch(ClaimsPrincipal user) => user.GetMaxInitData() is not null;

    protected override string Sign(long userId, long time, string secret) =>
        new MaxInitDataSigner(secret)
            .SignToken(new() { User = new() { Id = userId }, AuthDate = DateTimeOffset.FromUnixTimeSeconds(time) });
}
