using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;

namespace VkMiniApp.AspNetCore.Tests;

/// <summary>The bridge's object in the header, where the options ask for it.</summary>
public class BridgeObjectTests
{
    private static readonly string Json = JsonSerializer.Serialize(TestLaunch.Query()
        .Split('&')
        .Select(part => part.Split('='))
        .ToDictionary(part => part[0], part => Uri.UnescapeDataString(part[1]), StringComparer.Ordinal));

    [Fact]
    public async Task Object_signs_its_user_in_plain_and_in_base64()
    {
        await using var app = await TestApp.StartAsync(options => options.AcceptJson = true);
        var base64 = Convert.ToBase64String(Encoding.UTF8.GetBytes(Json));

        foreach (var header in new[] { $"Bearer {Json}", $"VK {base64}", $"Bearer {base64.TrimEnd('=')}", $"Bearer {TestLaunch.Query()}" })
        {
            var reply = await app.GetAsync("/me", header);
            Assert.Equal((200, "42"), (reply.Status, reply.Body));
        }

        foreach (var bad in new[] { Json[..^1], Json + "x", Json.Replace("\"42\"", "43", StringComparison.Ordinal), "{", "{}", "{\"a.b\":\"c.d\"}" })
        {
            Assert.Equal(401, (await app.GetAsync("/me", $"Bearer {bad}")).Status);
        }
    }

    [Fact]
    public async Task Object_is_refused_by_default()
    {
        await using var app = await TestApp.StartAsync();

        Assert.Equal(401, (await app.GetAsync("/me", $"Bearer {Json}")).Status);
    }

    [Theory]
    [InlineData("true", 200)]
    [InlineData("false", 401)]
    public async Task Configuration_asks_for_it(string flag, int status)
    {
        await using var app = await TestApp.StartWithAsync(builder =>
        {
            builder.Configuration["Authentication:Schemes:VkMiniApp:AcceptJson"] = flag;
            builder.Services.AddAuthentication().AddVkMiniApp(options => options.AddApp(TestLaunch.AppId, TestLaunch.Secret));
        });

        Assert.Equal(status, (await app.GetAsync("/me", $"Bearer {Json}")).Status);
    }
}
