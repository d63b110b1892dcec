using System.Text.Json.Serialization;
using MiniApp;

namespace VkMiniApp;

/// <summary>
/// The viewer's role in the community a mini app was opened from: the value of <c>vk_viewer_group_role</c>. It says nothing about any
/// other community. A role that VK has not documented is kept as it is.
/// </summary>
[JsonConverter(typeof(OpenValueJsonConverter<VkGroupRole>))]
public readonly record struct VkGroupRole : IOpenValue<VkGroupRole>
{
    private readonly string? _value;

    /// <summary>The role of that name.</summary>
    /// <param name="value">VK's name for it, compared ordinally.</param>
    /// <exception cref="ArgumentNullException"><paramref name="value"/> is <see langword="null"/>.</exception>
    public VkGroupRole(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        _value = value.Length > 0 ? value : null;
    }

    /// <summary>Not a member of the community: <c>none</c>.</summary>
    public static VkGroupRole None => new("none");

    /// <summary>A member: <c>member</c>.</summary>
    public static VkGroupRole Member => new("member");

    /// <summary>A moderator: <c>moder</c>.</summary>
    public static VkGroupRole Moderator => new("moder");

    /// <summary>An editor: <c>editor</c>.</summary>
    public static VkGroupRole Editor => new("editor");

    /// <summary>An administrator: <c>admin</c>.</summary>
    public static VkGroupRole Admin => new("admin");

    /// <summary>VK's name for the role; empty for <see langword="default"/>.</summary>
    public string Value => _value ?? string.Empty;

    /// <summary>VK's name for the role.</summary>
    public override string ToString() => Value;

    static VkGroupRole IOpenValue<VkGroupRole>.Create(string value) => new(value);
}
