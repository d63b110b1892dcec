using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using VkMiniApp;
using VkMiniApp.AspNetCore;

namespace MiniApp.AspNetCore.Tests;

/// <summary>VK's scheme, whose name identifier is the bare id.</summary>
internal sealed class VkScheme : PlatformScheme
{
    private const long AppId = 6736218;
    private const string Secret = "protected-key-of-the-tests";

    public override string Name => VkMiniAppDefaults.AuthenticationScheme;

    public override string Word => "Bearer";

    public override string Issuer => "VK";

    public override string UserIdClaim => "vk_user_id";

    public override bool HasEmptyTokens => false;

    protected override TimeSpan Lifetime => TimeSpan.FromHours(1);

    public override void AddTo(AuthenticationBuilder builder, Action<MiniAppOptions>? configure = null, bool acceptBearer = false) =>
        builder.AddVkMiniApp(options =>
        {
            (options.AppId, options.AppSecret, options.TimeProvider) = (AppId, Secret, new TestClock(Now));
            configure?.Invoke(options);
        });

    public override MiniAppOptions OptionsOf(IServiceProvider services) =>
        services.GetRequiredService<IOptionsMonitor<VkMiniAppOptions>>().Get(Name);

    public override string NameIdentifier(long userId) => $"{userId}";

    public override long? FindUserId(ClaimsPrincipal user) => user.GetVkUserId();

    public override bool HasLaunch(ClaimsPrincipal user) => user.GetVkLaunchParams() is not null;

    protected override string Sign(long userId, long time, bool isForged) =>
        new VkLaunchParamsSigner(AppId, isForged ? "another key" : Secret)
            .SignToken(new() { UserId = userId, Timestamp = DateTimeOffset.FromUnixTimeSeconds(time) });
}
