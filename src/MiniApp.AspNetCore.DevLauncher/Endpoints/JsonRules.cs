using System.Text.Json;
using System.Text.Json.Serialization;

namespace MiniApp.AspNetCore.DevLauncher;

/// <summary>How the page and its endpoints write JSON on every platform.</summary>
internal static class JsonRules
{
    /// <summary>
    /// Options for a context of generated readers, which wants a copy of its own. Whatever the page would not send is refused. Ids may come
    /// as text, because a number of JavaScript can't hold every one.
    /// </summary>
    public static JsonSerializerOptions Create() => new(JsonSerializerDefaults.Web)
    {
        AllowDuplicateProperties = false,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    };
}
