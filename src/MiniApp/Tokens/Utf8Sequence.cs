using System.Runtime.InteropServices;

namespace MiniApp;

/// <summary>
/// Tells whether bytes that come one by one are UTF-8, by RFC 3629, section 4. Of a text that was UTF-8 before its escapes were read, only
/// what was escaped has to be looked at: to go through all of it again is the dearest part of decoding a text of many kinds of characters.
/// </summary>
[StructLayout(LayoutKind.Auto)]
internal struct Utf8Sequence
{
    private const byte Lowest = 0x80;
    private const byte Highest = 0xBF;

    private int _missing;
    private byte _lowest;
    private byte _highest;

    /// <summary>Whether no character has begun that is not at its end.</summary>
    public readonly bool IsWhole => _missing == 0;

    /// <summary>Whether a byte may follow those before it.</summary>
    public bool TryAdd(byte next)
    {
        if (_missing == 0)
        {
            return TryBegin(next);
        }

        var isNext = next >= _lowest && next <= _highest;
        (_lowest, _highest) = (Lowest, Highest);
        _missing--;
        return isNext;
    }

    /// <summary>The first byte tells how many follow, and keeps the second from spelling what has a shorter spelling or none.</summary>
    private bool TryBegin(byte first)
    {
        (_missing, _lowest, _highest) = first switch
        {
            < 0x80 => (0, Lowest, Highest),
            < 0xC2 => (-1, Lowest, Highest),
            < 0xE0 => (1, Lowest, Highest),
            0xE0 => (2, (byte)0xA0, Highest),
            0xED => (2, Lowest, (byte)0x9F),
            < 0xF0 => (2, Lowest, Highest),
            0xF0 => (3, (byte)0x90, Highest),
            < 0xF4 => (3, Lowest, Highest),
            0xF4 => (3, Lowest, (byte)0x8F),
            _ => (-1, Lowest, Highest),
        };

        return _missing >= 0;
    }
}
