using System.Buffers;
using System.Buffers.Text;
using System.Text;

namespace MaxMiniApp;

/// <summary>
/// The two texts that MAX signs. They can't be mistaken for each other, though one key signs both: one begins with its time, the other
/// with <c>BEGIN:VCARD</c>.
/// </summary>
internal static class MaxContactText
{
    /// <summary>The longest text of a shared phone number: the names, two numbers of 19 digits, and the phone number.</summary>
    public const int MaxLength = 64 + MaxContactVerifier.MaxPhoneLength;

    private const string CardStart = "BEGIN:VCARD";

    private static readonly SearchValues<char> Digits = SearchValues.Create("0123456789");

    /// <summary>The phone number as it is signed, without a <c>+</c>; empty for what is no phone number.</summary>
    public static ReadOnlySpan<char> ReadPhone(ReadOnlySpan<char> phone)
    {
        phone = phone.StartsWith('+') ? phone[1..] : phone;
        return phone.Length > MaxContactVerifier.MaxPhoneLength || phone.ContainsAnyExcept(Digits) ? [] : phone;
    }

    /// <summary>Writes what is signed for a shared phone number.</summary>
    /// <param name="phone">Digits alone.</param>
    /// <param name="authDate">The time in the unit that it came in.</param>
    /// <param name="userId">The user's id.</param>
    /// <param name="destination">Memory for <see cref="MaxLength"/> bytes.</param>
    public static ReadOnlySpan<byte> Write(ReadOnlySpan<char> phone, long authDate, long userId, Span<byte> destination)
    {
        var rest = Write("authDate="u8, authDate, destination);

        "\nphone="u8.CopyTo(rest);
        rest = rest["\nphone="u8.Length..];
        Ascii.FromUtf16(phone, rest, out var length);

        rest = Write("\nuserId="u8, userId, rest[length..]);
        return destination[..^rest.Length];
    }

    public static bool IsCard(ReadOnlySpan<char> vcfInfo) =>
        vcfInfo.Length <= MaxContactVerifier.MaxCardLength && vcfInfo.StartsWith(CardStart, StringComparison.Ordinal);

    /// <summary>
    /// The one phone number of a card (RFC 2426, section 3.3.1). Where there are two, nothing says which of them is the user's. A line of a card
    /// begins behind CR LF; one that begins behind anything else that ends lines somewhere is a part of a value, such as a name of the user's own.
    /// </summary>
    public static bool TryFindPhone(ReadOnlySpan<char> vcfInfo, out ReadOnlySpan<char> phone)
    {
        phone = [];
        var (count, isOfCard) = (0, false);
        foreach (var line in vcfInfo.EnumerateLines())
        {
            var colon = line.IndexOf(':');
            if (colon >= 0 && IsPhoneName(line[..colon]))
            {
                count++;
                phone = line[(colon + 1)..].Trim();
                isOfCard = vcfInfo.Overlaps(line, out var start) && vcfInfo[..start].EndsWith("\r\n");
            }
        }

        return count == 1 && isOfCard && !phone.IsEmpty;
    }

    /// <summary>Writes a number behind its name, and returns the memory behind it. An interpolated text would put the number in a box.</summary>
    private static Span<byte> Write(ReadOnlySpan<byte> name, long number, Span<byte> destination)
    {
        name.CopyTo(destination);
        destination = destination[name.Length..];
        Utf8Formatter.TryFormat(number, destination, out var length);
        return destination[length..];
    }

    /// <summary>Whether this is the name of a phone number, alone or with parameters behind it.</summary>
    private static bool IsPhoneName(ReadOnlySpan<char> name)
    {
        var end = name.IndexOf(';');
        return (end < 0 ? name : name[..end]).Equals("TEL", StringComparison.OrdinalIgnoreCase);
    }
}
