using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.OpenApi;

namespace MiniApp.AspNetCore.OpenApi.Tests;

/// <summary>How schemes are described.</summary>
public class SecuritySchemesTests
{
    private const string Vk =
        """{"type":"http","description":"VK launch parameters. The query of the page's address, as VK wrote it: location.search without the question mark, or that in base64.","scheme":"bearer","bearerFormat":"VK launch parameters"}""";

    private const string Telegram =
        """{"type":"http","description":"Telegram init data. The text of Telegram.WebApp.initData, as Telegram wrote it.","scheme":"tma"}""";

    private const string Max =
        """{"type":"http","description":"MAX init data. The text of window.WebApp.initData, as MAX wrote it.","scheme":"max"}""";

    [Fact]
    public async Task Every_platforms_scheme_is_described_and_no_other()
    {
        await using var app = await DocumentedApp.StartWithAsync(
            schemes => schemes.AddVk().AddTelegram().AddMax().AddCookie().AddBearerToken("opaque").AddPolicyScheme("any", null, _ => { }),
            _ => { });

        AssertJson(
            $$"""{"VkMiniApp":{{Vk}},"TelegramMiniApp":{{Telegram}},"MaxMiniApp":{{Max}}}""", (await app.DescribeAsync()).SecuritySchemes);
    }

    [Fact]
    public async Task Two_schemes_of_a_platform_are_described_by_their_names()
    {
        await using var app = await DocumentedApp.StartWithAsync(schemes => schemes.AddVk("shop").AddVk("game"), _ => { });

        AssertJson($$"""{"shop":{{Vk}},"game":{{Vk}}}""", (await app.DescribeAsync()).SecuritySchemes);
    }

    [Theory]
    [InlineData("Vk.Mini-App_1", "Vk.Mini-App_1")]
    [InlineData("the shop", "the_0020shop")]
    [InlineData("ВК", "_0412_041A")]
    [InlineData("a/b~c", "a_002Fb_007Ec")]
    public async Task Name_that_a_document_cannot_have_is_respelled_alike_everywhere(string scheme, string id)
    {
        await using var app = await DocumentedApp.StartWithAsync(
            schemes => schemes.AddVk(scheme), app => app.MapGet("/me", () => "me").RequireAuthorization());
        var document = await app.DescribeAsync();

        AssertJson($$"""{"{{id}}":{{Vk}}}""", document.SecuritySchemes);
        Assert.Equal($$"""[{"{{id}}":[]}]""", document.SecurityOf("/me"));
    }

    [Fact]
    public async Task Word_Bearer_beside_a_platforms_own_changes_nothing()
    {
        await using var app = await DocumentedApp.StartWithAsync(
            schemes => schemes.AddTelegram(options => options.AcceptBearer = true), _ => { });

        AssertJson($$"""{"TelegramMiniApp":{{Telegram}}}""", (await app.DescribeAsync()).SecuritySchemes);
    }

    [Fact]
    public async Task Token_in_another_place_is_described_as_the_application_says()
    {
        await using var app = await DocumentedApp.StartWithAsync(
            schemes => schemes.AddVk().AddVk("shop", options => options.TokenRetriever = TokenRetrieval.FromHeader("X-Launch-Params")),
            app => app.MapGet("/shop", [Authorize(AuthenticationSchemes = "shop")] () => "shop"),
            document => document.AddMiniAppSecurity((name, scheme) =>
            {
                if (name == "shop")
                {
                    (scheme.Type, scheme.In, scheme.Name) = (SecuritySchemeType.ApiKey, ParameterLocation.Header, "X-Launch-Params");
                    scheme.Description = "The address of the page.";
                }
            }));
        var document = await app.DescribeAsync();

        AssertJson(
            $$$"""{"VkMiniApp":{{{Vk}}},"shop":{"type":"apiKey","description":"The address of the page.","name":"X-Launch-Params","in":"header"}}""",
            document.SecuritySchemes);
        Assert.Equal("""[{"shop":[]}]""", document.SecurityOf("/shop"));
    }

    [Fact]
    public async Task Description_by_the_applications_own_transformer_stays_and_is_referred_to()
    {
        await using var app = await DocumentedApp.StartWithAsync(
            schemes => schemes.AddVk(),
            app => app.MapGet("/me", () => "me").RequireAuthorization(),
            document => document.AddDocumentTransformer(AddOwn).AddMiniAppSecurity());
        var description = await app.DescribeAsync();

        Assert.Equal("""{"VkMiniApp":{"type":"http","description":"Ours.","scheme":"vk"}}""", description.SecuritySchemes);
        Assert.Equal("""[{"VkMiniApp":[]}]""", description.SecurityOf("/me"));
    }

    [Fact]
    public async Task Nothing_is_described_where_there_is_no_authentication_at_all()
    {
        await using var app = await DocumentedApp.StartAsync(_ => { }, app => app.MapGet("/open", () => "open"));
        var document = await app.DescribeAsync();

        Assert.Null(document.SecuritySchemes);
        Assert.Null(document.SecurityOf("/open"));
        Assert.Equal("200", document.StatusesOf("/open"));
    }

    [Fact]
    public void Options_must_not_be_null() =>
        Assert.Throws<ArgumentNullException>("options", () => ((OpenApiOptions)null!).AddMiniAppSecurity());

    private static Task AddOwn(OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken cancellationToken)
    {
        var scheme = new OpenApiSecurityScheme { Type = SecuritySchemeType.Http, Scheme = "vk", Description = "Ours." };
        document.AddComponent("VkMiniApp", scheme);
        return Task.CompletedTask;
    }

    private static void AssertJson(string expected, string? actual) =>
        Assert.Equal(expected.Replace("'", "\\u0027", StringComparison.Ordinal), actual);
}
