using MaxMiniApp;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using TelegramMiniApp;
using VkMiniApp;

namespace MiniApp.AspNetCore.OpenApi;

/// <summary>Describes the values out of lists that platforms add to, such as VK's platforms and roles: the framework can't see what they are.</summary>
internal sealed class OpenValuesTransformer : IOpenApiSchemaTransformer
{
    private const string Note = "Others may come without notice.";

    // Written out, for an application that is trimmed has no list of a type's properties.
    private static readonly Dictionary<Type, (string Description, string[] Known)> Lists = new()
    {
        [typeof(VkPlatform)] = ("Where the mini app was opened, as VK names it.",
        [
            VkPlatform.DesktopWeb.Value, VkPlatform.MobileWeb.Value, VkPlatform.MobileAndroid.Value, VkPlatform.MobileIPhone.Value,
            VkPlatform.MobileIPad.Value, VkPlatform.DesktopAppMessenger.Value, VkPlatform.DesktopWebMessenger.Value,
            VkPlatform.MobileAndroidMessenger.Value, VkPlatform.MobileIPhoneMessenger.Value, VkPlatform.AndroidExternal.Value,
            VkPlatform.IPhoneExternal.Value, VkPlatform.IPadExternal.Value, VkPlatform.MobileWebExternal.Value, VkPlatform.WebExternal.Value,
        ]),
        [typeof(VkGroupRole)] = ("The user's role in the community, as VK names it.",
            [VkGroupRole.None.Value, VkGroupRole.Member.Value, VkGroupRole.Moderator.Value, VkGroupRole.Editor.Value, VkGroupRole.Admin.Value]),
        [typeof(TelegramChatType)] = ("The kind of chat that the mini app was opened from, as Telegram names it.",
        [
            TelegramChatType.Sender.Value, TelegramChatType.Private.Value, TelegramChatType.Group.Value, TelegramChatType.Supergroup.Value,
            TelegramChatType.Channel.Value,
        ]),
        [typeof(MaxChatType)] = ("The kind of chat that the mini app was opened from, as MAX names it.", [MaxChatType.Dialog.Value]),
    };

    public Task TransformAsync(OpenApiSchema schema, OpenApiSchemaTransformerContext context, CancellationToken cancellationToken)
    {
        // A property that may be null refers to the same schema, and says beside it that it may.
        var type = context.JsonTypeInfo.Type;
        if (Lists.TryGetValue(Nullable.GetUnderlyingType(type) ?? type, out var list))
        {
            schema.Type = JsonSchemaType.String;
            schema.Description ??= $"{list.Description} {Note}";
            OpenList.Describe(schema, list.Known);
        }

        return Task.CompletedTask;
    }
}
