using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace MiniApp.AspNetCore;

/// <summary>Tells the ledger's options where they are used, and whether they are sound.</summary>
internal sealed class LaunchLedgerSetup(IServiceProvider services) : IPostConfigureOptions<LaunchLedgerOptions>, IValidateOptions<LaunchLedgerOptions>
{
    public void PostConfigure(string? name, LaunchLedgerOptions options) =>
        options.IsDevelopment = services.GetService<IHostEnvironment>()?.IsDevelopment() == true;

    public ValidateOptionsResult Validate(string? name, LaunchLedgerOptions options) =>
        options.FindFault() is { } fault ? ValidateOptionsResult.Fail(fault) : ValidateOptionsResult.Success;
}
