using System.Text;

namespace TestSupport;

/// <summary>Init data of every kind, right and wrong, from a seed.</summary>
public sealed class CaseGenerator(int seed, string botToken, long now, Action<Dictionary<string, string>>? sign = null)
{
    private static readonly string[] Names =
    [
        "query_id", "receiver", "chat", "chat_type", "chat_instance", "chat_instances", "chat_join_request_query_id", "start_param",
        "can_send_after", "signature", "ip", "future_field", "User", "USER", "user ", "auth_date2", "hash2", "a", "b c", "d+e", "f%41",
        "имя", "\uff01", "\U0001f600", "\U0001f601x", "0", "~",
    ];

    private static readonly string[] Values =
    [
        "", "x", "0", "A B + C", "a&b=c", "100%41", "Илья Ёжиков", "\U0001f408\u200d\u2b1b", "{\"id\":-100,\"type\":\"group\"}", "==", "~*'()",
        "null", "\t\r\u0001", "-7303070830523603883", new('v', 300),
    ];

    private static readonly string[] Users =
    [
        "{\"id\":1}", "{\"id\":9007199254740,\"first_name\":\"Ada\",\"is_premium\":true}", "{ \"first_name\" : null , \"id\" : 2 }",
        "{\"id\":3,\"new\":{\"id\":\"x\",\"y\":[1,{}]}}", "{\"id\":6,\"bio\":\"\\ud83d\"}", "{\"\\udc00\":1,\"id\":7,\"x\":[\"\\ud83d\\ud83d\\ude00\\\\ud83d\"]}", "{\"id\":9223372036854775807}", "{\"\\u0069d\":5,\"photo_url\":\"https:\\/\\/t.me\\/a\"}",
    ];

    private static readonly string[] Pieces =
    [
        "", "", "{", "}", "[", "]", "\"", ":", ",", "\\", "\\u0069", "\\ud83d", "\\udc08", "\\n", "/", "0", "1", "9", "-", "+", ".", "e", "E", "t", "true", "null", "\"id\":2,",
        ",\"id\":3", " ", "\t", "\r", "\0", "\u001f", "\u00a0", "ё", "\U0001f408", "\ufeff", "//", "/**/", "'", "NaN",
    ];

    /// <summary>Other objects than the user's own, and what a reader of objects has to put up with.</summary>
    private static readonly string[] Objects =
    [
        "{\"id\":-100,\"type\":\"channel\",\"title\":\"Кот\",\"username\":null}", "{\"type\":5,\"id\":1,\"title\":{\"id\":2},\"photo_url\":[]}",
        "{\"id\":8,\"is_bot\":true,\"is_premium\":\"yes\",\"allows_write_to_pm\":1,\"added_to_attachment_menu\":false,\"last_name\":0.5e-1}",
        "{\"id\":9,\"first_name\":\"\\ud83d\\udc08\\n\\\"\",\"last_name\":\"\",\"username\":true,\"language_code\":[null,{\"a\":-0}]}",
        "{\"\":\"\",\"id\":10,\"\":1}", "{\"id\":1e400}", "{\"id\":-9223372036854775808,\"type\":\"\"}", "{\"chat_id\":1}",
    ];

    private static readonly string[] Nobodies =
    [
        "", "null", "[]", "1", "\"1\"", "{}", "{\"id\":\"1\"}", "{\"id\":1.0}", "{\"id\":1e3}", "{\"id\":0}", "{\"id\":-1}", "{\"id\":null}",
        "{\"id\":9223372036854775808}", "{\"id\":1,\"x\":\"\\ud83\"}", "{\"i\\ud83dd\":1}", "{\"id\":1,\"id\":2}", "{\"ID\":1}", "{\"id\":1}x", "{\"id\":1", "{id:1}", "{\"id\":01}", "{\"id\":1,}",
    ];

    private readonly Random _random = new(seed);

    public int Next(int below) => _random.Next(below);

    public T Pick<T>(IReadOnlyList<T> items) => items[_random.Next(items.Count)];

    /// <summary>Fields that nothing is wrong with, without a proof.</summary>
    public Dictionary<string, string> NextFields()
    {
        var fields = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["user"] = Pick(Users),
            ["auth_date"] = $"{now - _random.Next(86_400)}",
        };

