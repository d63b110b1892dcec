namespace MiniApp.Fuzz;

/// <summary>Changes texts in places, as nobody would who knows the rules: each generator's own faults are those that somebody thought of.</summary>
internal sealed class Mutator(int seed)
{
    private static readonly string[] Pieces =
    [
        "&", "=", "%", "+", "?", "#", "~", " ", "\t", "\n", "\r\n", "\0", "\u001f", "\u007f", "\u00a0", "\u3000", "\ufeff", "\ufffd", "\ud83d", "\ude00",
        "\ud83d\ude00", "ё", "\u0661", "%00", "%0A", "%20", "%25", "%26", "%3D", "%7E", "%7e", "%C3", "%C3%A9", "%c0%80", "%ED%A0%80", "%F4%90%80%80",
        "%zz", "vk_", "sign=", "hash=", "signature=", "auth_date=", "user=", "id", "0", "1", "00", "-1", "9223372036854775807", "9223372036854775808",
        "{", "}", "[", "]", "\"", "\\", "\\u0000", "\\ud83d", ":", ",", "null", "true", "A", "=", "==", "-", "_", "/", "tgWebAppData=", "WebAppData=",
    ];

    /// <summary>What somebody may take for nothing where a text begins or ends.</summary>
    private static readonly string[] Ends =
        [" ", "\t", "\r\n", "\v", "\f", "\0", "\u0085", "\u00a0", "\u2003", "\u2028", "\u3000", "\u200b", "\ufeff", "\"", "'", "?", "#", "&", "=", "/", ";", ","];

    private readonly Random _random = new(seed);
    private string _last = "";

    /// <summary>The text itself half of the time, so that what is good stays tested; otherwise the text with some changes.</summary>
    public string Mutate(string text)
    {
        var other = _last;
        _last = text;
        if (_random.Next(2) == 0)
        {
            return text;
        }

        for (var count = _random.Next(4); count >= 0; count--)
        {
            text = Change(text, other);
        }

        return text;
    }

    private string Change(string text, string other)
    {
        var place = _random.Next(text.Length + 1);
        var length = Math.Min(_random.Next(1, 1 << _random.Next(1, 8)), text.Length - place);
        return _random.Next(10) switch
        {
            0 => text.Remove(place, length),
            1 => text.Insert(place, text.Substring(place, length)),
            2 => text[..place] + Pick(Pieces) + text[(place + length)..],
            3 => text.Insert(place, Pick(Pieces)),
            4 => text[..place] + (char)_random.Next(char.MaxValue + 1) + text[place..],
            5 => text[..place] + text.Substring(place, length).ToUpperInvariant() + text[(place + length)..],
            6 => text[..place] + other[_random.Next(other.Length + 1)..],
            7 => Fill(text),
            8 => _random.Next(2) == 0 ? text + Pick(Ends) : Pick(Ends) + text,
            _ => SwapParts(text),
        };
    }

    /// <summary>A text about as long as a token may be, which is one time in a hundred enough.</summary>
    private string Fill(string text) =>
        _random.Next(100) == 0 && text.Length < 8192 ? text + new string(Pieces[_random.Next(4)][0], 8192 - text.Length + _random.Next(-2, 3)) : text;

    private string Pick(string[] texts) => texts[_random.Next(texts.Length)];

    private string SwapParts(string text)
    {
        var parts = text.Split('&');
        var (one, other) = (_random.Next(parts.Length), _random.Next(parts.Length));
        (parts[one], parts[other]) = (parts[other], _random.Next(3) == 0 ? parts[other] : parts[one]);
        return string.Join('&', parts);
    }
}
