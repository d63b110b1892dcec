using Microsoft.Playwright;
using MiniAppBlazor;
using MiniAppBlazor.Components;
using static Microsoft.Playwright.Assertions;

namespace MiniAppPages.Tests;

/// <summary>The samples in a frame of another site, in a browser that keeps other sites' cookies apart.</summary>
public sealed class FrameTests(FramingChromium chromium) : IAsyncLifetime
{
    private Platform _platform = null!;
    private IPage _page = null!;

    private IFrameLocator Frame => _page.FrameLocator("#app");

    public async ValueTask InitializeAsync()
    {
        _page = await (await chromium.OpenWindowAsync(new())).NewPageAsync();
        _platform = await Platform.StartAsync();
    }

    [Fact]
    public async Task Razor_pages_keep_their_user_and_their_forms_in_the_frame()
    {
        await using var app = new SampleApp<Notes>(_platform.Origin);
        var address = await ShowAsync(app);
        Assert.Equal(address.AbsoluteUri, _page.Frames[1].Url);
        await Frame.Locator("input[name=Text]").FillAsync("Milk");
        await Frame.GetByText("Keep").ClickAsync();
        await Expect(Frame.Locator("#note")).ToHaveTextAsync("Milk");
        Assert.All(await _page.Context.CookiesAsync(), cookie => Assert.False(string.IsNullOrEmpty(cookie.PartitionKey), cookie.Name));

        await Frame.GetByText("Leave").ClickAsync();
        await Expect(Frame.Locator("h1")).ToHaveTextAsync("Close the app and open it again in VK.");
    }

    [Fact]
    public async Task Cookie_that_is_not_of_the_frames_own_jar_is_kept_from_it_or_these_tests_would_show_nothing()
    {
        await using var app = new SampleApp<Notes>(_platform.Origin);
        await ShowAsync(app);

        var cookies = await _page.Frames[1].EvaluateAsync<string>(
            """
            () => {
              document.cookie = 'common=1; Secure; SameSite=None';
              document.cookie = 'own=1; Secure; SameSite=None; Partitioned';
              return document.cookie;
            }
            """);

        Assert.Equal("own=1", cookies);
    }

    [Fact]
    public async Task Page_beside_the_frame_can_post_nothing_in_the_users_name()
    {
        await using var app = new SampleApp<Notes>(_platform.Origin);
        var address = await ShowAsync(app);

        await _page.EvaluateAsync(
            """
            address => {
              const form = Object.assign(document.createElement('form'), { action: address, method: 'post', target: 'other' });
              document.body.append(form, Object.assign(document.createElement('iframe'), { name: 'other', id: 'other' }));
              form.submit();
            }
            """,
            address.AbsoluteUri);

        await Expect(_page.FrameLocator("#other").Locator("h1")).ToHaveTextAsync("Close the app and open it again in VK.");
    }

    [Fact]
    public async Task Site_that_may_not_show_the_page_in_a_frame_does_not()
    {
        await using var app = new SampleApp<Notes>("https://vk.example");
        var address = app.StartOnPort();

        var refusal = WaitForRefusalAsync(address);

        await _page.GotoAsync(_platform.Show(new Uri(address, app.Address())));

        Assert.Equal("net::ERR_BLOCKED_BY_RESPONSE", await refusal);
    }

    [Fact]
    public async Task Site_that_shows_a_platform_that_shows_the_page_does_not_either()
    {
        await using var app = new SampleApp<Notes>(_platform.Origin);
        await using var stranger = await Platform.StartAsync();
        var address = app.StartOnPort();
        var refusal = WaitForRefusalAsync(address);

        await _page.GotoAsync(stranger.Show(new Uri(_platform.Show(new Uri(address, app.Address())))));

        Assert.Equal("net::ERR_BLOCKED_BY_RESPONSE", await refusal);
        await Expect(Frame.Locator("#app")).ToBeAttachedAsync();
    }

    [Fact]
    public async Task Page_of_the_very_origin_may_show_it_in_a_frame_as_the_launcher_does()
    {
        await using var app = new SampleApp<Notes>();
        var address = app.StartOnPort();
        await _page.GotoAsync(new Uri(address, app.Address()).AbsoluteUri);

        await _page.EvaluateAsync("document.body.append(Object.assign(document.createElement('iframe'), { id: 'app', src: '/' }))");

        await Expect(Frame.Locator("h1")).ToHaveTextAsync("Hello, user 42!");
    }

    [Theory]
    [InlineData(0, "vk:42", "42")]
    [InlineData(1, "telegram:42", "telegram:42")]
    [InlineData(2, "max:42", "max:42")]
    public async Task Blazor_knows_its_user_over_the_web_socket_too(int platform, string user, string name)
    {
        await using var app = new SampleApp<App>(_platform.Origin);
        var address = app.StartOnPort();
        await _page.GotoAsync(_platform.Show(new Uri(address, DevelopmentAddresses.Find(app.Services).ElementAt(platform))));

        await Expect(Frame.Locator("h1")).ToHaveTextAsync($"Hello, {user}!");
        await Frame.Locator("button").ClickAsync();
        await Expect(Frame.Locator("#count")).ToHaveTextAsync($"{name} has counted to 1.");
        Assert.Equal(address.AbsoluteUri, _page.Frames[1].Url);

        // The page is opened again with what it was opened with before: the browser that used it may, and no other.
        await _page.ReloadAsync();
        await Expect(Frame.Locator("h1")).ToHaveTextAsync($"Hello, {user}!");
        await _page.CloseAsync(); // or the server would wait for its web socket
    }

    public async ValueTask DisposeAsync()
    {
        await _page.Context.DisposeAsync();
        await _platform.DisposeAsync();
    }

    /// <summary>Opens the sample as VK does, in the platform's frame, until its user is there.</summary>
    private async Task<Uri> ShowAsync(SampleApp<Notes> app)
    {
        var address = app.StartOnPort();
        await _page.GotoAsync(_platform.Show(new Uri(address, app.Address())));
        await Expect(Frame.Locator("h1")).ToHaveTextAsync("Hello, user 42!");
        return address;
    }

    /// <summary>
    /// Waits until the browser has refused to show what is at this address, and says how. Where the frame ends up is no sure sign: its error
    /// page's events may be over before anybody waits for them.
    /// </summary>
    private Task<string?> WaitForRefusalAsync(Uri address)
    {
        var refusal = new TaskCompletionSource<string?>(TaskCreationOptions.RunContinuationsAsynchronously);
        _page.RequestFailed += (_, request) =>
        {
            if (request.Url.StartsWith(address.AbsoluteUri, StringComparison.Ordinal))
            {
                refusal.TrySetResult(request.Failure);
            }
        };

        return refusal.Task.WaitAsync(TimeSpan.FromMinutes(1));
    }
}
