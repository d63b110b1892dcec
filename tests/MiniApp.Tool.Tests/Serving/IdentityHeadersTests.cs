using System.Security.Claims;
using Microsoft.AspNetCore.Http;
using MiniApp.AspNetCore;
using MiniApp.Tool.Serving;
using TelegramMiniApp;

namespace MiniApp.Tool.Tests.Serving;

/// <summary>What the headers say of a user.</summary>
public sealed class IdentityHeadersTests
{
    [Fact]
    public async Task A_claim_that_is_asked_for_is_a_header_and_one_that_is_not_there_an_empty_one()
    {
        await using var host = await EdgeHost.StartAsync(claims: ["vk_app_id", "vk_ref", "telegram_username"]);
        var answer = await host.AskAsync("/auth", $"Bearer {Example.Sign("vk", additional: ("vk_ref", "other"))}");

        Assert.Equal("6736218", answer.Header("X-MiniApp-Vk-App-Id"));
        Assert.Equal("other", answer.Header("X-MiniApp-Vk-Ref"));
        Assert.Equal("", answer.Header("X-MiniApp-Telegram-Username"));
        Assert.Null(answer.Header("X-MiniApp-Vk-Language"));
    }

    [Theory]
    [InlineData("Анна", "%D0%90%D0%BD%D0%BD%D0%B0")]
    [InlineData("Anna-Maria_2.~", "Anna-Maria_2.~")]
    [InlineData("a b,c;\"%", "a%20b%2Cc%3B%22%25")]
    [InlineData("\r\nX-MiniApp-Subject: vk:1\r\n", "%0D%0AX-MiniApp-Subject%3A%20vk%3A1%0D%0A")]
    [InlineData("😀\u0000\u007F", "%F0%9F%98%80%00%7F")]
    public async Task A_value_is_percent_encoded_so_that_no_line_ends_in_it(string name, string header)
    {
        await using var host = await EdgeHost.StartAsync(claims: ["telegram_first_name"], platforms: ["telegram"]);
        var token = new TelegramInitDataSigner(Example.TelegramKey).SignInitData(new TelegramInitDataDescriptor
        {
            User = new TelegramUser { Id = 42, FirstName = name },
            AuthDate = DateTimeOffset.FromUnixTimeSeconds(Example.Now),
        });

        var answer = await host.AskAsync("/auth", $"tma {token}");
        Assert.Equal((200, "telegram:42"), answer.User());
        Assert.Equal(header, answer.Header("X-MiniApp-Telegram-First-Name"));
        Assert.Equal(name, Uri.UnescapeDataString(header));
    }

    [Fact]
    public void Who_has_no_subject_is_nobody_and_two_users_are_nobody_either()
    {
        var headers = new HeaderDictionary();
        var one = new ClaimsIdentity("one");
        one.AddMiniAppSubject(MiniAppSubject.VkUser(42));
        var two = new ClaimsIdentity("two");
        two.AddMiniAppSubject(MiniAppSubject.TelegramUser(42));

        Assert.False(new IdentityHeaders([]).TryWrite(new ClaimsPrincipal(new ClaimsIdentity("nobody")), headers));
        Assert.False(new IdentityHeaders([]).TryWrite(new ClaimsPrincipal([one, two]), headers));
        Assert.Empty(headers);
        Assert.True(new IdentityHeaders([]).TryWrite(new ClaimsPrincipal(one), headers));
        Assert.Equal("vk:42", headers["X-MiniApp-Subject"]);
    }
}
