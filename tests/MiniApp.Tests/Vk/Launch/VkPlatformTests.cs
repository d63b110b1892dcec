using System.Reflection;

namespace VkMiniApp.Tests;

/// <summary>What a platform's name says, for the names VK documents and for those it may add.</summary>
public class VkPlatformTests
{
    /// <summary>Each platform: mobile, in a browser, in the messenger, outside VK.</summary>
    public static TheoryData<string, bool, bool, bool, bool> Platforms => new()
    {
        { "desktop_web", false, true, false, false },
        { "mobile_web", true, true, false, false },
        { "mobile_android", true, false, false, false },
        { "mobile_iphone", true, false, false, false },
        { "mobile_ipad", true, false, false, false },
        { "desktop_app_messenger", false, false, true, false },
        { "desktop_web_messenger", false, true, true, false },
        { "mobile_android_messenger", true, false, true, false },
        { "mobile_iphone_messenger", true, false, true, false },
        { "android_external", true, false, false, true },
        { "iphone_external", true, false, false, true },
        { "ipad_external", true, false, false, true },
        { "mvk_external", true, true, false, true },
        { "web_external", false, true, false, true },
        { "smart_fridge", false, false, false, false },
        { "mobile_fridge", true, false, false, false },
        { "fridge_messenger", false, false, true, false },
        { "fridge_external", false, false, false, true },
        { "MOBILE_WEB", false, false, false, false },
        { "", false, false, false, false },
    };

    [Theory]
    [MemberData(nameof(Platforms))]
    public void Platform_is_classed_by_its_name(string name, bool isMobile, bool isWeb, bool isMessenger, bool isExternal)
    {
        var platform = Example.Launch(("vk_platform", name)).Platform;

        Assert.Equal(name, platform.Value);
        Assert.Equal(
            (isMobile, isWeb, isMessenger, isExternal),
            (platform.IsMobile, platform.IsWeb, platform.IsMessenger, platform.IsExternal));
    }

    [Fact]
    public void Every_documented_platform_has_a_property_and_no_other()
    {
        var documented = Platforms.Select(row => row.Data.Item1).Take(14);

        Assert.Equal(documented, Properties<VkPlatform>().Select(platform => platform.Value), StringComparer.Ordinal);
    }

    [Fact]
    public void Every_documented_role_has_a_property_and_no_other() => Assert.Equal(
        ["none", "member", "moder", "editor", "admin"], Properties<VkGroupRole>().Select(role => role.Value), StringComparer.Ordinal);

    [Fact]
    public void Equality_is_that_of_the_names()
    {
        Assert.Equal(VkPlatform.MobileWeb, new VkPlatform("mobile_web"));
        Assert.NotEqual(VkPlatform.MobileWeb, new VkPlatform("Mobile_Web"));
        Assert.Equal(VkGroupRole.Moderator, new VkGroupRole("moder"));
        Assert.NotEqual(VkGroupRole.Moderator, VkGroupRole.Editor);
    }

    [Fact]
    public void Default_names_nothing()
    {
        Assert.Equal("", default(VkPlatform).Value);
        Assert.Equal("", default(VkPlatform).ToString());
        Assert.False(default(VkPlatform).IsMobile);
        Assert.Equal("", default(VkGroupRole).Value);
        Assert.Equal("", default(VkGroupRole).ToString());
    }

    [Fact]
    public void Text_is_VKs_name()
    {
        Assert.Equal("mvk_external", VkPlatform.MobileWebExternal.ToString());
        Assert.Equal("moder", VkGroupRole.Moderator.ToString());
    }

    [Fact]
    public void Name_must_not_be_null()
    {
        Assert.Throws<ArgumentNullException>("value", () => new VkPlatform(null!));
        Assert.Throws<ArgumentNullException>("value", () => new VkGroupRole(null!));
    }

    private static IEnumerable<T> Properties<T>() => typeof(T).GetProperties(BindingFlags.Public | BindingFlags.Static)
        .OrderBy(property => property.MetadataToken)
        .Select(property => (T)property.GetValue(null)!);

    [Fact]
    public void No_name_at_all_is_the_default()
    {
        Assert.Equal(default, new VkPlatform(""));
        Assert.Equal(default, new VkGroupRole(""));
    }
}
