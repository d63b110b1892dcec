using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace MiniApp.AspNetCore;

/// <summary>Says which setting of which scheme is unsound. Never shows a secret.</summary>
/// <typeparam name="TOptions">The platform's options.</typeparam>
internal abstract class MiniAppValidateOptions<TOptions>(IServiceProviderIsService services) : IValidateOptions<TOptions>
    where TOptions : MiniAppOptions
{
    public ValidateOptionsResult Validate(string? name, TOptions options) =>
        (FindFault(options) ?? FindCommonFault(options)) is { } fault
            ? ValidateOptionsResult.Fail(SchemeFault.Describe(name, fault))
            : ValidateOptionsResult.Success;

    /// <summary>The first setting that no launch could be verified by, in a sentence that names it, or <see langword="null"/>.</summary>
    protected abstract string? FindFault(TOptions options);

    private string? FindCommonFault(TOptions options) =>
        options.WriteProblemDetails && !services.IsService(typeof(IProblemDetailsService))
            ? $"{nameof(options.WriteProblemDetails)} needs services.AddProblemDetails()."
            : null;
}
