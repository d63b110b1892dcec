using Microsoft.AspNetCore.Http;

namespace MiniApp.AspNetCore;

/// <summary>
/// Marks, among the metadata of an endpoint, that it logs its user out. Who was answered by 503 there asks again, with what this instance
/// refuses by then.
/// </summary>
internal sealed class LogOut
{
    /// <summary>Of the session alone that the request comes with.</summary>
    public static readonly LogOut OfSession = new();

    /// <summary>Of all that the user has.</summary>
    public static readonly LogOut Everywhere = new();

    private LogOut()
    {
    }

    public bool IsAskedFor(HttpContext context) => context.GetEndpoint()?.Metadata.GetMetadata<LogOut>() == this;
}
