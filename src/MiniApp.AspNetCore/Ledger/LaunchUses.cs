using Microsoft.AspNetCore.Http;

namespace MiniApp.AspNetCore;

/// <summary>Uses a launch up, where it is exchanged or something can't be undone.</summary>
internal sealed class LaunchUses
{
    public ValueTask<LaunchUseVerdict> UseAsync(HttpContext context, IMiniAppLaunch launch, TimeSpan lifetime) => default;
}
