using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace MiniApp.AspNetCore.DevLauncher;

/// <summary>The address that a developer opens a launcher under, as far as the application knows it: it is printed, with the secret.</summary>
internal static class LauncherAddress
{
    private static readonly string[] AllInterfaces = ["*", "+", "[::]", "0.0.0.0"];

    /// <param name="services">The services of an application that listens.</param>
    /// <param name="platform">The launcher's platform, which its page has in its metadata.</param>
    /// <param name="answers">Whether the launcher answers under a host's name.</param>
    /// <param name="secret">The launcher's secret.</param>
    /// <returns>Every address that the launcher answers under; its path alone, where the server's own are not known, or are none.</returns>
    public static string Find(IServiceProvider services, ILauncherPlatform platform, Predicate<HostString> answers, LauncherSecret secret)
    {
        var path = $"{FindPath(services, platform)}#{secret.Text}";
        var bound = services.GetService<IServer>()?.Features.Get<IServerAddressesFeature>()?.Addresses ?? [];
        string[] addresses = [.. bound.Select(BindingAddress.Parse).Select(Create).OfType<Uri>()
            .Where(address => answers(RequestHost.Spell(address.Authority)))
            .Select(address => address.AbsoluteUri.TrimEnd('/') + path)];

        return addresses.Length > 0 ? string.Join(" or ", addresses) : $"{path} under an address of this machine";
    }

    /// <summary>The path with those of the groups that the launcher was mapped in.</summary>
    private static string FindPath(IServiceProvider services, ILauncherPlatform platform)
    {
        var page = services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>().First(endpoint => endpoint.Metadata.Contains(platform));
        var path = page.RoutePattern.RawText?.Trim('/');
        return string.IsNullOrEmpty(path) ? "/" : $"/{path}/";
    }

    private static Uri? Create(BindingAddress address)
    {
        if (address.IsUnixPipe || address.IsNamedPipe)
        {
            return null;
        }

        var host = AllInterfaces.Contains(address.Host, StringComparer.Ordinal) ? "localhost" : address.Host;
        return new UriBuilder(address.Scheme, host, address.Port, address.PathBase).Uri;
    }
}
