using System.Security.Claims;
using System.Text.Json;
using System.Text.Json.Serialization;
using VkMiniApp.AspNetCore;

namespace MiniAppBackend;

/// <summary>What <c>/me</c> answers.</summary>
internal sealed record Me(long? Id, string Platform, string Language)
{
    public static Me Of(ClaimsPrincipal user)
    {
        var launch = user.GetVkLaunchParams()!;
        return new Me(user.GetVkUserId(), launch.Platform.Value, launch.Language);
    }
}

/// <summary>Writes the answers without reflection, so that a trimmed publish can write them too.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(Me))]
internal sealed partial class SampleJson : JsonSerializerContext;
