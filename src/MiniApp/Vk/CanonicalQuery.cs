using System.Runtime.CompilerServices;
using System.Text;
using MiniApp;

namespace VkMiniApp;

/// <summary>
/// The text that VK signs: every signed parameter as <c>name=value</c>, sorted by name, both encoded anew. Clients respell their
/// address (raw commas, lower-case hex, JSON as it is), so the spelling that came can't be used; and values that are not encoded must
/// never be joined, or <c>vk_ref=other%26vk_ts%3D1</c> would smuggle a parameter in.
/// </summary>
internal static class CanonicalQuery
{
    /// <summary>How many bytes <see cref="Write"/> needs at most for parameters of so many bytes, decoded, with what stands between them.</summary>
    public static int MaxByteCount(int decodedLength) => FormUrlEncoding.MaxByteCount(decodedLength) + UnreservedBytes.BlockLength;

    /// <summary>Writes the text of parameters.</summary>
    /// <param name="sorted">The parameters.</param>
    /// <param name="text">What they stand in, and a <see cref="UnreservedBytes.BlockLength"/> of anything behind it.</param>
    /// <param name="destination">Room for <see cref="MaxByteCount"/> bytes.</param>
    /// <param name="style">How a space and a tilde are written.</param>
    /// <param name="maxLength">The most bytes that it may have. Behind the parameter that is too much, nothing is written.</param>
    /// <returns>The text's length; something above <paramref name="maxLength"/> for one that is longer.</returns>
    public static int Write(
        in SortedParameters sorted, ReadOnlySpan<byte> text, Span<byte> destination, FormUrlStyle style, int maxLength)
    {
        var written = 0;

        // The separator that was written last is no part of the text: one that is just as long as it may be is not the whole where more follows.
        for (var i = 0; i < sorted.Count && written - 1 <= maxLength; i++)
        {
            ref readonly var parameter = ref sorted[i];
            if (parameter.IsCanonical)
            {
                written += parameter.CopyCanonical(text, destination[written..]);
                destination[written++] = (byte)'&';
            }
            else
            {
                written += WriteParameter(parameter.Name(text), parameter.Value(text), destination[written..], style);
            }
        }

        return Math.Max(written - 1, 0);
    }

    public static byte[] Create(IEnumerable<KeyValuePair<string, string>> parameters)
    {
        var sorted = parameters.Select(p => (Name: Encoding.UTF8.GetBytes(p.Key), Value: Encoding.UTF8.GetBytes(p.Value))).ToArray();
        Array.Sort(sorted, (x, y) => x.Name.AsSpan().SequenceCompareTo(y.Name));

        var destination = new byte[sorted.Sum(p => FormUrlEncoding.MaxByteCount(p.Name.Length + p.Value.Length) + "=&".Length)];
        var written = 0;
        foreach (var (name, value) in sorted)
        {
            written += WriteParameter(name, value, destination.AsSpan(written), FormUrlStyle.Rfc1738);
        }

        return destination[..(written - 1)];
    }

    // Left to itself, the compiler puts this into its callers, and has nothing left to inline the writing of each character with.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static int WriteParameter(ReadOnlySpan<byte> name, ReadOnlySpan<byte> value, Span<byte> destination, FormUrlStyle style)
    {
        var written = FormUrlEncoding.Encode(name, destination, style);
        destination[written++] = (byte)'=';
        written += FormUrlEncoding.Encode(value, destination[written..], style);
        destination[written++] = (byte)'&';
        return written;
    }
}
