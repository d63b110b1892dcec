using System.Text.Json;
using System.Text.Json.Serialization;

namespace MiniApp.AspNetCore.DevLauncher;

/// <summary>In JSON a choice is its name in camel case, and no number.</summary>
internal sealed class NameJsonConverter<TChoice>() : JsonStringEnumConverter<TChoice>(JsonNamingPolicy.CamelCase, allowIntegerValues: false)
    where TChoice : struct, Enum;
