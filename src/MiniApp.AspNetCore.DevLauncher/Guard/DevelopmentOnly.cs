using Microsoft.Extensions.Hosting;

namespace MiniApp.AspNetCore.DevLauncher;

/// <summary>Keeps launchers out of every environment but Development.</summary>
internal static class DevelopmentOnly
{
    /// <exception cref="InvalidOperationException">This is not Development, and the options do not allow that.</exception>
    public static void ThrowIfElsewhere(IHostEnvironment environment, string platform, MiniAppLauncherOptions options)
    {
        if (!environment.IsDevelopment() && !options.AllowOutsideDevelopment)
        {
            throw new InvalidOperationException(
                $"The {platform} mini app launcher signs launches of any user for whoever opens it, so it is only for Development; " +
                $"this is {environment.EnvironmentName}. Map it behind app.Environment.IsDevelopment(), or set " +
                $"{options.GetType().Name}.{nameof(options.AllowOutsideDevelopment)} where everybody may be everybody.");
        }
    }
}
