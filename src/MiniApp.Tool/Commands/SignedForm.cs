namespace MiniApp.Tool.Commands;

/// <summary>How what was signed is written.</summary>
internal enum SignedForm
{
    /// <summary>The query itself: <c>location.search.slice(1)</c>, <c>initData</c>, or the fields of a proof.</summary>
    Query,

    /// <summary>The query in base64url.</summary>
    Token,

    /// <summary>The object that the bridge, the platform's script or a bot gets.</summary>
    Json,

    /// <summary>The address by which the platform opens the page.</summary>
    Url,

    /// <summary>A command that sends a request with it.</summary>
    Curl,

    /// <summary>The same request as editors send it from a file that ends with <c>.http</c>.</summary>
    Http,

    /// <summary>The <c>Authorization</c> header as a variable for such files.</summary>
    Env,
}
