namespace MiniApp;

/// <summary>What every platform's launch tells, for whoever serves all of them: who launched which app, when, and which launch it is.</summary>
public interface IMiniAppLaunch
{
    /// <summary>The user, such as <c>vk:42</c>; <see langword="null"/> where the launch names none.</summary>
    MiniAppSubject? Subject { get; }

    /// <summary>The app or bot; <see langword="null"/> where the platform does not tell it.</summary>
    MiniAppSubject? App { get; }

    /// <summary>When the platform signed the launch, in whole seconds.</summary>
    DateTimeOffset Time { get; }

    /// <summary>
    /// The launch's own id, the same for every spelling of it. It is made when it is asked for; <see langword="null"/> where nothing was
    /// verified.
    /// </summary>
    LaunchId? LaunchId { get; }
}
