using System.Reflection;
using System.Text.Json.Nodes;
using MaxMiniApp;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.OpenApi;
using TelegramMiniApp;
using VkMiniApp;

namespace MiniApp.AspNetCore.OpenApi.Tests;

/// <summary>The lists that platforms add to.</summary>
public class OpenValueTests
{
    [Theory]
    [InlineData("platform", typeof(VkPlatform))]
    [InlineData("role", typeof(VkGroupRole))]
    [InlineData("chat", typeof(TelegramChatType))]
    [InlineData("maxChat", typeof(MaxChatType))]
    public async Task List_is_a_text_with_every_known_value_and_no_others_are_ruled_out(string property, Type list)
    {
        await using var app = await StartAsync();
        var document = await app.DescribeAsync();
        var schema = JsonNode.Parse(document.SchemaOf(list.Name)!)!;

        Assert.Equal($$"""{"$ref":"#/components/schemas/{{list.Name}}"}""", document.PropertyOf("Launched", property));
        Assert.Equal(KnownOf(list), Values(schema["x-extensible-enum"]), StringComparer.Ordinal);
        Assert.Equal(KnownOf(list), Values(schema["examples"]), StringComparer.Ordinal);
        Assert.Equal("string", (string?)schema["type"]);
        Assert.Null(schema["enum"]);
        Assert.EndsWith("Others may come without notice.", (string?)schema["description"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Value_that_may_be_missing_may_be_null_where_it_may_and_nowhere_else()
    {
        await using var app = await StartAsync();

        Assert.Equal(
            """{"oneOf":[{"type":"null"},{"$ref":"#/components/schemas/VkGroupRole"}]}""",
            (await app.DescribeAsync()).PropertyOf("Launched", "roleIfAny"));
    }

    [Fact]
    public async Task Other_texts_are_left_alone()
    {
        await using var app = await StartAsync();

        Assert.Equal("""{"type":"string"}""", (await app.DescribeAsync()).PropertyOf("Launched", "name"));
    }

    [Fact]
    public async Task Lists_stay_open_in_documents_of_an_older_version_too()
    {
        await using var app = await StartAsync(OpenApiSpecVersion.OpenApi3_0);
        var schema = JsonNode.Parse((await app.DescribeAsync()).SchemaOf(nameof(VkPlatform))!)!;

        Assert.Equal(KnownOf(typeof(VkPlatform)), Values(schema["x-extensible-enum"]), StringComparer.Ordinal);
        Assert.Null(schema["enum"]);
    }

    private static IEnumerable<string> KnownOf(Type list) => list
        .GetProperties(BindingFlags.Public | BindingFlags.Static)
        .Where(property => property.PropertyType == list)
        .Select(property => property.GetValue(null)!.ToString()!);

    private static IEnumerable<string> Values(JsonNode? array) => array!.AsArray().Select(value => (string)value!);

    private static Task<DocumentedApp> StartAsync(OpenApiSpecVersion version = OpenApiSpecVersion.OpenApi3_1) => DocumentedApp.StartWithAsync(
        schemes => schemes.AddVk(),
        app => app.MapGet("/launched", () => new Launched("", default, default, null, default, default)),
        options =>
        {
            options.OpenApiVersion = version;
            options.AddMiniAppSecurity();
        });

    private sealed record Launched(string Name, VkPlatform Platform, VkGroupRole Role, VkGroupRole? RoleIfAny, TelegramChatType Chat, MaxChatType MaxChat);
}
