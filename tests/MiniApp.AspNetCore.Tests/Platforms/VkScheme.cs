using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using VkMiniApp;
using VkMiniApp.AspNetCore;

namespace MiniApp.AspNetCore.Tests;

/// <summary>VK's scheme, whose name identifier is the bare id.</summary>
internal sealed class VkScheme : PlatformScheme
{
    private const long AppId = 6736218;
    private const string Key = "protected-key-of-the-tests";

    public override string Name => VkMiniAppDefaults.AuthenticationScheme;

    public override string AuthScheme => "Bearer";

    public override string Issuer => "VK";

    public override string UserIdClaim => "vk_user_id";

    public override string TimeClaim => "vk_ts";

    public override bool HasEmptyTokens => false;

    public override string SecretSetting => "AppSecret";

    public override IEnumerable<(string Setting, string Text)> OtherSettings => [("AppId", $"{AppId}")];

    public override TimeSpan Lifetime => TimeSpan.FromHours(1);

    public override string ExpiredText => "The launch parameters have expired";

    protected override string OwnSecret => Key;

    public override void AddTo(AuthenticationBuilder builder, Action<MiniAppOptions>? configure = null, bool acceptBearer = false) =>
        builder.AddVkMiniApp(options =>
        {
            (options.AppId, options.AppSecret, options.TimeProvider) = (AppId, Key, new TestClock(Now));
            configure?.Invoke(options);
        });

    public override void AddConfigured(AuthenticationBuilder builder, Action<MiniAppOptions>? configure = null) =>
        builder.AddVkMiniApp(options => configure?.Invoke(options));

    public override void AddStored(AuthenticationBuilder builder, bool isWatched = true)
    {
        builder.AddVkMiniApp<SecretStore>((options, store) => options.AddApp(AppId, store.Read()));
        if (isWatched)
        {
            SecretStore.Watch<VkMiniAppOptions>(builder.Services, Name);
        }
    }

    public override void AddTenants(IServiceCollection services) =>
        services.TryAddSingleton<IOptionsMonitorCache<VkMiniAppOptions>, TenantOptionsCache<VkMiniAppOptions>>();

    public override void Forget(IServiceProvider services) =>
        services.GetRequiredService<IOptionsMonitorCache<VkMiniAppOptions>>().TryRemove(Name);

    public override MiniAppOptions UnnamedOf(IServiceProvider services) =>
        services.GetRequiredService<IOptionsMonitor<VkMiniAppOptions>>().CurrentValue;

    public override void Bind(IServiceCollection services, string? name, IConfiguration section) =>
        services.AddOptions<VkMiniAppOptions>(name).Bind(section);

    public override MiniAppOptions OptionsOf(IServiceProvider services) =>
        services.GetRequiredService<IOptionsMonitor<VkMiniAppOptions>>().Get(Name);

    public override MiniAppOptions SnapshotOf(IServiceProvider request) =>
        request.GetRequiredService<IOptionsSnapshot<VkMiniAppOptions>>().Get(Name);

    public override string NameIdentifier(long userId) => $"{userId}";

    public override long? FindUserId(ClaimsPrincipal user) => user.GetVkUserId();

    public override bool HasLaunch(ClaimsPrincipal user) => user.GetVkLaunchParams() is not null;

    protected override string Sign(long userId, long time, string secret) =>
        new VkLaunchParamsSigner(AppId, secret)
            .SignToken(new() { UserId = userId, Timestamp = DateTimeOffset.FromUnixTimeSeconds(time) });
}
