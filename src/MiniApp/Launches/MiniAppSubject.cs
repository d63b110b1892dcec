using System.Buffers;
using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace MiniApp;

/// <summary>
/// A user, an app, a platform, a session, or everybody: platform-neutral, and the same in a launch, a session and a store. User 42 of VK is
/// <c>vk:42</c>, and no other platform's user 42. The default value names nobody.
/// </summary>
public readonly struct MiniAppSubject : IEquatable<MiniAppSubject>
{
    internal const int LongestPlatformName = 32;

    private const string AppMark = "app:";
    private const string SessionStart = "session:";
    private const int SessionLength = 32;
    private const string EverybodyText = "*";

    private static readonly SearchValues<char> NameCharacters = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789-");

    private static readonly SearchValues<char> HexDigits = SearchValues.Create("0123456789abcdef");

    private readonly string? _platform;
    private readonly UInt128 _id;

    private MiniAppSubject(MiniAppSubjectKind kind, string? platform, UInt128 id) => (Kind, _platform, _id) = (kind, platform, id);

    /// <summary>Everybody, on every platform: <c>*</c>.</summary>
    public static MiniAppSubject Everybody => new(MiniAppSubjectKind.Everybody, platform: null, id: 0);

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
    /// <exception cref="ArgumentOutOfRangeException">The id is not above 0.</exception>
    public static MiniAppSubject VkUser(long id) => User("vk", id);

    /// <summary>A user of Odnoklassniki, who launched a VK mini app there: <c>ok:5</c>.</summary>
    /// <param name="id">The id, above 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">The id is not above 0.</exception>
    public static MiniAppSubject OkUser(long id) => User("ok", id);

    /// <summary>A user of Telegram: <c>telegram:42</c>. Those of its test environment are of the platform <c>telegram-test</c>.</summary>
    /// <param name="id">The id, above 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">The id is not above 0.</exception>
    public static MiniAppSubject TelegramUser(long id) => User("telegram", id);

    /// <summary>A user of MAX: <c>max:42</c>.</summary>
    /// <param name="id">The id, above 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">The id is not above 0.</exception>
    public static MiniAppSubject MaxUser(long id) => User("max", id);

    /// <summary>A user of any platform.</summary>
    /// <param name="platform">The platform: at most 32 letters from a to z, digits and hyphens.</param>
    /// <param name="id">The id, above 0.</param>
    /// <exception cref="ArgumentException">The platform's name is none, or <c>session</c>.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The id is not above 0.</exception>
    public static MiniAppSubject User(string platform, long id) => Numbered(MiniAppSubjectKind.User, platform, id);

    /// <summary>An app of VK: <c>vk:app:6736218</c>.</summary>
    /// <param name="id">The id, above 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">The id is not above 0.</exception>
    public static MiniAppSubject VkApp(long id) => App("vk", id);

    /// <summary>A bot of Telegram: <c>telegram:app:123456</c>. Those of its test environment are of the platform <c>telegram-test</c>.</summary>
    /// <param name="id">The id, above 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">The id is not above 0.</exception>
    public static MiniAppSubject TelegramBot(long id) => App("telegram", id);

    /// <summary>An app or bot of any platform.</summary>
    /// <param name="platform">The platform: at most 32 letters from a to z, digits and hyphens.</param>
    /// <param name="id">The id, above 0.</param>
    /// <exception cref="ArgumentException">The platform's name is none, or <c>session</c>.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The id is not above 0.</exception>
    public static MiniAppSubject App(string platform, long id) => Numbered(MiniAppSubjectKind.App, platform, id);

    /// <summary>Everybody of a platform: <c>vk</c>.</summary>
    /// <param name="platform">The platform: at most 32 letters from a to z, digits and hyphens.</param>
    /// <exception cref="ArgumentException">The platform's name is none, or <c>session</c>.</exception>
    public static MiniAppSubject Platform(string platform) => new(MiniAppSubjectKind.Platform, Checked(platform), 0);

    /// <summary>One session: <c>session:</c> and its id.</summary>
    /// <param name="id">The session's id.</param>
    public static MiniAppSubject Session(Guid id)
    {
        Span<byte> bytes = stackalloc byte[16];
        id.TryWriteBytes(bytes, bigEndian: true, out _);
        return new(MiniAppSubjectKind.Session, platform: null, BinaryPrimitives.ReadUInt128BigEndian(bytes));
    }

    /// <summary>Reads what <see cref="ToString"/> wrote.</summary>
    /// <param name="text">The text.</param>
    /// <param name="subject">The subject; nobody where there is none.</param>
    /// <returns><see langword="false"/> for anything that <see cref="ToString"/> does not write of a subject.</returns>
    public static bool TryParse([NotNullWhen(true)] string? text, out MiniAppSubject subject)
    {
        subject = Parse(text) is { } parsed ? parsed : default;
        return subject.Kind != MiniAppSubjectKind.None;
    }

    /// <inheritdoc/>
    public bool Equals(MiniAppSubject other) => _id == other._id && Kind == other.Kind && _platform == other._platform;

    /// <inheritdoc/>
    public override bool Equals([NotNullWhen(true)] object? obj) => obj is MiniAppSubject other && Equals(other);

    /// <inheritdoc/>
    // Subjects of one id on several platforms are few: the platform's name would cost more to hash than it tells apart.
    public override int GetHashCode() => HashCode.Combine(_id, Kind);

    /// <summary>
    /// The subject as <c>vk:42</c>, <c>vk:app:6736218</c>, <c>vk</c>, <c>session:</c> and 32 digits of lower-case hex, or <c>*</c>: at most
    /// 56 characters of ASCII, in which equal subjects are equal texts. Empty for the default value.
    /// </summary>
    public override string ToString() => Kind switch
    {
        MiniAppSubjectKind.User => string.Create(CultureInfo.InvariantCulture, $"{_platform}:{_id}"),
        MiniAppSubjectKind.App => string.Create(CultureInfo.InvariantCulture, $"{_platform}:{AppMark}{_id}"),
        MiniAppSubjectKind.Platform => _platform!,
        MiniAppSubjectKind.Session => string.Create(CultureInfo.InvariantCulture, $"{SessionStart}{_id:x32}"),
        MiniAppSubjectKind.Everybody => EverybodyText,
        _ => string.Empty,
    };

    private static MiniAppSubject? Parse(ReadOnlySpan<char> text)
    {
        if (text is EverybodyText)
        {
            return Everybody;
        }

        if (text.StartsWith(SessionStart, StringComparison.Ordinal))
        {
            // The framework would take white space around the digits, and capitals among them.
            var digits = text[SessionStart.Length..];
            return digits.Length == SessionLength && !digits.ContainsAnyExcept(HexDigits) ? Session(Guid.ParseExact(digits, "N")) : null;
        }

        var colon = text.IndexOf(':');
        var platform = colon < 0 ? text : text[..colon];
        if (!IsName(platform))
        {
            return null;
        }

        if (colon < 0)
        {
            return Platform(platform.ToString());
        }

        var rest = text[(colon + 1)..];
        var isApp = rest.StartsWith(AppMark, StringComparison.Ordinal);
        var number = isApp ? rest[AppMark.Length..] : rest;
        return number is not ['0', ..] && DecimalDigits.TryRead(number, out var id)
            ? new(isApp ? MiniAppSubjectKind.App : MiniAppSubjectKind.User, platform.ToString(), (UInt128)id)
            : null;
    }

    private static MiniAppSubject Numbered(MiniAppSubjectKind kind, string platform, long id)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(id);

        return new(kind, Checked(platform), (UInt128)id);
    }

    private static string Checked(string platform) => IsName(platform) ? platform
        : throw new ArgumentException(
            $"A platform's name is made of at most {LongestPlatformName} letters from a to z, digits and hyphens, and is not \"session\".", nameof(platform));

    private static bool IsName(ReadOnlySpan<char> name) => name is not ("" or "session")
        && name.Length <= LongestPlatformName
        && !name.ContainsAnyExcept(NameCharacters);
}
