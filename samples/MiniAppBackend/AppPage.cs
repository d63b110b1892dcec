namespace MiniAppBackend;

/// <summary>
/// The mini app's page, at a path of its own: the build of <c>samples/MiniAppClient</c>, which lands in <c>wwwroot</c>. So that the back
/// end starts with the .NET SDK alone, a plain page stands in where there is no build.
/// </summary>
internal static class AppPage
{
    private const string Address = "/app/";
    private const string StandIn = "stand-in.html";

    /// <summary>Where the launcher finds the page: here, unless the setting <c>AppUrl</c> names a development server such as Vite's.</summary>
    public static Uri Find(IConfiguration configuration) =>
        configuration["AppUrl"] is { Length: > 0 } server ? new Uri(server) : new Uri(Address, UriKind.Relative);

    public static void MapAppPage(this WebApplication app)
    {
        if (app.Environment.WebRootFileProvider.GetFileInfo(Address + "index.html").Exists)
        {
            app.UseFileServer();
        }
        else
        {
            Console.WriteLine("The mini app's page is not built, so a plain one stands in. With Node.js: 'npm ci' and 'npm run build' in samples/MiniAppClient.");
            app.MapGet(Address, () => Results.Stream(typeof(AppPage).Assembly.GetManifestResourceStream(StandIn)!, "text/html; charset=utf-8"));
        }
    }
}
