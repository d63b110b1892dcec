using VkMiniApp.AspNetCore;

namespace MiniApp.AspNetCore.Tests;

/// <summary>The apps of the tenants, and their keys.</summary>
internal sealed class TenantKeys(CurrentTenant tenant)
{
    private readonly Dictionary<string, (long AppId, string Key)> _keys = new()
    {
        ["a.example.org"] = (6736218, "a's key"),
    };

    /// <summary>Sets the keys of the tenant whose request this is. Without any, the options are refused, and the request with them.</summary>
    public void Set(VkMiniAppOptions options)
    {
        if (tenant.Id is { } id && _keys.TryGetValue(id, out var app))
        {
            options.AddApp(app.AppId, app.Key);
        }
    }
}
