using Microsoft.AspNetCore.Connections;

namespace MiniAppBackend;

/// <summary>The commonest reason why a back end does not start on a developer's machine: it runs already.</summary>
internal static class PortInUse
{
    /// <summary>Runs the application; where its port is taken, says what to do about it, and ends with 1.</summary>
    /// <param name="app">The application.</param>
    /// <param name="output">Where it is said: the error output.</param>
    public static void RunOrTell(this WebApplication app, TextWriter? output = null)
    {
        try
        {
            app.Run();
        }
        catch (IOException fault) when (fault.InnerException is AddressInUseException)
        {
            (output ?? Console.Error).WriteLine($"{fault.Message} Does the back end run already? End that, or pick another port: --urls http://127.0.0.1:5081");
            Environment.ExitCode = 1;
        }
    }
}
