using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace MiniApp.AspNetCore.Redis;

/// <summary>
/// Gives the application a name in Data Protection that is not its folder's: a release in another folder reads what the last one protected.
/// </summary>
internal sealed class NameApplication(IOptions<MiniAppRedisOptions> options, IHostEnvironment environment) : IPostConfigureOptions<DataProtectionOptions>
{
    public void PostConfigure(string? name, DataProtectionOptions protection)
    {
        // The framework's own default, in whichever way the folder's path is written.
        if (protection.ApplicationDiscriminator is not { } chosen || Trim(chosen) == Trim(environment.ContentRootPath))
        {
            protection.ApplicationDiscriminator = options.Value.ApplicationName ?? environment.ApplicationName;
        }
    }

    private static string Trim(string path) => Path.TrimEndingDirectorySeparator(path.Trim());
}
