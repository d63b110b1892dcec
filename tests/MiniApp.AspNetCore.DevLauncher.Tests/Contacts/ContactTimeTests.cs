using MaxMiniApp.AspNetCore;
using MaxMiniApp.AspNetCore.DevLauncher;

namespace MiniApp.AspNetCore.DevLauncher.Tests;

public class ContactTimeTests
{
    private const long Now = 1_760_000_000;

    [Theory]
    [InlineData(nameof(ContactKind.Fresh), Now, Now)]
    [InlineData(nameof(ContactKind.Forged), Now, Now)]
    [InlineData(nameof(ContactKind.AnotherUser), Now, Now)]
    [InlineData(nameof(ContactKind.Aged), Now, Now - 2 * 86_400)]
    [InlineData(nameof(ContactKind.Aged), 2 * 86_400, 0)]
    [InlineData(nameof(ContactKind.Aged), 2 * 86_400 - 1, 0)]
    [InlineData(nameof(ContactKind.DatedAhead), Now, Now + 3_600)]
    public void Contact_is_dated_by_the_clock_of_the_scheme(string kind, long now, long expected)
    {
        var scheme = new MaxMiniAppOptions { TimeProvider = new TestClock(now) };

        Assert.Equal(expected, ContactTime.Of(new MaxContactRequest { Kind = Enum.Parse<ContactKind>(kind) }, scheme));
    }
}
