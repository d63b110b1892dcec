namespace MiniApp.Tool.Commands;

/// <summary>How a signed launch is written.</summary>
internal enum LaunchForm
{
    /// <summary>The query itself: <c>location.search.slice(1)</c>, or <c>initData</c>.</summary>
    Query,

    /// <summary>The query in base64url.</summary>
    Token,

    /// <summary>The address by which the platform opens the page.</summary>
    Url,

    /// <summary>A command that sends a request with it.</summary>
    Curl,
}
