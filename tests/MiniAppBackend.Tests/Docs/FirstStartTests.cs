using TestSupport;
using VkMiniApp;

namespace MiniAppBackend.Tests;

/// <summary>The programs of docs/ru/first-start.md, running as they stand there.</summary>
public sealed class FirstStartTests
{
    private const string Page = "docs/ru/first-start.md";

    private static readonly (string, string)[] Settings =
    [
        ("Authentication:Schemes:VkMiniApp:AppId", "6736218"),
        ("Authentication:Schemes:VkMiniApp:AppSecret", "защищённый ключ"),
        ("Authentication:Schemes:TelegramMiniApp:BotToken", "51000001:токен"),
        ("Authentication:Schemes:MaxMiniApp:BotToken", "токен"),
    ];

    /// <summary>Whoever reads that page has the launcher in Russian too.</summary>
    [Theory]
    [InlineData("open")]
    [InlineData("kindExpired")]
    public void What_is_to_be_pressed_and_picked_is_called_as_on_the_launcher_in_Russian(string name)
    {
        var texts = Repository.Read("src/MiniApp.AspNetCore.DevLauncher/Page/texts.js").Split("\n  ru: {")[1];
        var start = texts.IndexOf($" {name}: '", StringComparison.Ordinal) + $" {name}: '".Length;

        Assert.Contains($"*{texts[start..texts.IndexOf('\'', start)]}*", Repository.Read(Page), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("MapVkMiniAppLauncher", "Вы — пользователь VK 42.")]
    [InlineData("AddMaxMiniApp", "Вы — 42.")]
    public async Task Program_answers_what_the_page_says_with_the_settings_that_it_says(string mark, string answer)
    {
        await using var program = await PageProgram.StartAsync(
            CodeBlock.All.Single(block => block is { Page: Page, Language: "csharp" } && block.Text.Contains(mark, StringComparison.Ordinal)), Settings);
        using var client = new HttpClient { BaseAddress = program.Address };

        Assert.Equal(answer, await AskAsync(new VkLaunchParamsSigner(6736218, "защищённый ключ").SignQuery(new() { UserId = 42 })));
        Assert.Equal(
            "401 Bearer error=\"invalid_token\"",
            await AskAsync(new VkLaunchParamsSigner(6736218, "сервисный ключ").SignQuery(new() { UserId = 42 })));

        async Task<string> AskAsync(string launch)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, "/me");
            request.Headers.TryAddWithoutValidation("Authorization", "Bearer " + launch);
            using var response = await client.SendAsync(request);
            return response.IsSuccessStatusCode
                ? await response.Content.ReadAsStringAsync()
                : $"{(int)response.StatusCode} {response.Headers.NonValidated["WWW-Authenticate"].First()}";
        }
    }
}
