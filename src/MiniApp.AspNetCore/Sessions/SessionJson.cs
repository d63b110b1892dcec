using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Authentication.BearerToken;

namespace MiniApp.AspNetCore;

/// <summary>Reads and writes sessions' bodies without reflection.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, AllowDuplicateProperties = false)]
[JsonSerializable(typeof(RefreshRequest))]
[JsonSerializable(typeof(AccessTokenResponse))]
internal sealed partial class SessionJson : JsonSerializerContext;
