namespace MiniApp.AspNetCore.Tests;

/// <summary>The launch of a platform that no scheme is of.</summary>
internal sealed record OtherLaunch : IMiniAppLaunch
{
    public MiniAppSubject? Subject => null;

    public MiniAppSubject? App => null;

    public DateTimeOffset Time => DateTimeOffset.UnixEpoch;

    public LaunchId? LaunchId => null;
}
