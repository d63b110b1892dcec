using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace MiniAppBackend.Browser.Tests;

/// <summary>Files that the tests need, or leave behind.</summary>
internal static class Sample
{
    /// <summary>The sample's page has to be built: npm is no part of the .NET SDK.</summary>
    public static void SkipWithoutPage(Backend backend) => Assert.SkipUnless(
        backend.Services.GetRequiredService<IWebHostEnvironment>().WebRootFileProvider.GetFileInfo("app/index.html").Exists,
        "The mini app's page is not built: run 'npm ci' and 'npm run build' in samples/MiniAppClient.");

    /// <summary>The bridge for a page without a build of its own, from the same package as the sample page's.</summary>
    public static string Bridge(Backend backend, string file = "browser.min.js") =>
        FromRoot(backend, "samples/MiniAppClient/node_modules/@vkontakte/vk-bridge/dist/" + file);

    /// <summary>The libraries of front ends have to be there: npm is no part of the .NET SDK.</summary>
    public static void SkipWithoutClients(Backend backend) => Assert.SkipUnless(
        Directory.Exists(Client(backend, "")),
        "The libraries of front ends are not there: run 'npm ci' in tests/MiniAppBackend.Browser.Tests/Clients.");

    /// <summary>A file of a library of front ends.</summary>
    public static string Client(Backend backend, string path) =>
        FromRoot(backend, "tests/MiniAppBackend.Browser.Tests/Clients/node_modules/" + path);

    /// <summary>A page that is built on such libraries, or its style.</summary>
    public static string BuiltPage(Backend backend, string name) =>
        FromRoot(backend, "tests/MiniAppBackend.Browser.Tests/Clients/build/" + name);

    /// <summary>Pages on libraries of front ends have to be built.</summary>
    public static void SkipWithoutBuiltPages(Backend backend) => Assert.SkipUnless(
        Directory.Exists(BuiltPage(backend, "")),
        "Pages on libraries of front ends are not built: run 'npm ci' in tests/MiniAppBackend.Browser.Tests/Clients and its VkTemplate, and then 'npm run build'.");

    public static string Screenshot(Backend backend, string name) => FromRoot(backend, $"artifacts/screenshots/{name}.png");

    private static string FromRoot(Backend backend, string path) =>
        Path.GetFullPath(Path.Combine(backend.Services.GetRequiredService<IWebHostEnvironment>().ContentRootPath, "../..", path));
}
