using Microsoft.AspNetCore.Http;

namespace MiniApp.AspNetCore.Tests;

/// <summary>What a browser says of a request, by headers that no page can write.</summary>
public class RequestOriginTests
{
    [Theory]
    [InlineData("prefetch", true)]
    [InlineData("Prefetch;prerender", true)]
    [InlineData("prerender", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public void Page_that_is_fetched_ahead_is_told_by_its_purpose(string? purpose, bool isPrefetch)
    {
        var request = new DefaultHttpContext().Request;
        request.Headers["Sec-Purpose"] = purpose;

        Assert.Equal(isPrefetch, RequestOrigin.IsPrefetch(request));
    }

    [Theory]
    [InlineData("GET", null, null, true)]
    [InlineData("GET", "navigate", null, true)]
    [InlineData("GET", "navigate", "websocket", false)]
    [InlineData("GET", "no-cors", null, false)]
    [InlineData("HEAD", "navigate", null, false)]
    [InlineData("POST", "navigate", null, false)]
    public void Navigation_gets_a_page_that_is_shown(string method, string? mode, string? upgrade, bool isNavigation)
    {
        var request = new DefaultHttpContext().Request;
        request.Method = method;
        (request.Headers["Sec-Fetch-Mode"], request.Headers.Upgrade) = (mode, upgrade);

        Assert.Equal(isNavigation, RequestOrigin.IsNavigation(request));
    }
}
