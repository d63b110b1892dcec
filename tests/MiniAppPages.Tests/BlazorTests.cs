using MiniAppBlazor;
using MiniAppBlazor.Components;

namespace MiniAppPages.Tests;

/// <summary>The sample with Blazor, without a browser.</summary>
public sealed class BlazorTests : IAsyncDisposable
{
    private readonly SampleApp<App> _app = new();

    [Fact]
    public async Task Page_that_VK_opens_knows_its_user_and_has_an_address_without_the_launch()
    {
        using var client = _app.CreateClient();
        using var response = await client.GetAsync(_app.Address());

        Assert.Equal((200, "https://localhost/"), ((int)response.StatusCode, response.RequestMessage?.RequestUri?.AbsoluteUri));
        Assert.Contains("<h1>Hello, vk:42!</h1>", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(
            "frame-ancestors 'self' https://vk.com https://*.vk.com https://vk.ru https://*.vk.ru https://web.telegram.org https://*.max.ru https://vk.example",
            Assert.Single(response.Headers.GetValues("Content-Security-Policy")));
    }

    [Fact]
    public async Task Refusal_is_a_page_that_says_what_to_do()
    {
        using var client = _app.CreateClient();

        foreach (var address in new[] { "/", _app.Address(age: TimeSpan.FromHours(2)), "/?vk_user_id=42" })
        {
            var refused = await client.GetAsync(address).ReadAsync();
            Assert.Equal(401, refused.Status);
            Assert.Contains("Close the app and open it again in the messenger.", refused.Text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Launches_that_the_script_posts_are_taken_of_every_platform()
    {
        foreach (var (address, expected) in DevelopmentAddresses.Find(_app.Services).Zip(["vk:42", "telegram:42", "max:42"]))
        {
            using var client = _app.CreateClient();
            var fragment = address.Split('#', '?')[1].Split('&')[0].Split('=')[1];
            using var request = new HttpRequestMessage(HttpMethod.Post, "/session/cookie");
            request.Headers.Add("Launch-Binding", "0123456789abcdef");
            request.Headers.TryAddWithoutValidation("Authorization", expected[0] switch
            {
                'v' => "Bearer " + address.Split('?')[1],
                't' => "tma " + Uri.UnescapeDataString(fragment),
                _ => "max " + Uri.UnescapeDataString(fragment),
            });

            Assert.Equal(204, (await client.SendAsync(request).ReadAsync()).Status);
            Assert.Contains($"<h1>Hello, {expected}!</h1>", (await client.GetAsync("/").ReadAsync()).Text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Script_is_answered_as_the_server_answers_and_not_with_a_page()
    {
        using var client = _app.CreateClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, "/session/cookie");
        request.Headers.Add("Launch-Binding", "0123456789abcdef");
        request.Headers.TryAddWithoutValidation("Authorization", "tma auth_date=1&hash=2");

        Assert.Equal((401, ""), await client.SendAsync(request).ReadAsync() is var refused ? (refused.Status, refused.Text) : default);
        Assert.Equal(401, (await client.DeleteAsync("/session").ReadAsync()).Status);
    }

    [Fact]
    public async Task Start_is_open_to_everybody()
    {
        using var client = _app.CreateClient();

        Assert.Contains("start.", (await client.GetAsync("/start").ReadAsync()).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Script_on_the_page_of_the_docs_is_the_one_that_is_tested() => Assert.Contains(
        Repository.Read("samples/MiniAppBlazor/wwwroot/start.js"), Repository.Read("docs/server-rendered-pages.md"), StringComparison.Ordinal);

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}