        for (var count = _random.Next(8); count > 0; count--)
        {
            fields[Pick(Names)] = Pick(Values);
        }

        if (_random.Next(3) == 0)
        {
            fields[Pick(["chat", "receiver"])] = Pick(_random.Next(3) == 0 ? Nobodies : Objects);
        }

        return fields.OrderBy(_ => _random.Next()).ToDictionary(StringComparer.Ordinal);
    }

    /// <summary>Init data, two times in three good.</summary>
    public string NextToken()
    {
        var fields = NextFields();
        var fault = _random.Next(30);
        ChangeFields(fields, fault);

        // Proved as it is: who reads the platform's JSON has to come to the same, whatever it is.
        if (_random.Next(4) == 0)
        {
            var field = Pick(fields.Keys.Where(name => name != "auth_date").DefaultIfEmpty("user").ToArray());
            fields[field] = Edit(fields.GetValueOrDefault(field, ""));
        }

        if (sign is not null)
        {
            sign(fields);
            fields["signature"] = fault == 18 ? Respell(fields["signature"]) : fields["signature"];
        }

        fields["hash"] = ReferenceInitData.Hash(fields, fault == 5 ? botToken + "x" : botToken);
        ChangeProof(fields, fault);

        var shuffled = fields.OrderBy(_ => _random.Next()).Select(field => $"{Spell(field.Key)}={Spell(field.Value)}");
        return Wrap(ChangeText(string.Join('&', shuffled), fault));
    }

    /// <summary>One of the ways to send these fields, which are proved: in any order, escaped in any way, in base64, in an envelope.</summary>
    /// <param name="proved">The fields.</param>
    /// <param name="prefix">The platform's: <c>WebApp</c>.</param>
    public string NextSpelling(IEnumerable<KeyValuePair<string, string>> proved, string prefix)
    {
        var text = string.Join('&', proved.OrderBy(_ => _random.Next()).Select(field => $"{Spell(field.Key)}={Spell(field.Value)}"));
        var field = $"{prefix}Data={Uri.EscapeDataString(text)}";
        text = Pick([text, text, field, $"#{field}&{prefix}Version=9.1", $"https://app.example/?a=1#/top?{prefix}Platform=web&{field}", $"{text}&{prefix}Version=9.1"]);

        return _random.Next(4) switch
        {
            0 => Convert.ToBase64String(Encoding.UTF8.GetBytes(text)),
            1 => Convert.ToBase64String(Encoding.UTF8.GetBytes(text)).Replace('+', '-').Replace('/', '_').TrimEnd('='),
            2 => " " + text + "\r\n",
            _ => text,
        };
    }

    /// <summary>Letters of which init data is made, in no order.</summary>
    public string NextGarbage()
    {
        string[] pieces = ["&", "=", "%", "+", "hash", "user", "auth_date", "1760000000", "%0", "%41", "%ff", "\ud800", "ё", "\0", "?", "#", "A==", "%26", " "];
        return string.Concat(Enumerable.Range(0, _random.Next(30)).Select(_ => Pick(pieces)));
    }

    /// <summary>A text with some characters more or less, those that JSON is made of among them.</summary>
    private string Edit(string text)
    {
        for (var count = _random.Next(3); count >= 0; count--)
        {
            var place = _random.Next(text.Length + 1);
            var end = Math.Min(place + _random.Next(3), text.Length);
            text = text[..place] + Pick(Pieces) + text[end..];
        }

        // Where a pair was cut in two, there would be nothing to prove.
        return text.Any(char.IsSurrogate) ? string.Concat(text.EnumerateRunes().Where(rune => rune.Value != 0xFFFD)) : text;
    }

    private void ChangeFields(Dictionary<string, string> fields, int fault)
    {
        switch (fault)
        {
            case 0: fields["user"] = Pick(Nobodies); break;
            case 1: fields.Remove("user"); break;
            case 2: fields["auth_date"] = $"{now - 86_400 - _random.Next(3) + 1}"; break;
            case 3: fields["auth_date"] = $"{now + 59 + _random.Next(4)}"; break;
            case 4: fields["auth_date"] = Pick(["", "-1", "+1", " 1", "1\u0660", "0x1", "1e9", "1.0", "9223372036854775808", "9223372036854775807", $"{now}000"]); break;
            case 6: fields["x"] = "line\nfeed"; break;
            case 7: fields["x=y"] = "z"; break;
            case 8: fields.Remove("auth_date"); break;
            default: break;
        }
    }

    /// <summary>Other spellings of base64url: the one with padding is right as well.</summary>
    private string Respell(string signature) => Pick(
    [
        "", signature + "==", signature + "==", signature + "=", signature + "%3D%3D", signature + " ", signature.Insert(40, "\t"), signature[..^1] + "B", signature[..^1] + "é",
        signature.Replace('-', '+').Replace('_', '/'), signature[1..], signature + "A", new('A', 86), new('\uff21', 86),
    ]);

    private void ChangeProof(Dictionary<string, string> fields, int fault)
    {
        switch (fault)
        {
            case 9: fields.Remove("hash"); break;
            case 10: fields["hash"] = Pick(["", "ё", fields["hash"].ToUpperInvariant(), fields["hash"][1..], fields["hash"] + "0", new('0', 64)]); break;
            case 11: fields[Pick(Names)] = "changed"; break;
            case 12: fields.Remove(Pick(fields.Keys.ToArray())); break;
            default: break;
        }
    }

    private string ChangeText(string text, int fault)
    {
        var place = _random.Next(text.Length);
        return fault switch
        {
            13 => text + "&" + Pick(text.Split('&')),
            14 => text + Pick(["&", "&&", "&x", "&=y", "&%zz=1", "&x=%ff", "&x=%"]),
            15 => Pick(["?", "#", "&", " "]) + text,
            16 => text[..place] + (text[place] == '1' ? '2' : '1') + text[(place + 1)..],
            17 => text.Remove(place, 1),
            _ => text,
        };
    }

    private string Wrap(string text) => _random.Next(16) switch
    {
        3 => Pick(["", " ", "\r\n"]) + text + Pick(["\n", "\r\n\t", " "]),
        4 => Convert.ToBase64String(Encoding.UTF8.GetBytes(text + "\n")) + "\r\n",
        5 or 6 or 7 => InEnvelope(text, Pick(["WebApp", "tgWebApp"])),
        8 => Convert.ToBase64String(Encoding.UTF8.GetBytes(InEnvelope(text, Pick(["WebApp", "tgWebApp"])))),
        9 => text + Pick(["&WebAppPlatform=web&WebAppVersion=26.2.8", "&tgWebAppVersion=9.1", "&WebAppData=", "&tgWebAppData=x&tgWebAppVersion=1", "&WebApp=1"]),
        0 => Convert.ToBase64String(Encoding.UTF8.GetBytes(text)),
        1 => Convert.ToBase64String(Encoding.UTF8.GetBytes(text)).Replace('+', '-').Replace('/', '_').TrimEnd('='),
        2 => Uri.EscapeDataString(text),
        _ => text,
    };

    /// <summary>The fragment of a page's address, or more or less than that.</summary>
    private string InEnvelope(string text, string prefix)
    {
        var field = $"{prefix}Data={Uri.EscapeDataString(text)}";
        var fields = Pick([field, $"{field}&{prefix}Version=9.1", $"{prefix}Platform=web&{field}", $"{field}&{field}", $"{field}&{prefix}%44ata=x", $"a&{field}"]);

        return Pick(["", "", "#", "#", "#/top?", "/top?", "https://app.example/?a=1&b=2#", "http://app.example#", "https://app.example/?"]) + fields;
    }

    /// <summary>One of the ways to write a text inside a query.</summary>
    private string Spell(string text) => _random.Next(4) switch
    {
        0 => Uri.EscapeDataString(text).Replace("%20", "+", StringComparison.Ordinal),
        1 => string.Concat(Encoding.UTF8.GetBytes(text).Select(value => $"%{value:x2}")),
        2 => text.Replace("%", "%25", StringComparison.Ordinal).Replace("&", "%26", StringComparison.Ordinal)
            .Replace("=", "%3d", StringComparison.Ordinal).Replace("+", "%2B", StringComparison.Ordinal),
        _ => Uri.EscapeDataString(text),
    };
}
