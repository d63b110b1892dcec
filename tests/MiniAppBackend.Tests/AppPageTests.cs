using Microsoft.AspNetCore.Hosting;

namespace MiniAppBackend.Tests;

public sealed class AppPageTests(Backend backend) : IClassFixture<Backend>, IDisposable
{
    private const string BuiltPage = "<!doctype html><title>Built</title>";

    private readonly DirectoryInfo _webRoot = Directory.CreateTempSubdirectory();

    [Fact]
    public async Task The_built_page_is_at_a_path_of_its_own()
    {
        await File.WriteAllTextAsync(Path.Combine(_webRoot.CreateSubdirectory("app").FullName, "index.html"), BuiltPage);

        Assert.Equal(BuiltPage, await GetAsync("/app/?vk_user_id=42"));
    }

    [Fact]
    public async Task Without_a_build_a_plain_page_stands_in_and_says_for_what()
    {
        var page = await GetAsync("/app/?vk_user_id=42");

        Assert.Contains("A stand-in for the mini app's page", page, StringComparison.Ordinal);
        Assert.Contains("samples/MiniAppClient", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "frame-src 'self';")]
    [InlineData("http://localhost:5173/app/", "frame-src http://localhost:5173;")]
    public async Task The_launcher_opens_the_page_where_it_is(string developmentServer, string source)
    {
        using var app = backend.WithWebHostBuilder(builder => builder.UseSetting("AppUrl", developmentServer));
        using var client = app.CreateClient();
        using var response = await client.GetAsync("/vk/");

        Assert.Contains(source, Assert.Single(response.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
    }

    public void Dispose() => _webRoot.Delete(recursive: true);

    private async Task<string> GetAsync(string path)
    {
        using var app = backend.WithWebHostBuilder(builder => builder.UseWebRoot(_webRoot.FullName));
        using var client = app.CreateClient();
        using var response = await client.GetAsync(path);

        Assert.Equal("text/html", response.Content.Headers.ContentType?.MediaType);
        return await response.Content.ReadAsStringAsync();
    }
}
