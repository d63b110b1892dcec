using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using System.Web;

namespace VkMiniApp.Tests;

/// <summary>
/// Makes tokens of every kind from one seed: right ones, wrong ones, and right ones damaged in one place. It doesn't know what the
/// verdict has to be.
/// </summary>
internal sealed class CaseGenerator(int seed)
{
    public static readonly IReadOnlyDictionary<long, string[]> Apps = new Dictionary<long, string[]>
    {
        [Example.AppId] = [Example.Secret, "previous key"],
        [7] = ["key of seven"],
    };

    private static readonly string[] Texts =
    [
        "", "1", "other", "a,b,c", "a b", "~", "a~ b", "a&b=c", "{\"950\":0}", "Привет", "😀", "a+b", "100%", "x?y#z", "\0", "\r\n",
        "'!()*",
    ];

    private static readonly string[] Numbers =
        ["", "-1", "+1", "1_0", "١", " 1", "01", "9223372036854775807", "9223372036854775808", "1e3"];

    private static readonly string[] Names =
    [
        "vk_ref", "vk_platform", "vk_", "vk_a", "vk_access_token_settings", "vk_access_token_settingz", "vk_a b", "vk_~", "vk_имя",
        "vk_A", "vk_client",
    ];

    private static readonly string[] Foreign = ["utm=1", "x", "=", "?", "hash=%FF", "y=%zz", "Sign=1", "VK_ts=5", "a%20b=c", "sig=1"];

    private static readonly char[] Characters = [.. "aZ09-_.~ +%&=?#,/\\\"'\0\n\u007Féя\u3000\uD83D\uDE00\uFFFD"];

    private readonly Random _random = new(seed);

    /// <summary>A token that may have any fault, in any spelling.</summary>
    public string NextToken()
    {
        var parameters = NextParameters();
        Damage(parameters);

        var parts = Spell(Sign(parameters));
        if (Chance(8))
        {
            DamageParts(parts);
        }

        if (Chance(2))
        {
            _random.Shuffle(CollectionsMarshal.AsSpan(parts));
        }

        var token = Pad(Wrap(Pad(string.Join('&', parts))));
        return Chance(6) ? Edit(token) : token;
    }

    /// <summary>Parameters that nothing is wrong with.</summary>
    public SortedDictionary<string, string> NextParameters()
    {
        var parameters = new SortedDictionary<string, string>(StringComparer.Ordinal)
        {
            ["vk_app_id"] = Number(Chance(4) ? 7 : Example.AppId),
            ["vk_ts"] = Number(Example.Now - _random.Next(-60, 3601)),
            ["vk_user_id"] = Number(_random.NextInt64(1, 1L << _random.Next(1, 63))),
        };

        for (var extra = _random.Next(12); extra > 0; extra--)
        {
            parameters.TryAdd(Chance(2) ? Pick(Names) : "vk_" + NextText(20), Chance(2) ? Pick(Texts) : NextText(60));
        }

        return parameters;
    }

    /// <summary>One of the ways to send these parameters, which are signed, and others besides that are not.</summary>
    public string NextSpelling(IEnumerable<KeyValuePair<string, string>> signed)
    {
        var parts = Spell([.. signed]);
        _random.Shuffle(CollectionsMarshal.AsSpan(parts));

        // At either end of a token, white space and a question mark are none of a parameter's.
        return Pad(Wrap($"utm=1&{string.Join('&', parts)}&utm=2"));
    }

    /// <summary>Text of letters that a query is made of, and of some that it shouldn't hold; surrogates come in pairs.</summary>
    public string NextText(int maxLength)
    {
        var plain = Chance(2);
        var text = string.Concat(Enumerable.Range(0, _random.Next(maxLength + 1))
            .Select(_ => plain ? (char)('a' + _random.Next(26)) : Pick(Characters)));

        return string.Concat(text.EnumerateRunes().Where(rune => rune.Value != 0xFFFD));
    }

    /// <summary>Anything that fits a string, lone surrogates and control characters too.</summary>
    public string NextGarbage()
    {
        var length = Chance(50) ? _random.Next(8000, 9000) : _random.Next(200);
        var kind = _random.Next(4);

        return string.Create(length, this, (text, generator) =>
        {
            foreach (ref var character in text)
            {
                character = kind switch
                {
                    0 => (char)generator._random.Next(char.MaxValue + 1),
                    1 => (char)generator._random.Next(128),
                    2 => generator.Pick(Characters),
                    _ => generator.Pick("vk_tsappuerid=&%?#+0123456789sign/".ToCharArray()),
                };
            }
        });
    }

    public T Pick<T>(T[] items) => items[_random.Next(items.Length)];

    public int Next(int max) => _random.Next(max);

