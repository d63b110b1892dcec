using MiniApp.Tool.Platforms;

namespace MiniApp.Tool.Serving;

/// <summary>What the server was asked to do.</summary>
/// <param name="Listen">Where proxies reach it.</param>
/// <param name="Platforms">Whose launches it takes; none for those that have settings.</param>
/// <param name="Claims">What it tells of a user beside the subject.</param>
/// <param name="TakesSessions">Whether launches can be exchanged for sessions, and those are taken as well.</param>
/// <param name="ReadsAddress">Whether the token may be in the address that the client asked for.</param>
internal sealed record EdgeOptions(
    ListenAddress Listen,
    IReadOnlyList<IPlatform> Platforms,
    IReadOnlyList<ClaimHeader> Claims,
    bool TakesSessions,
    bool ReadsAddress);
