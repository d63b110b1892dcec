using System.Buffers.Text;
using System.Text;
using System.Text.Json;

namespace MiniApp.Tool.Tests.Inspection;

/// <summary>inspect and verify say good of a text where the application signs in whoever sends it, and nowhere else.</summary>
public sealed class TokenJudgeTests : IDisposable
{
    private const int Count = 250;

    private static readonly Func<string, string>[] Wrappings =
    [
        token => token,
        Uri.EscapeDataString,
        token => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(token)),
        token => Convert.ToBase64String(Encoding.UTF8.GetBytes(token)),
        token => "?" + token,
        token => "#" + token,
        token => $"https://example.com/?{token}",
        token => $"https://example.com/#{token}",
        token => $"tgWebAppData={Uri.EscapeDataString(token)}&tgWebAppVersion=9.1",
        token => $"https://example.com/#tgWebAppData={Uri.EscapeDataString(token)}&tgWebAppVersion=9.1",
        token => $"WebAppData={Uri.EscapeDataString(token)}",
        token => $"access_token={Uri.EscapeDataString(token)}&id=1",
        token => $"\"{token}\"",
        token => $"'{token}'",
        token => $"{{\"initData\":{JsonSerializer.Serialize(token)}}}",
        token => JsonSerializer.Serialize(token)[1..^1],
        token => token.Replace("&", "&amp;", StringComparison.Ordinal),
        token => token + "\n",
        token => " " + token,
        token => token.Insert(token.Length / 2, "\n"),
        token => token + "\u00a0",
        token => token + "\u3164",
        token => token + ",",
        token => token[..^1],
        token => token.Replace("42", "43", StringComparison.Ordinal),
        token => token.Replace('&', ';'),
        token => token + "&" + token,
        Uri.UnescapeDataString,
        token => token.ToUpperInvariant(),
    ];

    private static readonly Func<string, string>[] Headers =
    [
        token => "Bearer " + token,
        token => "bearer  " + token,
        token => "VK " + token,
        token => "tma " + token,
        token => "TMA " + token,
        token => "max " + token,
        token => " max " + token + " ",
        token => "Authorization: Bearer " + token,
        token => "authorization:tma " + token,
        token => "Authorization: Basic " + token,
        token => "Authorization: " + token,
        token => "Bearer tma " + token,
        token => "tma\t" + token,
    ];

    private readonly TestTool _tool = new();

    public void Dispose() => _tool.Dispose();

    [Theory]
    [InlineData("vk")]
    [InlineData("telegram")]
    [InlineData("max")]
    public void A_text_is_good_where_the_application_accepts_it_as_a_token(string platform)
    {
        using var backend = new Backend(_tool.Clock);
        var random = new Random(42);
        var good = 0;

        for (var count = 0; count < Count; count++)
        {
            var text = Wrap(random, Token(random));
            var isGood = IsGood(platform, text);

            Assert.Equal((backend.Accepts(platform, text), text), (isGood, text));
            Assert.Equal(isGood, text.Contains('\n', StringComparison.Ordinal) ? isGood : Verify(platform, text));
            good += isGood ? 1 : 0;
        }

        Assert.InRange(good, 10, Count - 10);
    }

    [Theory]
    [InlineData("vk")]
    [InlineData("telegram")]
    [InlineData("max")]
    public async Task A_header_is_good_where_the_application_accepts_it(string platform)
    {
        using var backend = new Backend(_tool.Clock);
        var random = new Random(43);
        var good = 0;

        for (var count = 0; count < Count; count++)
        {
            var header = Headers[random.Next(Headers.Length)](count % 2 == 0 ? Token(random) : Wrap(random, Token(random)));
            var value = header.Trim();
            value = value.StartsWith("Authorization:", StringComparison.OrdinalIgnoreCase) ? value["Authorization:".Length..].Trim() : value;
            var isGood = IsGood(platform, header);

            Assert.Equal((await backend.AcceptsHeaderAsync(platform, value), header), (isGood, header));
            good += isGood ? 1 : 0;
        }

        Assert.InRange(good, 5, Count - 10);
    }

    private static string Token(Random random) => Example.Sign(
        Example.Platforms[random.Next(3)],
        age: random.Next(5) == 0 ? 100_000 : 0,
        userId: random.Next(10) == 0 ? 0 : 42);

    private static string Wrap(Random random, string token)
    {
        for (var layers = random.Next(3); layers > 0 && token.Length > 2; layers--)
        {
            token = Wrappings[random.Next(Wrappings.Length)](token);
        }

        return token;
    }

    private bool IsGood(string platform, string text)
    {
        var result = _tool.Run("inspect", "--json", "--platform", platform, "--", text);
        using var json = JsonDocument.Parse(result.Output);
        var isGood = json.RootElement.GetProperty("verdict").GetString() == "good";

        Assert.Equal((isGood ? 0 : 1, ""), (result.Status, result.Error));
        return isGood;
    }

    private bool Verify(string platform, string text) => _tool.Verify(text, "--platform", platform) is ["ok"];
}
