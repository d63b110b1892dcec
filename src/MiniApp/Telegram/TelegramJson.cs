using System.Text.Json;
using System.Text.Json.Serialization;
using MiniApp;

namespace TelegramMiniApp;

/// <summary>The JSON objects inside Telegram's init data.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
    Converters = [typeof(TolerantStringConverter), typeof(TolerantBooleanConverter)])]
[JsonSerializable(typeof(TelegramUser))]
[JsonSerializable(typeof(TelegramChat))]
internal sealed partial class TelegramJson : JsonSerializerContext
{
    public static string Write(TelegramUser user) => JsonSerializer.Serialize(user, Default.TelegramUser);

    public static string Write(TelegramChat chat) => JsonSerializer.Serialize(chat, Default.TelegramChat);
}
