using System.Text.Json;
using System.Text.Json.Serialization;

namespace MiniApp.AspNetCore.DevLauncher;

/// <summary>In JSON a kind is its name in camel case, and no number.</summary>
internal sealed class LaunchKindJsonConverter() : JsonStringEnumConverter<LaunchKind>(JsonNamingPolicy.CamelCase, allowIntegerValues: false);
