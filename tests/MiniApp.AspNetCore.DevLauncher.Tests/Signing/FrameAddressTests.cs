namespace MiniApp.AspNetCore.DevLauncher.Tests;

/// <summary>The address that the frame opens.</summary>
public class FrameAddressTests
{
    [Theory]
    [InlineData("/", null, "/?q=1")]
    [InlineData("/", "", "/?q=1")]
    [InlineData("/", "/profile/1", "/?q=1#/profile/1")]
    [InlineData("/?a=b", null, "/?a=b&q=1")]
    [InlineData("/#top", null, "/?q=1#top")]
    [InlineData("/#why?", "x", "/?q=1#x")]
    [InlineData("https://app.example", "//evil.example", "https://app.example?q=1#//evil.example")]
    public void Fragment_stands_behind_the_query_and_replaces_the_pages_own(string page, string? fragment, string address) =>
        Assert.Equal(address, FrameAddress.Create(new Uri(page, UriKind.RelativeOrAbsolute), "q=1", fragment));
}
