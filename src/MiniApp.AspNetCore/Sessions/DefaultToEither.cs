using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;

namespace MiniApp.AspNetCore;

/// <summary>Has launches and sessions taken where nothing names a scheme, unless the application named a default one.</summary>
internal sealed class DefaultToEither : IPostConfigureOptions<AuthenticationOptions>
{
    public void PostConfigure(string? name, AuthenticationOptions options)
    {
        if (options is
            {
                DefaultScheme: null,
                DefaultAuthenticateScheme: null,
                DefaultChallengeScheme: null,
                DefaultForbidScheme: null,
            })
        {
            options.DefaultScheme = MiniAppSessionDefaults.LaunchOrSessionScheme;
        }
    }
}
