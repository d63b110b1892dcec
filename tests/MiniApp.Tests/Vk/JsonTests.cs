using System.Text.Json;
using System.Text.Json.Serialization;

namespace VkMiniApp.Tests;

/// <summary>In JSON a platform and a role are the text that VK uses, and nothing else is read as one.</summary>
public partial class JsonTests
{
    [Theory]
    [InlineData("mobile_web", "admin")]
    [InlineData("smart_fridge", "owner")]
    public void Json_is_VKs_name_and_comes_back(string platform, string role)
    {
        Assert.Equal($"\"{platform}\"", JsonSerializer.Serialize(new VkPlatform(platform)));
        Assert.Equal($"\"{role}\"", JsonSerializer.Serialize(new VkGroupRole(role)));
        Assert.Equal(new VkPlatform(platform), JsonSerializer.Deserialize<VkPlatform>($"\"{platform}\""));
        Assert.Equal(new VkGroupRole(role), JsonSerializer.Deserialize<VkGroupRole>($"\"{role}\""));
    }

    [Fact]
    public void Json_of_the_default_is_an_empty_text()
    {
        Assert.Equal("\"\"", JsonSerializer.Serialize(default(VkPlatform)));
        Assert.Equal("\"\"", JsonSerializer.Serialize(default(VkGroupRole)));
    }

    [Theory]
    [InlineData("null")]
    [InlineData("1")]
    [InlineData("true")]
    [InlineData("{}")]
    [InlineData("[]")]
    public void Json_that_is_no_text_is_refused(string json)
    {
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<VkPlatform>(json));
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<VkGroupRole>(json));
    }

    [Fact]
    public void Source_generator_of_an_application_can_use_them()
    {
        var visit = new Visit(VkPlatform.MobileIPad, VkGroupRole.Editor);

        var json = JsonSerializer.Serialize(visit, Generated.Default.Visit);

        Assert.Equal("""{"Platform":"mobile_ipad","Role":"editor"}""", json);
        Assert.Equal(visit, JsonSerializer.Deserialize(json, Generated.Default.Visit));
    }

    internal sealed record Visit(VkPlatform Platform, VkGroupRole? Role);

    [JsonSerializable(typeof(Visit))]
    internal sealed partial class Generated : JsonSerializerContext;
}
