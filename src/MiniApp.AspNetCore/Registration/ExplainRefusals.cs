using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace MiniApp.AspNetCore;

/// <summary>Has the log say what a page may have done wrong, while the application is developed.</summary>
/// <typeparam name="TOptions">The platform's options.</typeparam>
internal sealed class ExplainRefusals<TOptions>(IServiceProvider services) : IPostConfigureOptions<TOptions>
    where TOptions : MiniAppOptions
{
    private readonly bool _isDevelopment = services.GetService<IHostEnvironment>()?.IsDevelopment() == true;

    public void PostConfigure(string? name, TOptions options) => options.ExplainsRefusals = _isDevelopment;
}
