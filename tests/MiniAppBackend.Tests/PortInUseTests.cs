using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging;
using TestSupport;

namespace MiniAppBackend.Tests;

public sealed class PortInUseTests
{
    [Fact]
    public void A_port_that_is_taken_is_named_with_a_way_out()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var builder = WebApplication.CreateSlimBuilder([UnwatchedSettings.Argument]);
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls($"http://{taken.LocalEndpoint}");
        using var output = new StringWriter();
        var exitCode = Environment.ExitCode;
        try
        {
            builder.Build().RunOrTell(output);

            Assert.Equal(1, Environment.ExitCode);
            Assert.Equal(
                $"Failed to bind to address http://{taken.LocalEndpoint}: address already in use. Does the back end run already? End that, or pick another port: --urls http://127.0.0.1:5081",
                output.ToString().TrimEnd());
        }
        finally
        {
            Environment.ExitCode = exitCode;
        }
    }
}
