namespace MiniApp.AspNetCore;

/// <summary>What using a launch once means, where that is asked for.</summary>
public enum LaunchUse
{
    /// <summary>
    /// The first use binds the launch to a random text that the page sends in the header <c>Launch-Binding</c> and keeps. Whoever has both may
    /// repeat it: a page that is reloaded, a client whose answer was lost, a proxy that tries again. Whoever has the launch alone may not.
    /// </summary>
    Bind = 0,

    /// <summary>A launch is used exactly once. A page whose answer was lost, or that is reloaded, needs a fresh one.</summary>
    Once,

    /// <summary>Nothing is refused: the log and the metric say what <see cref="Bind"/> would refuse.</summary>
    ReportOnly,
}
