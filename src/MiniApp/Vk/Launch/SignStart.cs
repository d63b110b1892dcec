using System.Runtime.CompilerServices;

namespace VkMiniApp;

/// <summary>
/// The beginning of a proved <c>sign</c>, which a launch keeps to tell itself from others: 24 characters are 144 bits, more than an id has.
/// It stands in the launch itself, since an object of its own would cost every launch what few are asked for.
/// </summary>
[InlineArray(Length)]
internal struct SignStart
{
    private const int Length = 24;

    private byte _first;

    public static SignStart Of(ReadOnlySpan<byte> sign)
    {
        SignStart start = default;
        sign[..Length].CopyTo(start);
        return start;
    }
}
