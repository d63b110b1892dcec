namespace MiniAppPages.Tests;

/// <summary>The sample with Razor Pages, without a browser.</summary>
public sealed class RazorPagesTests : IAsyncDisposable
{
    private const string Ours = "https://localhost";

    private readonly SampleApp<Notes> _app = new();

    [Fact]
    public async Task Page_that_VK_opens_knows_its_user_and_has_an_address_without_the_launch()
    {
        using var client = _app.CreateClient();
        using var response = await client.GetAsync(_app.Address() + "&tab=2");

        Assert.Equal(200, (int)response.StatusCode);
        Assert.Equal("https://localhost/?tab=2", response.RequestMessage?.RequestUri?.AbsoluteUri);
        Assert.Contains("Hello, user 42!", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(
            "frame-ancestors 'self' https://vk.com https://*.vk.com https://vk.ru https://*.vk.ru https://vk.example",
            Assert.Single(response.Headers.GetValues("Content-Security-Policy")));
        Assert.False(response.Headers.Contains("X-Frame-Options")); // antiforgery's
    }

    [Fact]
    public async Task Form_is_taken_with_its_token_from_its_own_page()
    {
        using var client = _app.CreateClient();
        var page = (await client.GetAsync(_app.Address()).ReadAsync()).Text;

        var kept = await client.SubmitAsync(page, "/", Ours, ("Text", "Milk & <b>")).ReadAsync();

        Assert.Equal(200, kept.Status);
        Assert.Contains("<p id=\"note\">Milk & <b></p>", kept.Text, StringComparison.Ordinal);
        Assert.Contains("a maximum length of 200", (await client.SubmitAsync(page, "/", Ours, ("Text", new string('x', 201))).ReadAsync()).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Form_of_another_origin_or_without_its_token_is_refused()
    {
        using var client = _app.CreateClient();
        var page = (await client.GetAsync(_app.Address()).ReadAsync()).Text;

        Assert.Equal(401, (await client.SubmitAsync(page, "/", "https://evil.example", ("Text", "x")).ReadAsync()).Status);
        var without = await client.SubmitAsync("", "/", Ours, ("Text", "x")).ReadAsync();
        Assert.Equal(400, without.Status);
        Assert.Contains("That did not work.", without.Text, StringComparison.Ordinal);
        Assert.Contains("You have no note yet.", (await client.GetAsync("/").ReadAsync()).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Form_of_a_user_is_refused_when_another_one_has_come()
    {
        using var client = _app.CreateClient();
        var page = (await client.GetAsync(_app.Address()).ReadAsync()).Text;
        Assert.Contains("user 43", (await client.GetAsync(_app.Address(43)).ReadAsync()).Text, StringComparison.Ordinal);

        Assert.Equal(400, (await client.SubmitAsync(page, "/", Ours, ("Text", "x")).ReadAsync()).Status);
    }

    [Fact]
    public async Task Who_leaves_is_asked_to_open_the_app_again()
    {
        using var client = _app.CreateClient();
        var page = (await client.GetAsync(_app.Address()).ReadAsync()).Text;

        Assert.Equal(401, (await client.SubmitAsync(page, "/?handler=Leave", Ours).ReadAsync()).Status);
        Assert.Equal(401, (await client.GetAsync("/").ReadAsync()).Status);
        _app.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(200, (await client.GetAsync(_app.Address()).ReadAsync()).Status);
    }

    [Fact]
    public async Task Refusal_is_a_page_that_says_what_to_do()
    {
        using var client = _app.CreateClient();
        await client.GetAsync(_app.Address()).ReadAsync();

        foreach (var address in new[] { _app.Address(43, age: TimeSpan.FromHours(2)), "/?vk_user_id=43", "/" })
        {
            var refused = await client.GetAsync(address).ReadAsync();
            Assert.Equal(401, refused.Status);
            Assert.Contains("Close the app and open it again in VK.", refused.Text, StringComparison.Ordinal);
        }

        Assert.Contains("There is no such page.", (await client.GetAsync("/nowhere").ReadAsync()).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("HEAD")]
    [InlineData("POST")]
    [InlineData("PUT")]
    public async Task Launch_in_the_address_of_what_is_no_page_is_refused(string method)
    {
        using var client = _app.CreateClient();
        using var request = new HttpRequestMessage(new HttpMethod(method), _app.Address());
        using var response = await client.SendAsync(request);

        Assert.Equal(401, (int)response.StatusCode);
    }

    [Fact]
    public async Task Address_that_is_printed_opens_the_app()
    {
        using var client = _app.CreateClient();
        var address = DevelopmentAddress.Find(_app.Services);

        Assert.StartsWith("/?vk_", address, StringComparison.Ordinal);
        Assert.Contains("Hello, user 42!", (await client.GetAsync(address).ReadAsync()).Text, StringComparison.Ordinal);
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}
