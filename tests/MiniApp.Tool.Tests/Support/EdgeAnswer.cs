namespace MiniApp.Tool.Tests;

/// <summary>What came back through the proxy.</summary>
/// <param name="Answer">The answer.</param>
/// <param name="Told">Its body: where the back end was asked, what it was sent.</param>
internal sealed record EdgeAnswer(HttpResponseMessage Answer, string Told)
{
    public int Status => (int)Answer.StatusCode;

    public string? Challenge => Answer.Header("WWW-Authenticate");

    /// <summary>The headers that the back end was sent and that it may take for the proxy's, in any spelling.</summary>
    public string[] Identity =>
    [
        .. Told.Split('\n').Skip(1)
            .Where(line => line.Replace('_', '-').StartsWith("X-MiniApp", StringComparison.OrdinalIgnoreCase))
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>Whether the back end was asked at all.</summary>
    public bool ReachedTheBackEnd => Told.Contains(" /", StringComparison.Ordinal) && !Told.Contains("<html>", StringComparison.Ordinal);
}
