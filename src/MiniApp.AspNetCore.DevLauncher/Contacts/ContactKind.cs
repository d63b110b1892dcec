using System.Text.Json.Serialization;

namespace MiniApp.AspNetCore.DevLauncher;

/// <summary>What is to be right or wrong about a contact that a page asks for.</summary>
[JsonConverter(typeof(NameJsonConverter<ContactKind>))]
internal enum ContactKind
{
    /// <summary>The user's own, shared now.</summary>
    Fresh,

    /// <summary>Shared two days ago.</summary>
    Aged,

    /// <summary>Dated an hour ahead.</summary>
    DatedAhead,

    /// <summary>Signed with a key that isn't the app's, or the bot's.</summary>
    Forged,

    /// <summary>Another user's, and right in all else.</summary>
    AnotherUser,
}
