using Microsoft.AspNetCore.Http;

namespace MiniApp.AspNetCore.Tests;

/// <summary>Whose request this is: each tenant has a host name of its own, which a client may write in any case.</summary>
internal sealed class CurrentTenant(IHttpContextAccessor accessor)
{
    public string? Id => accessor.HttpContext?.Request.Host.Host.ToLowerInvariant();
}
