namespace MiniApp;

/// <summary>What every platform's launch tells, for whoever serves all of them: who launched which app, when, and which launch it is.</summary>
public interface IMiniAppLaunch
{
    /// <summary>The user, such as <c>vk:42</c>; <see langword="null"/> where the launch names none.</summary>
    MiniAppSubject? Subject { get; }

    /// <summary>The app or bot, such as <c>vk:app:6736218</c>; <see langword="null"/> where the platform does not tell it.</summary>
    MiniAppSubject? App { get; }

    /// <summary>When the platform signed the launch, in whole seconds, UTC.</summary>
    DateTimeOffset Time { get; }

    /// <summary>
    /// The launch's own id, the same for every spelling of it; <see langword="null"/> where nothing was verified. It is made anew each
    /// time it is asked for, so that it costs nothing where nobody does: keep it if you need it twice.
    /// </summary>
    LaunchId? LaunchId { get; }
}
