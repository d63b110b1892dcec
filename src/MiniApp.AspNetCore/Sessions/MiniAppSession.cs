using System.Globalization;

namespace MiniApp.AspNetCore;

/// <summary>What a session knows of itself: whose it is, and since when.</summary>
public sealed class MiniAppSession
{
    internal MiniAppSession(Guid id, MiniAppSubject user, MiniAppSubject? app, DateTimeOffset launchTime, DateTimeOffset startTime) =>
        (Id, User, App, LaunchTime, StartTime) = (id, user, app, launchTime, startTime);

    /// <summary>The session's id, which all of its tokens share. <see cref="MiniAppSubject.Session(Guid)"/> names it to be revoked.</summary>
    public Guid Id { get; }

    /// <summary>The user, such as <c>vk:42</c>.</summary>
    public MiniAppSubject User { get; }

    /// <summary>The app or bot; <see langword="null"/> where the platform does not tell it.</summary>
    public MiniAppSubject? App { get; }

    /// <summary>When the platform signed the launch that the session began with. The session ends so long after it.</summary>
    public DateTimeOffset LaunchTime { get; }

    /// <summary>When the launch was exchanged, in whole seconds.</summary>
    public DateTimeOffset StartTime { get; }

    /// <summary>What a revocation is compared with: a launch that is dated ahead makes no session younger than it is.</summary>
    internal DateTimeOffset Dated => LaunchTime < StartTime ? LaunchTime : StartTime;

    /// <summary>When a session ends that lives so long after its launch. A life may be so long that no calendar has its end.</summary>
    internal static DateTimeOffset FindEnd(DateTimeOffset launchTime, TimeSpan lifetime) =>
        lifetime <= DateTimeOffset.MaxValue - launchTime ? launchTime + lifetime : DateTimeOffset.MaxValue;

    /// <summary>The session in one text, as its tokens hold it.</summary>
    internal string Write() => string.Create(
        CultureInfo.InvariantCulture, $"{Id:N} {LaunchTime.ToUnixTimeSeconds()} {StartTime.ToUnixTimeSeconds()} {User} {App}");

    /// <summary>Reads what <see cref="Write"/> wrote; <see langword="null"/> for anything else, such as what another version wrote.</summary>
    internal static MiniAppSession? Read(string? text)
    {
        Span<Range> parts = stackalloc Range[6];
        var span = text.AsSpan();

        return span.Split(parts, ' ') == 5
            && Guid.TryParseExact(span[parts[0]], "N", out var id)
            && TryReadTime(span[parts[1]], out var launchTime)
            && TryReadTime(span[parts[2]], out var startTime)
            && MiniAppSubject.TryParse(text![parts[3]], out var user)
            && TryReadApp(text[parts[4]], out var app)
                ? new(id, user, app, launchTime, startTime)
                : null;
    }

    private static bool TryReadTime(ReadOnlySpan<char> text, out DateTimeOffset time)
    {
        var isTime = long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && seconds <= 253402300799;
        time = isTime ? DateTimeOffset.FromUnixTimeSeconds(seconds) : default;
        return isTime;
    }

    private static bool TryReadApp(string text, out MiniAppSubject? app)
    {
        app = text.Length > 0 && MiniAppSubject.TryParse(text, out var subject) ? subject : null;
        return text.Length == 0 || app is not null;
    }
}
