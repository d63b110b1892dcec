using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using TelegramMiniApp;
using TelegramMiniApp.AspNetCore;

namespace MiniApp.AspNetCore.Tests;

/// <summary>Telegram's scheme, by the bot's token.</summary>
internal sealed class TelegramScheme : PlatformScheme
{
    private const string BotToken = "51000001:telegram-token-of-the-tests";

    public override string Name => TelegramMiniAppDefaults.AuthenticationScheme;

    public override string AuthScheme => "tma";

    public override string Issuer => "Telegram";

    public override string UserIdClaim => "telegram_user_id";

    public override string TimeClaim => "telegram_auth_date";

    public override bool HasEmptyTokens => true;

    public override string SecretSetting => "BotToken";

    public override TimeSpan Lifetime => TimeSpan.FromHours(24);

    public override string ExpiredText => "The init data has expired";

    public override string ForgedFailure => "InvalidProof";

    protected override string OwnSecret => BotToken;

    public override void AddTo(AuthenticationBuilder builder, Action<MiniAppOptions>? configure = null, bool acceptBearer = false) =>
        builder.AddTelegramMiniApp(options =>
        {
            (options.BotToken, options.AcceptBearer, options.TimeProvider) = (BotToken, acceptBearer, new TestClock(Now));
            configure?.Invoke(options);
        });

    public override void AddConfigured(AuthenticationBuilder builder, Action<MiniAppOptions>? configure = null) =>
        builder.AddTelegramMiniApp(options => configure?.Invoke(options));

    public override void AddStored(AuthenticationBuilder builder, bool isWatched = true)
    {
        builder.AddTelegramMiniApp<SecretStore>((options, store) => options.AddBot(store.Read()));
        if (isWatched)
        {
            SecretStore.Watch<TelegramMiniAppOptions>(builder.Services, Name);
        }
    }

    public override void AddTenants(IServiceCollection services) =>
        services.TryAddSingleton<IOptionsMonitorCache<TelegramMiniAppOptions>, TenantOptionsCache<TelegramMiniAppOptions>>();

    public override void Forget(IServiceProvider services) =>
        services.GetRequiredService<IOptionsMonitorCache<TelegramMiniAppOptions>>().TryRemove(Name);

    public override MiniAppOptions UnnamedOf(IServiceProvider services) =>
        services.GetRequiredService<IOptionsMonitor<TelegramMiniAppOptions>>().CurrentValue;

    public override void Bind(IServiceCollection services, string? name, IConfiguration section) =>
        services.AddOptions<TelegramMiniAppOptions>(name).Bind(section);

    public override MiniAppOptions OptionsOf(IServiceProvider services) =>
        services.GetRequiredService<IOptionsMonitor<TelegramMiniAppOptions>>().Get(Name);

    public override MiniAppOptions SnapshotOf(IServiceProvider request) =>
        request.GetRequiredService<IOptionsSnapshot<TelegramMiniAppOptions>>().Get(Name);

    public override string Secret(string text) => "51000001:" + text;

    public override string NameIdentifier(long userId) => $"telegram:{userId}";

    public override long? FindUserId(ClaimsPrincipal user) => user.GetTelegramUserId();

    public override bool HasLaunch(ClaimsPrincipal user) => user.GetTelegramInitData() is not null;

    protected override string Sign(long userId, long time, string secret) =>
        new TelegramInitDataSigner(secret)
            .SignToken(new() { User = new() { Id = userId }, AuthDate = DateTimeOffset.FromUnixTimeSeconds(time) });
}
