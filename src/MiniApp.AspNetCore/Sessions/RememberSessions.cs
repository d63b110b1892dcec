using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace MiniApp.AspNetCore;

/// <summary>
/// Has revocations remembered for as long as sessions live. It looks at options that are made, and judges none: how long they are remembered is
/// never taken back, so a life that is refused as unsound must not count.
/// </summary>
internal sealed class RememberSessions(IServiceProvider services) : IValidateOptions<MiniAppSessionOptions>
{
    public ValidateOptionsResult Validate(string? name, MiniAppSessionOptions options)
    {
        if (((ISchemeSettings)options).FindFault() is null)
        {
            services.GetRequiredService<MiniAppRevocations>().Memory.Reach(options.MaxLifetime);
        }

        return ValidateOptionsResult.Skip;
    }
}
