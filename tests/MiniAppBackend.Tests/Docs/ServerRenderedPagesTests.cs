namespace MiniAppBackend.Tests;

/// <summary>The programs of docs/server-rendered-pages.md, running as they stand there.</summary>
public sealed class ServerRenderedPagesTests
{
    private const string Page = "docs/server-rendered-pages.md";

    private static readonly (string, string)[] Settings =
    [
        ("Authentication:Schemes:VkMiniApp:AppId", "6736218"),
        ("Authentication:Schemes:VkMiniApp:AppSecret", "secret"),
    ];

    /// <summary>Whoever copies the program has pages that VK can show: antiforgery alone would keep it from that.</summary>
    [Theory]
    [InlineData("MapRazorPages")]
    [InlineData("MapDefaultControllerRoute")]
    public async Task Program_lets_VK_show_its_pages_in_a_frame_and_no_other_site(string mark)
    {
        await using var program = await PageProgram.StartAsync(
            CodeBlock.All.Single(block => block is { Page: Page, Language: "csharp" } && block.Text.Contains(mark, StringComparison.Ordinal)), Settings);
        using var client = new HttpClient { BaseAddress = program.Address };
        using var response = await client.GetAsync("/");

        Assert.Equal(
            ["frame-ancestors 'self' https://vk.com https://*.vk.com https://vk.ru https://*.vk.ru"],
            response.Headers.NonValidated["Content-Security-Policy"]);
    }
}
