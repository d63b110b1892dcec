namespace MiniApp.Tool.Tests.Inspection;

public sealed class ReportJsonTests : IDisposable
{
    private readonly TestTool _tool = new();

    public void Dispose() => _tool.Dispose();

    [Fact]
    public void Json_says_the_same_on_one_line()
    {
        var result = _tool.Run("inspect", "--platform", "max", "--json", "auth_date=1&hash=2&c");

        Assert.Equal((1, ""), (result.Status, result.Error));
        Assert.Equal(
            """
            {"platform":"max","kind":"launch","spelling":"a query","parameters":[{"name":"auth_date","value":"1","kind":"signed"},{"name":"c","value":null,"kind":"signed"},{"name":"hash","value":"2","kind":"proof"}],"judgedWith":"environment variable Authentication__Schemes__MaxMiniApp__BotToken","verdict":"refused","reason":"malformed","meaning":"This is not init data in any spelling that is accepted. The field c is not name=value.","advice":"Send WebApp.initData as the page has it. It is empty where MAX says nothing about the user."}

            """.ReplaceLineEndings("\n"),
            result.Output);
    }

    [Fact]
    public void Json_of_a_good_launch_has_its_age_and_no_reason()
    {
        var json = _tool.Run("inspect", "--json", Example.Sign("vk", age: 60) + "&utm=1").Good();

        Assert.Contains("\"signedAt\":1699999940,\"ageSeconds\":60,", json, StringComparison.Ordinal);
        Assert.Contains("{\"name\":\"utm\",\"value\":\"1\",\"kind\":\"unsigned\"}", json, StringComparison.Ordinal);
        Assert.Contains("\"verdict\":\"good\",\"reason\":null,", json, StringComparison.Ordinal);
    }

    [Fact]
    public void Json_is_plain_ascii()
    {
        var output = _tool.Run("inspect", "--json", Example.Sign("vk", additional: ("vk_ref", "\u001b[31mЖ\u202e\u009b"))).Good();

        Assert.Contains("""{"name":"vk_ref","value":"\u001B[31m\u0416\u202E\u009B","kind":"signed"}""", output, StringComparison.Ordinal);
        Assert.DoesNotContain(output.TrimEnd('\n'), character => character is < ' ' or > '~');
    }
}
