using System.Text;
using System.Text.Json;

namespace VkMiniApp.Tests;

/// <summary>
/// Makes objects as the bridge gives them, right ones and damaged ones, in any spelling of JSON. It doesn't know what the verdict has
/// to be.
/// </summary>
internal sealed class BridgeObjectGenerator(int seed)
{
    private static readonly string[] Values =
    [
        "null", "true", "{}", "[1]", "1.5", "1e3", "-1", "01", "1", "0", "\"\"", "\"a b~&=+%\"", "\"\\ud83d\"", "\"\\ud83d\\ude00\"",
        "\"\\/\\b\\f\"", "9223372036854775808", "\"😀\"", "\"\u0001\"", "",
    ];

    private static readonly string[] Names =
    [
        "utm", "", "vk_ref", "vk_user_id", "vk_ts", "sign", "vk\\u005fref", "vk_client", "vk_ok_user_id", "a&vk_ref=1", "\\ud83d",
        "\\uD83D\\uDE00", "vk_\\n",
    ];

    private static readonly (string Name, string Value)[] Changes =
        [("vk_ok_user_id", "5"), ("vk_user_id", "0"), ("vk_app_id", "9"), ("vk_ts", "1"), ("vk_ts", "1900000000")];

    private static readonly string[] Ends = ["", "", "", "", " ", "\r\n", "}", "x", ",", "\0", "//"];

    private static readonly char[] Characters = [.. "{}[]\":,\\u0019ae.+- \n&=%\uD83D\uDE00\u0001é"];

    private readonly CaseGenerator _cases = new(seed);

    public string NextToken()
    {
        var parameters = _cases.NextParameters();
        if (Chance(4))
        {
            var (name, value) = _cases.Pick(Changes);
            parameters[name] = value;
        }

        var members = parameters
            .Append(KeyValuePair.Create("sign", ReferenceSignature.Sign(parameters, _cases.Pick([Example.Secret, "key of seven"]))))
            .Select(parameter => $"{Quote(parameter.Key)}{Space()}:{Space()}{Spell(parameter.Value)}")
            .ToList();

        while (Chance(3))
        {
            members.Insert(_cases.Next(members.Count + 1), $"\"{_cases.Pick(Names)}\":{_cases.Pick(Values)}");
        }

        if (Chance(10))
        {
            members.RemoveAt(_cases.Next(members.Count));
        }

        if (Chance(20))
        {
            members.AddRange(Enumerable.Repeat("\"x\":1", 128 - members.Count + _cases.Next(2)));
        }

        var json = $"{{{Space()}{string.Join(Space() + "," + Space(), members)}{Space()}}}{(Chance(3) ? _cases.Pick(Ends) : "")}";
        json = Chance(5) ? Edit(json) : json;
        var token = _cases.Next(3) switch
        {
            0 => json,
            1 => Example.ToBase64(json),
            _ => Example.ToBase64Url(json),
        };
        return Chance(12) ? Edit(token) : token;
    }

    /// <summary>One of the ways to send these parameters, which are signed, as an object.</summary>
    public string NextSpelling(IEnumerable<KeyValuePair<string, string>> signed)
    {
        var members = signed.Select(parameter => $"{Text(parameter.Key)}{Space()}:{Space()}{Text(parameter.Value)}").Append("\"utm\":1").ToArray();
        members = [.. members.OrderBy(_ => _cases.Next(1_000))];
        var json = $"{{{Space()}{string.Join(Space() + "," + Space(), members)}{Space()}}}";
        return Chance(2) ? json : Example.ToBase64Url(json);

        // Of a pair of surrogates, both are escaped: half a pair has no bytes.
        string Text(string text) => text.Any(char.IsSurrogate) ? $"\"{JsonEncodedText.Encode(text)}\"" : Spell(text);
    }

    private string Spell(string value) =>
        value.Length is > 0 and < 19 && value.All(char.IsAsciiDigit) && (value[0] != '0' || value == "0") && !Chance(3) ? value : Quote(value);

    private string Quote(string text)
    {
        var quoted = new StringBuilder("\"");
        foreach (var character in text)
        {
            quoted.Append(character is '"' or '\\' or < ' ' || Chance(12) ? $"\\u{(int)character:x4}" : character.ToString());
        }

        return quoted.Append('"').ToString();
    }

    private string Edit(string text)
    {
        var place = _cases.Next(text.Length);
        return _cases.Next(3) switch
        {
            0 => text.Remove(place, 1),
            1 => text.Insert(place, _cases.Pick(Characters).ToString()),
            _ => text[..place] + _cases.Pick(Characters) + text[(place + 1)..],
        };
    }

    private string Space() => Chance(6) ? _cases.Pick([" ", "\n", "\t\r"]) : "";

    private bool Chance(int outOf) => _cases.Next(outOf) == 0;
}
