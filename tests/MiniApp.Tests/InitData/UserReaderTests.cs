using System.Text;
using System.Text.Json;
using MaxMiniApp;
using TelegramMiniApp;

namespace MiniApp.Tests;

/// <summary>A user, and a chat of MAX, is read by hand. The serializer, which reads everything else, is what it is compared with.</summary>
public sealed class UserReaderTests
{
    private static readonly string[] Names =
    [
        "first_name", "last_name", "username", "language_code", "photo_url", "is_bot", "is_premium", "added_to_attachment_menu",
        "allows_write_to_pm", "level", "First_name", "firstName", "first_nam\\u0065", "\\u0069s_premium", "", "имя", "user_id", "is_bo\\u0074s",
        "type", "typ\\u0065", "a_name_that_is_longer_than_any_documented_one",
    ];

    private static readonly string[] Values =
    [
        "\"A\"", "\"\"", "\"\\u0410\\ud83d\\ude00\\n\"", "\"Анна\"", "true", "false", "null", "0", "-1.5e3", "[]", "[1,{\"id\":2},[true]]", "{}",
        "{\"id\":3,\"first_name\":\"B\"}",
    ];

    [Fact]
    public void A_user_is_read_as_the_serializer_reads_it()
    {
        var random = new Random(20261127);
        for (var i = 0; i < 20_000; i++)
        {
            var json = Encoding.UTF8.GetBytes(Generate(random));

            Assert.Equal(
                Describe(JsonSerializer.Deserialize(json, TelegramJson.Default.TelegramUser)!),
                Describe(Read(json, TelegramUserReader.Read)));
            Assert.Equal(
                Describe(JsonSerializer.Deserialize(json, MaxJson.Default.MaxUser)!),
                Describe(Read(json, MaxUserReader.Read)));
        }
    }

    [Fact]
    public void A_chat_of_MAX_is_read_as_the_serializer_reads_it()
    {
        var random = new Random(20261128);
        for (var i = 0; i < 20_000; i++)
        {
            var json = Encoding.UTF8.GetBytes(Generate(random));

            Assert.Equal(Describe(JsonSerializer.Deserialize(json, MaxJson.Default.MaxChat)!), Describe(Read(json, MaxChatReader.Read)));
        }
    }

    private static T Read<T>(byte[] json, ReadMembers<T> read)
        where T : class =>
        JsonObjects.Read(json, new JsonMember[json.Length / JsonMembersReader.ShortestMember], new byte[json.Length], read)!;

    private static string Generate(Random random)
    {
        var members = Enumerable.Range(0, random.Next(12))
            .Select(_ => $"\"{Names[random.Next(Names.Length)]}\"{Space(random)}:{Space(random)}{Values[random.Next(Values.Length)]}")
            .ToList();
        members.Insert(random.Next(members.Count + 1), $"\"{(random.Next(5) == 0 ? "\\u0069d" : "id")}\":{random.NextInt64()}");
        return $"{Space(random)}{{{string.Join($"{Space(random)},", members)}{Space(random)}}}{Space(random)}";
    }

    private static string Space(Random random) => random.Next(8) == 0 ? " \r\n\t" : "";

    private static string Describe(MaxChat chat) => string.Join(
        " | ", [$"{chat.Id} {chat.Type}", .. chat.Additional.Select(member => $"{member.Key}={member.Value.GetRawText()}")]);

    private static string Describe(InitDataUser user) => string.Join(
        " | ",
        [
            $"{user.Id}", user.FirstName, user.LastName ?? "none", user.Username ?? "none", user.LanguageCode ?? "none", user.PhotoUrl ?? "none",
            user is TelegramUser t ? $"{t.IsBot} {t.IsPremium} {t.AddedToAttachmentMenu} {t.AllowsWriteToPm}" : "",
            .. user.Additional.Select(member => $"{member.Key}={member.Value.GetRawText()}"),
        ]);
}
