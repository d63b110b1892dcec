namespace MiniApp.Tool.Tests.Inspection;

/// <summary>The lines that programs read: a field's name, its place and its type are a promise.</summary>
public sealed class ReportJsonSchemaTests : IDisposable
{
    private const string VkKey = "environment variable Authentication__Schemes__VkMiniApp__AppSecret";
    private const string TelegramKey = "environment variable Authentication__Schemes__TelegramMiniApp__BotToken";
    private const string MaxKey = "environment variable Authentication__Schemes__MaxMiniApp__BotToken";

    private readonly TestTool _tool = new();

    public void Dispose() => _tool.Dispose();

    [Fact]
    public void Of_a_hash()
    {
        var sign = ExampleProof.Hash();

        Assert.Equal(
            $$"""
            {"platform":"vk","kind":"hash","spelling":"a query","userId":42,"userIdFrom":"option","signedAt":1700000000,"ageSeconds":0,"parameters":[{"name":"request_id","value":"order-17","kind":"signed"},{"name":"sign","value":"{{sign}}","kind":"proof"},{"name":"ts","value":"1700000000","kind":"signed"}],"judgedWith":"{{VkKey}}","verdict":"good","reason":null,"meaning":"VK signed it. It is valid until 2023-11-14 22:18:20 UTC.","advice":null}
            """,
            Inspect("--user-id", "42", $"request_id=order-17&ts=1700000000&sign={sign}"));
    }

    [Fact]
    public void Of_a_contact_of_vk_that_nobody_said_whose_it_is() =>
        Assert.Equal(
            $$"""
            {"platform":"vk","kind":"contact","spelling":"JSON","userId":null,"userIdFrom":null,"parameters":[{"name":"is_verified","value":"true","kind":"unsigned"},{"name":"phone_number","value":"7","kind":"signed"},{"name":"sign","value":"x","kind":"proof"}],"judgedWith":"{{VkKey}}","verdict":"not judged","reason":null,"meaning":"Without --user-id, nobody can tell what it has to be right for.","advice":"Say who is signed in, with --user-id."}
            """,
            Inspect("""{"phone_number":"7","sign":"x","is_verified":true}"""));

    [Fact]
    public void Of_a_contact_of_telegram_that_is_another_users()
    {
        var response = ExampleProof.TelegramContact();
        var hash = response.Split("hash=")[1];

        Assert.Equal(
            $$"""
            {"platform":"telegram","kind":"contact","spelling":"a query","userId":43,"userIdFrom":"option","signedAt":1700000000,"ageSeconds":0,"parameters":[{"name":"auth_date","value":"1700000000","kind":"signed"},{"name":"contact","value":"{\u0022user_id\u0022:42,\u0022phone_number\u0022:\u002279990000000\u0022,\u0022first_name\u0022:\u0022Test\u0022}","kind":"signed"},{"name":"hash","value":"{{hash}}","kind":"proof"}],"judgedWith":"{{TelegramKey}}","verdict":"refused","reason":"other_user","meaning":"The proof is right, but it is the contact of another user than the one who is signed in.","advice":"Refuse it: whoever has somebody\u0027s contact could send it as theirs.","unwrapped":"You pasted it in quotation marks; judged is what is inside."}
            """,
            Inspect("--user-id", "43", $"'{response}'"));
    }

    [Fact]
    public void Of_a_contact_of_max_that_says_itself_whose_it_is()
    {
        var hash = ExampleProof.MaxHash();

        Assert.Equal(
            $$"""
            {"platform":"max","kind":"contact","spelling":"a query","userId":42,"userIdFrom":"text","signedAt":1700000000,"ageSeconds":0,"parameters":[{"name":"authDate","value":"1700000000","kind":"signed"},{"name":"hash","value":"{{hash}}","kind":"proof"},{"name":"phone","value":"79990000000","kind":"signed"},{"name":"userId","value":"42","kind":"signed"}],"judgedWith":"{{MaxKey}}","verdict":"good","reason":null,"meaning":"MAX signed it. It says itself whose it is: a back end takes the user from a verified launch or a session, and never from here. It is valid until 2023-11-14 23:13:20 UTC.","advice":null}
            """,
            Inspect($"userId=42&phone=79990000000&authDate=1700000000&hash={hash}"));
    }

    [Fact]
    public void Of_a_card() =>
        Assert.Equal(
            $$"""
            {"platform":"max","kind":"card","spelling":"JSON","userId":null,"userIdFrom":null,"parameters":[{"name":"hash","value":"x","kind":"proof"},{"name":"vcf_info","value":"BEGIN:VCARD","kind":"signed"}],"judgedWith":"{{MaxKey}}","verdict":"refused","reason":"invalid_proof","meaning":"The proof is not right under this key: either the key is a different one, or something was changed, or it is another user\u0027s.","advice":"Check that the key is the bot\u0027s token, and the user the one who is signed in. A card has to keep its line ends, CR LF.","unwrapped":"You pasted JSON around it; judged is what is inside."}
            """,
            Inspect("""{"payload":{"vcf_info":"BEGIN:VCARD","hash":"x"}}"""));

    [Fact]
    public void Of_a_payment()
    {
        var body = ExampleProof.Payment(("user_id", "42"));

        Assert.Equal(
            $$"""
            {"platform":"vk","kind":"payment","spelling":"a query","userId":42,"userIdFrom":"text","parameters":[{"name":"app_id","value":"6736218","kind":"signed"},{"name":"notification_type","value":"order_status_change","kind":"signed"},{"name":"sig","value":"{{body.Split("sig=")[1]}}","kind":"proof"},{"name":"user_id","value":"42","kind":"signed"}],"judgedWith":"{{VkKey}}","verdict":"good","reason":null,"meaning":"VK signed it.","advice":null}
            """,
            Inspect(body));
    }

    [Fact]
    public void Of_a_sign_in_by_the_widget()
    {
        var query = ExampleProof.Widget();

        Assert.Equal(
            $$"""
            {"platform":"telegram","kind":"widget","spelling":"a query","userId":42,"userIdFrom":"text","signedAt":1700000000,"ageSeconds":0,"parameters":[{"name":"auth_date","value":"1700000000","kind":"signed"},{"name":"first_name","value":"Test","kind":"signed"},{"name":"hash","value":"{{query.Split("hash=")[1]}}","kind":"proof"},{"name":"id","value":"42","kind":"signed"}],"judgedWith":"{{TelegramKey}}","verdict":"good","reason":null,"meaning":"Telegram signed it. It is valid until 2023-11-14 23:13:20 UTC.","advice":null}
            """,
            Inspect(query));
    }

    [Fact]
    public void Of_a_launch_inside_something_else()
    {
        var launch = Example.Sign("max");
        var json = Inspect("--platform", "max", $"'{launch}'");

        Assert.StartsWith("""{"platform":"max","kind":"launch","spelling":"a query","signedAt":1700000000,"ageSeconds":0,"parameters":[""", Inspect("--platform", "max", launch), StringComparison.Ordinal);
        Assert.EndsWith("\"unwrapped\":\"You pasted it in quotation marks; the init data inside is good: send that alone. It is valid until 2023-11-15 22:13:20 UTC.\",\"inside\":\"good\"}", json, StringComparison.Ordinal);
    }

    private string Inspect(params string[] arguments)
    {
        var result = _tool.Run(["inspect", "--json", .. arguments]);
        Assert.Equal("", result.Error);
        return result.Output.TrimEnd('\n');
    }
}
