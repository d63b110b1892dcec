using System.Text.Json;

namespace MiniApp;

/// <summary>Reads a user's JSON object, which is known to be one and to have an id.</summary>
/// <typeparam name="TUser">The platform's user.</typeparam>
/// <param name="reader">The reader, before the object.</param>
internal delegate TUser ReadUser<out TUser>(ref Utf8JsonReader reader)
    where TUser : InitDataUser;
