using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;

namespace MiniApp.AspNetCore;

/// <summary>Reads <c>Authentication:Schemes:{scheme}</c>, as the framework's own schemes do.</summary>
/// <typeparam name="TOptions">The platform's options.</typeparam>
internal abstract class MiniAppConfigureOptions<TOptions>(IAuthenticationConfigurationProvider provider) : IConfigureNamedOptions<TOptions>
    where TOptions : MiniAppOptions
{
    public void Configure(TOptions options) => Configure(Options.DefaultName, options);

    public void Configure(string? name, TOptions options)
    {
        if (string.IsNullOrEmpty(name))
        {
            return;
        }

        var section = new SchemeSection(name, provider.GetSchemeConfiguration(name), typeof(TOptions));

        ConfigurePlatform(section, options);
        options.Lifetime = section.ReadTime(nameof(options.Lifetime)) ?? options.Lifetime;
        options.ClockSkew = section.ReadTime(nameof(options.ClockSkew)) ?? options.ClockSkew;
        options.MaxTokenLength = section.ReadInteger<int>(nameof(options.MaxTokenLength)) ?? options.MaxTokenLength;
        options.MaxParameters = section.ReadInteger<int>(nameof(options.MaxParameters)) ?? options.MaxParameters;
        options.IncludeErrorDetails = section.ReadFlag(nameof(options.IncludeErrorDetails)) ?? options.IncludeErrorDetails;
        options.Realm = section.ReadText(nameof(options.Realm)) ?? options.Realm;
        options.WriteProblemDetails = section.ReadFlag(nameof(options.WriteProblemDetails)) ?? options.WriteProblemDetails;
        options.IncludeUserIdInTraces = section.ReadFlag(nameof(options.IncludeUserIdInTraces)) ?? options.IncludeUserIdInTraces;
    }

    /// <summary>Reads the settings that only this platform has.</summary>
    protected abstract void ConfigurePlatform(SchemeSection section, TOptions options);
}
