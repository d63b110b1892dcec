using Microsoft.AspNetCore.Http;

namespace MiniApp.AspNetCore;

/// <summary>The scheme that takes sessions, and no launches.</summary>
/// <param name="Name">The scheme's name.</param>
/// <param name="HasToken">Whether a request carries a token where a session's is, whosever it may be.</param>
internal sealed record SessionScheme(string Name, Func<HttpRequest, bool> HasToken);