    private List<KeyValuePair<string, string>> Sign(SortedDictionary<string, string> parameters)
    {
        _ = long.TryParse(parameters.GetValueOrDefault("vk_app_id"), NumberStyles.None, CultureInfo.InvariantCulture, out var appId);
        var secret = Chance(20) ? "wrong key" : Pick(Apps.GetValueOrDefault(appId, ["key of nobody"]));
        var style = Pick(ReferenceSignature.Spellings);
        var sign = ReferenceSignature.Sign(ReferenceSignature.Canonical(parameters, style), secret);

        return [.. parameters, KeyValuePair.Create("sign", sign)];
    }

    private void Damage(SortedDictionary<string, string> parameters)
    {
        if (!Chance(3))
        {
            return;
        }

        switch (_random.Next(9))
        {
            case 0:
                parameters.Remove(Pick(["vk_app_id", "vk_ts", "vk_user_id"]));
                break;
            case 1:
                parameters[Pick(["vk_app_id", "vk_ts", "vk_user_id", "vk_ok_user_id"])] = Pick(Numbers);
                break;
            case 2:
                parameters["vk_user_id"] = Pick(["0", "00"]);
                break;
            case 3:
                parameters["vk_app_id"] = Number(_random.Next(20));
                break;
            case 4:
                parameters["vk_ts"] = Number(Example.Now - Pick([-61, -60, 3600, 3601, 1_000_000]));
                break;
            case 5:
                parameters["vk_ok_user_id"] = Pick(["5", "5", "0"]);
                parameters["vk_ts"] = Number((Example.Now - Pick([-61, -60, 0, 3600, 3601])) * Pick([1, 1000, 1000]) + Pick([0, 999]) * Pick([0, 1]));
                break;
            case 6:
                parameters["vk_client"] = "ok";
                break;
            case 7 when Chance(4): // what is short as it is sent is long as it is signed, in one spelling or in all
                parameters["vk_ref"] = string.Concat(Enumerable.Repeat(Pick([" ", "~", "я", " ~", "a"]), _random.Next(300, 4200)));
                break;
            default:
                parameters["vk_ts"] = Number(_random.NextInt64());
                break;
        }
    }

    private List<string> Spell(List<KeyValuePair<string, string>> parameters)
    {
        List<string> parts = [.. parameters.Select(parameter => $"{Spell(parameter.Key)}={Spell(parameter.Value)}")];

        while (Chance(2))
        {
            parts.Insert(_random.Next(parts.Count + 1), Pick(Foreign));
        }

        return parts;
    }

    private string Spell(string text) => _random.Next(8) switch
    {
        0 => ReferenceSignature.Rfc3986(text),
        1 => ReferenceSignature.Rfc1738(text).Replace("%2C", ",", StringComparison.Ordinal),
        2 => HttpUtility.UrlEncode(text),
        3 => string.Concat(Encoding.UTF8.GetBytes(text).Select(value => $"%{value:X2}")),
        4 => string.Concat(text.Select(c => c is '%' or '&' or '+' or '#' or '=' ? Uri.HexEscape(c) : c.ToString())),
        _ => ReferenceSignature.Rfc1738(text),
    };

    private void DamageParts(List<string> parts)
    {
        var place = _random.Next(parts.Count);
        switch (_random.Next(6))
        {
            case 0:
                parts.RemoveAt(place);
                break;
            case 1:
                parts.Add(parts[place]);
                break;
            case 2:
                parts.Insert(place, "vk_viewer_group_role=admin");
                break;
            case 3:
                parts[place] = parts[place].Split('=')[0];
                break;
            case 4:
                parts[place] += Pick(["%", "%F", "%FF", "%C3", "=", "+", "1"]);
                break;
            default:
                parts.AddRange(Enumerable.Repeat("x=1", 128 - parts.Count + _random.Next(2)));
                break;
        }
    }

    private string Wrap(string query)
    {
        var text = _random.Next(6) switch
        {
            0 => "?" + query,
            1 => $"https://example.com/a=b?{query}",
            2 => $"http://example.com?{query}#/x?y=1&vk_ts=1",
            3 => $"{query}#",
            _ => query,
        };

        return _random.Next(4) switch
        {
            0 => Example.ToBase64(text),
            1 => Example.ToBase64Url(text),
            _ => text,
        };
    }

    /// <summary>White space around, as lines and files have it.</summary>
    private string Pad(string text) => Chance(12) ? Pick(["", " ", "\t\r\n"]) + text + Pick(["", "\n", "\r\n", " "]) : text;

    private string Edit(string token)
    {
        var place = _random.Next(token.Length);
        return _random.Next(3) switch
        {
            0 => token.Remove(place, 1),
            1 => token.Insert(place, Pick(Characters).ToString()),
            _ => token[..place] + Pick(Characters) + token[(place + 1)..],
        };
    }

    /// <summary>True one time out of so many.</summary>
    private bool Chance(int outOf) => _random.Next(outOf) == 0;

    private static string Number(long value) => value.ToString(CultureInfo.InvariantCulture);
}
