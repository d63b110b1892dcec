using System.Buffers;
using System.Text;

namespace VkMiniApp;

/// <summary>Tells text from strings that are none: half of a surrogate pair has no bytes that VK could have signed.</summary>
internal static class WellFormedText
{
    public static bool Is(ReadOnlySpan<char> text)
    {
        if (!text.ContainsAnyInRange('\uD800', '\uDFFF'))
        {
            return true;
        }

        while (!text.IsEmpty)
        {
            if (Rune.DecodeFromUtf16(text, out _, out var length) != OperationStatus.Done)
            {
                return false;
            }

            text = text[length..];
        }

        return true;
    }
}
