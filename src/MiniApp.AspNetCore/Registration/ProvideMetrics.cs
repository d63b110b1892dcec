using Microsoft.Extensions.Options;

namespace MiniApp.AspNetCore;

/// <summary>Gives options what their handler measures by.</summary>
/// <typeparam name="TOptions">The platform's options.</typeparam>
internal sealed class ProvideMetrics<TOptions>(LaunchMetrics metrics) : IPostConfigureOptions<TOptions>
    where TOptions : MiniAppOptions
{
    public void PostConfigure(string? name, TOptions options) => options.Metrics = metrics;
}
