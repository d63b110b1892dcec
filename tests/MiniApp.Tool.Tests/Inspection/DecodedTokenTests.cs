using System.Buffers.Text;
using System.Text;

namespace MiniApp.Tool.Tests.Inspection;

public sealed class DecodedTokenTests : IDisposable
{
    private readonly TestTool _tool = new();

    public void Dispose() => _tool.Dispose();

    [Theory]
    [InlineData("vk", "{0}", "a query")]
    [InlineData("vk", "?{0}", "a query behind its question mark")]
    [InlineData("vk", "https://example.com/?{0}#x", "the page's address")]
    [InlineData("vk", "  Bearer {0} ", "a query")]
    [InlineData("vk", "VK {64}", "base64 of a query")]
    [InlineData("vk", "bearer {64}", "base64 of a query")]
    [InlineData("telegram", "tma {0}", "a query")]
    [InlineData("max", "max {0}", "a query")]
    [InlineData("max", "Bearer {64}", "base64 of a query")]
    [InlineData("max", "{escaped}", "a query")]
    public void A_token_is_read_as_it_was_pasted(string platform, string spelling, string words)
    {
        var query = Example.Sign(platform);
        var pasted = spelling
            .Replace("{0}", query, StringComparison.Ordinal)
            .Replace("{64}", Base64Url.EncodeToString(Encoding.ASCII.GetBytes(query)), StringComparison.Ordinal)
            .Replace("{escaped}", Uri.EscapeDataString(query), StringComparison.Ordinal);
        _tool.Environment["Authentication__Schemes__MaxMiniApp__AcceptBearer"] = "true";
        var result = _tool.Run("inspect", "--platform", platform, pasted).Good();

        Assert.Contains($"Token        {words}, ", result, StringComparison.Ordinal);
        Assert.Equal(result, _tool.RunOn(pasted + "\nanother line", "inspect", "--platform", platform).Good());
    }
}
