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

    [Theory]
    [InlineData("/app/")]
    [InlineData("/telegram")]
    [InlineData("/max")]
    public async Task Pages_may_be_framed_by_the_platforms_and_by_the_launcher(string page)
    {
        using var client = backend.CreateClient();
        using var response = await client.GetAsync(page);

        Assert.Equal(
            "frame-ancestors 'self' https://vk.com https://*.vk.com https://vk.ru https://*.vk.ru https://web.telegram.org https://*.max.ru",
            Assert.Single(response.Headers.GetValues("Content-Security-Policy")));
    }

    [Theory]
    [InlineData("/vk/")]
    [InlineData("/telegram-launcher/")]
    [InlineData("/max-launcher/")]
    public async Task Launchers_are_framed_by_nobody_all_the_same(string launcher)
    {
        using var client = backend.CreateClient();
        using var response = await client.GetAsync(launcher);

        var policy = Assert.Single(response.Headers.GetValues("Content-Security-Policy"));
        Assert.Equal("frame-ancestors 'none'", Assert.Single(policy.Split("; "), part => part.StartsWith("frame-ancestors", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task What_is_no_page_says_nothing_of_frames()
    {
        using var client = backend.CreateClient();
        using var response = await client.GetAsync("/");

        Assert.Equal("text/plain", response.Content.Headers.ContentType?.MediaType);
        Assert.False(response.Headers.Contains("Content-Security-Policy"));
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
