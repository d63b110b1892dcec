using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.DependencyInjection;
using VkMiniApp;
using VkMiniApp.AspNetCore;

namespace MiniAppBackend.Tests;

/// <summary>The choice between launches and JSON Web Tokens in docs/side-by-side.md, as it stands there.</summary>
public sealed class SideBySidePageTests
{
    private static readonly (string, string)[] Settings =
    [
        ("Authentication:Schemes:VkMiniApp:AppId", "6736218"),
        ("Authentication:Schemes:VkMiniApp:AppSecret", "secret"),
        ("Authentication:Schemes:VkMiniApp:AcceptJson", "true"),
    ];

    /// <summary>The bridge's object in base64 begins with <c>eyJ</c>, as JSON Web Tokens do.</summary>
    [Fact]
    public async Task Launch_in_any_spelling_is_no_json_web_token()
    {
        await using var program = await StartAsync();
        var query = new VkLaunchParamsSigner(6736218, "secret").SignQuery(new() { UserId = 42 });
        var json = JsonSerializer.Serialize(QueryHelpers.ParseQuery(query).ToDictionary(parameter => parameter.Key, parameter => $"{parameter.Value}"));

        foreach (var token in new[] { query, ToBase64(query), json, ToBase64(json) })
        {
            Assert.Equal(42, (await AuthenticateAsync(program, "Bearer " + token)).Principal?.GetVkUserId());
        }
    }

    /// <summary>The page adds no scheme of that name: whoever is sent there is told so.</summary>
    [Theory]
    [InlineData("Bearer eyJh.eyJp.c2ln")]
    [InlineData("bearer eyJh.eyJp.c2ln")]
    public async Task Json_web_token_goes_to_its_own_scheme(string header)
    {
        await using var program = await StartAsync();

        var exception = await Assert.ThrowsAsync<InvalidOperationException>(() => AuthenticateAsync(program, header));
        Assert.Contains("'Jwt'", exception.Message, StringComparison.Ordinal);
    }

    private static string ToBase64(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));

    private static Task<PageProgram> StartAsync() => PageProgram.StartAsync(
        CodeBlock.All.Single(block => block is { Page: "docs/side-by-side.md", Language: "csharp" } && block.Text.Contains("\"Jwt\"", StringComparison.Ordinal)), Settings);

    private static async Task<AuthenticateResult> AuthenticateAsync(PageProgram program, string header)
    {
        await using var scope = program.Services.CreateAsyncScope();
        var context = new DefaultHttpContext { RequestServices = scope.ServiceProvider };
        context.Request.Headers.Authorization = header;
        return await context.AuthenticateAsync("ByToken");
    }
}
