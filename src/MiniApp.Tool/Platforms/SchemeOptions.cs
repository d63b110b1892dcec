using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using MiniApp.AspNetCore;
using MiniApp.Tool.Terminal;

namespace MiniApp.Tool.Platforms;

/// <summary>Has a scheme's options made by the registration that applications call: one reader, and one judge of what is sound.</summary>
internal static class SchemeOptions
{
    /// <param name="settings">The scheme's settings.</param>
    /// <param name="environment">The clock that the options go by, and where warnings are written.</param>
    /// <param name="add">The platform's registration of a scheme.</param>
    /// <exception cref="UsageException">An application with these settings would not start; the message is what it would print.</exception>
    public static TOptions Read<TOptions>(
        SchemeSettings settings, ToolEnvironment environment, Action<AuthenticationBuilder, string, Action<TOptions>> add)
        where TOptions : MiniAppOptions, new()
    {
        using var warnings = new WarningLog(environment.Error);
        var services = new ServiceCollection();
        services.AddSingleton(settings.ToConfiguration());
        services.AddLogging(logging => logging.AddProvider(warnings));

        // Whether the application writes problem bodies is in its code.
        services.AddProblemDetails();
        add(services.AddAuthentication(), settings.Scheme, options => options.TimeProvider = environment.Clock);

        using var provider = services.BuildServiceProvider();
        try
        {
            return provider.GetRequiredService<IOptionsMonitor<TOptions>>().Get(settings.Scheme);
        }
        catch (OptionsValidationException exception)
        {
            throw new UsageException(exception.Message, "With these settings an application does not start either: it prints the same.");
        }
    }
}
