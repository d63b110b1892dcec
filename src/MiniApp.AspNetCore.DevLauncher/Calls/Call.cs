namespace MiniApp.AspNetCore.DevLauncher;

/// <summary>
/// A call of the mini app's page to the back end. It holds the caller's token, for the developer to repeat the call: only the launcher's
/// own page gets it, and no log.
/// </summary>
/// <param name="Number">Counts the calls, from 1.</param>
/// <param name="Method">The request's method.</param>
/// <param name="Path">The request's path.</param>
/// <param name="Status">The answer's status.</param>
/// <param name="Milliseconds">How long the answer took.</param>
/// <param name="Challenge">The answer's <c>WWW-Authenticate</c>.</param>
/// <param name="Failure">Why the answer is 401 or 403: the token is refused, or the launch lacks what the endpoint requires.</param>
/// <param name="Details">All else, as it went over the wire.</param>
internal sealed record Call(
    long Number, string Method, string Path, int Status, double Milliseconds, string? Challenge, string? Failure, CallDetails Details);
