using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace MiniApp.AspNetCore;

/// <summary>Says which setting of which scheme is unsound. Never shows a secret.</summary>
/// <typeparam name="TOptions">The platform's options.</typeparam>
internal sealed class ValidateSettings<TOptions>(IServiceProviderIsService services, MisplacedSettings misplaced) : IValidateOptions<TOptions>
    where TOptions : class, ISchemeSettings
{
    // The empty name is no scheme's: the framework makes such options for whoever asks for none by name.
    public ValidateOptionsResult Validate(string? name, TOptions options) =>
        string.IsNullOrEmpty(name) || DesignTime.IsNow ? ValidateOptionsResult.Skip
        : (options.FindFault() ?? FindMissingService(options)) is { } fault
            ? ValidateOptionsResult.Fail(SchemeFault.Describe(name, fault, options.Section?.UnknownNames, misplaced.Find(name, options.Section)))
            : ValidateOptionsResult.Success;

    private string? FindMissingService(TOptions options) =>
        options.WriteProblemDetails && !services.IsService(typeof(IProblemDetailsService))
            ? $"{nameof(options.WriteProblemDetails)} needs services.AddProblemDetails()."
            : null;
}
