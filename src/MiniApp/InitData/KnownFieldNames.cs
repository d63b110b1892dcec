namespace MiniApp;

/// <summary>
/// The names that come with nearly every launch, kept as strings once: by the length, and then in whole, so that nothing has to be fetched
/// from memory.
/// </summary>
internal static class KnownFieldNames
{
    public static string ToString(ReadOnlySpan<byte> name) => name.Length switch
    {
        2 when name.SequenceEqual("ip"u8) => "ip",
        4 when name.SequenceEqual("hash"u8) => "hash",
        4 when name.SequenceEqual("user"u8) => "user",
        4 when name.SequenceEqual("chat"u8) => "chat",
        8 when name.SequenceEqual("query_id"u8) => "query_id",
        8 when name.SequenceEqual("receiver"u8) => "receiver",
        9 when name.SequenceEqual("auth_date"u8) => "auth_date",
        9 when name.SequenceEqual("chat_type"u8) => "chat_type",
        9 when name.SequenceEqual("signature"u8) => "signature",
        11 when name.SequenceEqual("start_param"u8) => "start_param",
        13 when name.SequenceEqual("chat_instance"u8) => "chat_instance",
        14 when name.SequenceEqual("can_send_after"u8) => "can_send_after",
        _ => Utf8Text.ToString(name),
    };
}
