using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace MiniApp.AspNetCore;

/// <summary>Has options read <c>Authentication:Schemes:{scheme}</c>, as the framework's own schemes do.</summary>
/// <typeparam name="TOptions">The platform's options.</typeparam>
internal sealed class ConfigureFromSection<TOptions>(IAuthenticationConfigurationProvider provider, IConfiguration? configuration = null)
    : IConfigureNamedOptions<TOptions>
    where TOptions : class, ISchemeSettings
{
    public void Configure(TOptions options) => Configure(Options.DefaultName, options);

    public void Configure(string? name, TOptions options)
    {
        if (!string.IsNullOrEmpty(name))
        {
            options.Read(new SchemeConfiguration(name, provider.GetSchemeConfiguration(name), typeof(TOptions)), configuration);
        }
    }
}
