namespace MiniApp.AspNetCore.Tests;

/// <summary>The text by which a session's tokens hold it.</summary>
public class MiniAppSessionTests
{
    private const string Id = "0123456789abcdef0123456789abcdef";

    [Theory]
    [InlineData($"{Id} 1760000000 1760000005 vk:42 vk:app:7")]
    [InlineData($"{Id} 1760000000 1760000005 telegram-test:42 ")]
    [InlineData($"{Id} 0 0 * *")]
    [InlineData($"{Id} 253402300799 253402300799 vk:42 ")]
    public void Text_is_read_as_it_was_written(string text) => Assert.Equal(text, MiniAppSession.Read(text)?.Write());

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(Id)]
    [InlineData($"{Id} 1760000000 1760000005 vk:42")]
    [InlineData($"{Id} 1760000000 1760000005 vk:42 vk:app:7 more")]
    [InlineData($"{Id} -1 1760000005 vk:42 ")]
    [InlineData($"{Id} 253402300800 1760000005 vk:42 ")]
    [InlineData($"{Id} 1760000000 x vk:42 ")]
    [InlineData($"{Id} 1760000000 1760000005 VK:42 ")]
    [InlineData($"{Id} 1760000000 1760000005 vk:42 vk:app:-7")]
    [InlineData("0123 1760000000 1760000005 vk:42 ")]
    public void Any_other_text_is_no_session(string? text) => Assert.Null(MiniAppSession.Read(text));

    [Fact]
    public void Session_ends_so_long_after_its_launch_or_with_the_calendar()
    {
        var lastDay = DateTimeOffset.MaxValue.AddDays(-1);

        Assert.Equal(lastDay.AddDays(1), MiniAppSession.FindEnd(lastDay, TimeSpan.FromDays(1)));
        Assert.Equal(lastDay.AddHours(23), MiniAppSession.FindEnd(lastDay, TimeSpan.FromHours(23)));
        Assert.Equal(DateTimeOffset.MaxValue, MiniAppSession.FindEnd(lastDay, TimeSpan.FromDays(1) + TimeSpan.FromTicks(1)));
    }
}
