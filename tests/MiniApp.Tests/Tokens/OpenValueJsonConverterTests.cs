using System.Text.Json;
using System.Text.Json.Serialization;
using MaxMiniApp;
using TelegramMiniApp;
using VkMiniApp;

namespace MiniApp.Tests;

/// <summary>In JSON a value of an open list is the text that the platform uses. VK's are read from nothing else.</summary>
public partial class OpenValueJsonConverterTests
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

    [Fact]
    public void Source_generator_of_an_application_can_use_the_types_of_init_data()
    {
        var user = new TelegramUser { Id = 1, FirstName = "Ada", IsPremium = true };
        var opened = new Opened(user, new TelegramChat { Id = -1, Type = TelegramChatType.Group }, new MaxChat { Id = 2, Type = MaxChatType.Dialog });

        var read = JsonSerializer.Deserialize(JsonSerializer.Serialize(opened, Generated.Default.Opened), Generated.Default.Opened)!;

        Assert.Equivalent(opened, read, strict: true);
    }

    [Theory]
    [InlineData("null")]
    [InlineData("1")]
    [InlineData("{\"a\":[1]}")]
    [InlineData("[]")]
    public void Type_of_chat_that_is_no_text_is_none(string json)
    {
        Assert.Equal(default, JsonSerializer.Deserialize<TelegramChatType>(json));
        Assert.Equal(default, JsonSerializer.Deserialize<MaxChatType>(json));
    }

    internal sealed record Opened(TelegramUser User, TelegramChat Chat, MaxChat Other);

    internal sealed record Visit(VkPlatform Platform, VkGroupRole? Role);

    [JsonSerializable(typeof(Visit))]
    [JsonSerializable(typeof(Opened))]
    internal sealed partial class Generated : JsonSerializerContext;
}
