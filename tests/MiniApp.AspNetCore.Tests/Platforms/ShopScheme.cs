using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using ShopMiniApp.AspNetCore;

namespace MiniApp.AspNetCore.Tests;

/// <summary>The scheme of a platform that a stranger wrote, with the public surface alone.</summary>
internal sealed class ShopScheme : PlatformScheme
{
    private const string Key = "secret-of-the-shop";

    public override string Name => "ShopMiniApp";

    public override string AuthScheme => "Shop";

    public override string Issuer => "Shop";

    public override string UserIdClaim => "shop_user_id";

    public override string TimeClaim => "shop_time";

    public override bool HasEmptyTokens => false;

    public override string SecretSetting => "Secret";

    public override TimeSpan Lifetime => TimeSpan.FromHours(1);

    public override string ExpiredText => "The launch has expired";

    protected override string OwnSecret => Key;

    public override void AddTo(AuthenticationBuilder builder, Action<MiniAppOptions>? configure = null, bool acceptBearer = false) =>
        builder.AddShopMiniApp(options =>
        {
            (options.Secrets, options.AcceptBearer, options.TimeProvider) = ([Key], acceptBearer, new TestClock(Now));
            configure?.Invoke(options);
        });

    public override void AddConfigured(AuthenticationBuilder builder, Action<MiniAppOptions>? configure = null) =>
        builder.AddShopMiniApp(options => configure?.Invoke(options));

    public override void AddStored(AuthenticationBuilder builder, bool isWatched = true)
    {
        builder.AddShopMiniApp<SecretStore>((options, store) => options.Secrets = [store.Read()]);
        if (isWatched)
        {
            SecretStore.Watch<ShopMiniAppOptions>(builder.Services, Name);
        }
    }

    public override void AddTenants(IServiceCollection services) =>
        services.TryAddSingleton<IOptionsMonitorCache<ShopMiniAppOptions>, TenantOptionsCache<ShopMiniAppOptions>>();

    public override void Forget(IServiceProvider services) =>
        services.GetRequiredService<IOptionsMonitorCache<ShopMiniAppOptions>>().TryRemove(Name);

    public override MiniAppOptions UnnamedOf(IServiceProvider services) =>
        services.GetRequiredService<IOptionsMonitor<ShopMiniAppOptions>>().CurrentValue;

    public override void Bind(IServiceCollection services, string? name, IConfiguration section) =>
        services.AddOptions<ShopMiniAppOptions>(name).Bind(section);

    public override MiniAppOptions OptionsOf(IServiceProvider services) =>
        services.GetRequiredService<IOptionsMonitor<ShopMiniAppOptions>>().Get(Name);

    public override MiniAppOptions SnapshotOf(IServiceProvider request) =>
        request.GetRequiredService<IOptionsSnapshot<ShopMiniAppOptions>>().Get(Name);

    public override string NameIdentifier(long userId) => $"shop:{userId}";

    public override long? FindUserId(ClaimsPrincipal user) => user.GetShopUserId();

    public override bool HasLaunch(ClaimsPrincipal user) => user.GetLaunch<ShopLaunch>() is not null;

    public override string QueryOf(string token) => token;

    // The shop's own rule, written a second time: what a test signs must not come from what it tests.
    protected override string Sign(long userId, long time, string secret)
    {
        var fields = $"user={userId}&shop=7&time={time}";
        return $"{fields}&sign={Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes(fields)))}";
    }
}
