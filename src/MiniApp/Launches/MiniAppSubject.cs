using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace MiniApp;

/// <summary>
/// A user, an app, a platform, a session, or everybody: platform-neutral, and the same in a launch, a session and a store. User 42 of VK is
/// <c>vk:42</c>, and no other platform's user 42.
/// </summary>
public readonly struct MiniAppSubject : IEquatable<MiniAppSubject>
{
    private const string AppMark = "app:";
    private const string SessionStart = "session:";
    private const string EverybodyText = "*";

    private readonly string? _platform;
    private readonly UInt128 _id;

    private MiniAppSubject(MiniAppSubjectKind kind, string? platform, UInt128 id) => (Kind, _platform, _id) = (kind, platform, id);

    /// <summary>Everybody, on every platform: <c>*</c>. It is the default value.</summary>
    public static MiniAppSubject Everybody => default;

    /// <summary>What is named.</summary>
    public MiniAppSubjectKind Kind { get; }

    /// <summary>The platform, such as <c>vk</c>; <see langword="null"/> for everybody and for a session.</summary>
    public string? PlatformName => _platform;

    /// <summary>The number of the user, app or bot; 0 for anything else.</summary>
    public long Id => Kind is MiniAppSubjectKind.User or MiniAppSubjectKind.App ? (long)_id : 0;

    /// <summary>Whether two subjects are the same.</summary>
    /// <param name="left">One.</param>
    /// <param name="right">The other.</param>
    public static bool operator ==(MiniAppSubject left, MiniAppSubject right) => left.Equals(right);

    /// <summary>Whether two subjects differ.</summary>
    /// <param name="left">One.</param>
    /// <param name="right">The other.</param>
    public static bool operator !=(MiniAppSubject left, MiniAppSubject right) => !left.Equals(right);

    /// <summary>A user of VK: <c>vk:42</c>.</summary>
    /// <param name="id">The id, above 0.</param>
    public static MiniAppSubject VkUser(long id) => User("vk", id);

    /// <summary>A user of Odnoklassniki, who launched a VK mini app there: <c>ok:5</c>.</summary>
    /// <param name="id">The id, above 0.</param>
    public static MiniAppSubject OkUser(long id) => User("ok", id);

    /// <summary>A user of Telegram: <c>telegram:42</c>.</summary>
    /// <param name="id">The id, above 0.</param>
    public static MiniAppSubject TelegramUser(long id) => User("telegram", id);

    /// <summary>A user of MAX: <c>max:42</c>.</summary>
    /// <param name="id">The id, above 0.</param>
    public static MiniAppSubject MaxUser(long id) => User("max", id);

    /// <summary>A user of any platform.</summary>
    /// <param name="platform">The platform: letters from a to z, digits and hyphens.</param>
    /// <param name="id">The id, above 0.</param>
    /// <exception cref="ArgumentException">The platform's name is none.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The id is not above 0.</exception>
    public static MiniAppSubject User(string platform, long id) => Numbered(MiniAppSubjectKind.User, platform, id);

    /// <summary>An app of VK: <c>vk:app:6736218</c>.</summary>
    /// <param name="id">The id, above 0.</param>
    public static MiniAppSubject VkApp(long id) => App("vk", id);

    /// <summary>A bot of Telegram: <c>telegram:app:123456</c>.</summary>
    /// <param name="id">The id, above 0.</param>
    public static MiniAppSubject TelegramBot(long id) => App("telegram", id);

    /// <summary>An app or bot of any platform.</summary>
    /// <param name="platform">The platform: letters from a to z, digits and hyphens.</param>
    /// <param name="id">The id, above 0.</param>
    /// <exception cref="ArgumentException">The platform's name is none.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The id is not above 0.</exception>
    public static MiniAppSubject App(string platform, long id) => Numbered(MiniAppSubjectKind.App, platform, id);

    /// <summary>Everybody of a platform: <c>vk</c>.</summary>
    /// <param name="platform">The platform: letters from a to z, digits and hyphens.</param>
    /// <exception cref="ArgumentException">The platform's name is none.</exception>
    public static MiniAppSubject Platform(string platform) => new(MiniAppSubjectKind.Platform, Checked(platform), 0);

    /// <summary>One session.</summary>
    /// <param name="id">The session's id.</param>
    public static MiniAppSubject Session(Guid id)
    {
        Span<byte> bytes = stackalloc byte[16];
        id.TryWriteBytes(bytes, bigEndian: true, out _);
        return new(MiniAppSubjectKind.Session, platform: null, BinaryPrimitives.ReadUInt128BigEndian(bytes));
    }

    /// <summary>Reads what <see cref="ToString"/> wrote.</summary>
    /// <param name="text">The text.</param>
    /// <param name="subject">The subject.</param>
    /// <returns><see langword="false"/> for anything that <see cref="ToString"/> does not write.</returns>
    public static bool TryParse([NotNullWhen(true)] string? text, out MiniAppSubject subject)
    {
        subject = default;
        if (text is null or EverybodyText)
        {
            return text is not null;
        }

        if (text.StartsWith(SessionStart, StringComparison.Ordinal))
        {
            var isId = Guid.TryParseExact(text.AsSpan(SessionStart.Length), "N", out var session);
            subject = isId ? Session(session) : default;
            return isId && subject.ToString() == text;
        }

        var colon = text.IndexOf(':', StringComparison.Ordinal);
        if (!IsName(colon < 0 ? text : text[..colon]))
        {
            return false;
        }

        if (colon < 0)
        {
            subject = Platform(text);
            return true;
        }

        var rest = text.AsSpan(colon + 1);
        var isApp = rest.StartsWith(AppMark, StringComparison.Ordinal);
        if (!DecimalDigits.TryRead<char>(isApp ? rest[AppMark.Length..] : rest, out long id) || id <= 0)
        {
            return false;
        }

        subject = Numbered(isApp ? MiniAppSubjectKind.App : MiniAppSubjectKind.User, text[..colon], id);
        return subject.ToString() == text;
    }

    /// <inheritdoc/>
    public bool Equals(MiniAppSubject other) => _id == other._id && Kind == other.Kind && _platform == other._platform;

    /// <inheritdoc/>
    public override bool Equals([NotNullWhen(true)] object? obj) => obj is MiniAppSubject other && Equals(other);

    /// <inheritdoc/>
    // Subjects of one id on several platforms are few: the platform's name would cost more to hash than it tells apart.
    public override int GetHashCode() => HashCode.Combine(_id, Kind);

    /// <summary>The subject as <c>vk:42</c>, <c>vk:app:6736218</c>, <c>vk</c>, <c>session:…</c> or <c>*</c>.</summary>
    public override string ToString() => Kind switch
    {
        MiniAppSubjectKind.User => string.Create(CultureInfo.InvariantCulture, $"{_platform}:{_id}"),
        MiniAppSubjectKind.App => string.Create(CultureInfo.InvariantCulture, $"{_platform}:{AppMark}{_id}"),
        MiniAppSubjectKind.Platform => _platform!,
        MiniAppSubjectKind.Session => string.Create(CultureInfo.InvariantCulture, $"{SessionStart}{_id:x32}"),
        _ => EverybodyText,
    };

    private static MiniAppSubject Numbered(MiniAppSubjectKind kind, string platform, long id)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(id);

        return new(kind, Checked(platform), (UInt128)id);
    }

    private static string Checked(string platform) => IsName(platform) ? platform
        : throw new ArgumentException("A platform's name is made of letters from a to z, digits and hyphens, and is not \"session\".", nameof(platform));

    private static bool IsName(ReadOnlySpan<char> name) => name is not ("" or "session")
        && name.IndexOfAnyExcept("abcdefghijklmnopqrstuvwxyz0123456789-") < 0;
}
