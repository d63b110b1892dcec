using System.Text;

namespace VkMiniApp.Benchmarks;

/// <summary>The dearest that a stranger can make of the 8,192 bytes that are looked at.</summary>
internal static class Forgeries
{
    private const int Longest = 8192;

    private static readonly string Sign = new('x', 43);
    private static readonly string Head = $"vk_app_id={Launch.AppId}&vk_user_id=1&vk_ts=1&sign={Sign}";
    private static readonly string ObjectHead = $"{{\"vk_app_id\":{Launch.AppId},\"vk_user_id\":1,\"vk_ts\":1,\"sign\":\"{Sign}\",\"vk_x\":\"";

    public static IReadOnlyList<(string Name, string Token)> OfVk { get; } =
    [
        ("one value of stars", Fill($"{Head}&vk_x=", ["*"])),
        ("of Cyrillic, not escaped", Fill($"{Head}&vk_x=", ["я"])),
        ("of Cyrillic, escaped", Fill($"{Head}&vk_x=", ["%D1%8F"])),
        ("of spaces and tildes", Fill($"{Head}&vk_x=", ["~+"])),
        ("of plus signs", Fill($"{Head}&vk_x=", ["+"])),
        ("of letters behind a space and a tilde", Fill($"{Head}&vk_x=+~", ["x"])),
        ("of characters of all lengths, in no order", Fill($"{Head}&vk_x=%78{Mix(1800)}&%78", ["a", "я", "\u3042", "\U0001f600"])),
        ("base64, of stars", Convert.ToBase64String(Encoding.UTF8.GetBytes(Fill($"{Head}&vk_x=", ["*"], Longest / 4 * 3)))),
        ("separators alone", new string('&', Longest)),
        ("128 names that start alike, backwards", string.Join('&', Enumerable.Range(0, 128).Select(i => $"vk_{new string('a', 56)}{255 - i}"))),
        ("names and values of letters, Cyrillic and escapes", Fill(Head, [.. Parts("vk_aaaaaa")])),
        ("JSON of \\n", Fill(ObjectHead, ["\\n"], Longest - 2) + "\"}"),
        ("JSON of \\u0439", Fill(ObjectHead, ["\\u0439"], Longest - 2) + "\"}"),
        ("JSON of Cyrillic", Fill(ObjectHead, ["я"], Longest - 2) + "\"}"),
        ("JSON of letters and Cyrillic, in no order", Fill(ObjectHead + "\\n", ["a", "a", "a", "я"], Longest - 2) + "\"}"),
        ("broken JSON with a query behind it", Fill(Fill("{\"a\":\"", ["\\n"], 4000) + $"&{Head}&vk_x=", ["*"])),
    ];

    public static IEnumerable<(string Name, string Token)> OfInitData(string prefix)
    {
        var head = $"auth_date=1&hash={new string('a', 64)}";

        yield return ("one value of letters and Cyrillic, in no order", Fill($"{head}&x=%78", ["a", "я"]));
        yield return ("names and values of letters, Cyrillic and escapes", Fill(head, [.. Parts("aaaaaa")]));
        yield return ("an envelope of the same as one value", Fill($"#{prefix}Data={Uri.EscapeDataString($"{head}&x=%78")}", ["a", "я"]));
        yield return ("short names before an envelope", Fill("#", ["%=&"], Longest - 20) + $"{prefix}Data=x");
        yield return ("fields of the client behind", Fill(head, [.. Parts("aaaaaa")], Longest - 40) + $"&{prefix}Version=1");
    }

    private static IEnumerable<string> Parts(string start)
    {
        var random = new Random(5);
        for (var i = 0; i < 120; i++)
        {
            yield return $"&{start}{Some(random, 10, ["a", "я", "%61"])}{i * 67 % 128 + 100}={Some(random, 9, ["a", "%61", "я"])}";
        }
    }

    private static string Mix(int bytes) => Fill("", ["a", "я", "\u3042", "\U0001f600"], bytes);

    private static string Some(Random random, int count, string[] pieces) =>
        string.Concat(Enumerable.Range(0, count).Select(_ => pieces[random.Next(pieces.Length)]));

    /// <summary>A text with as many pieces behind it as there is room for: in turn where they are many, and else in no order.</summary>
    private static string Fill(string head, string[] pieces, int longest = Longest)
    {
        var random = new Random(5);
        var text = new StringBuilder(head);
        var rest = longest - Encoding.UTF8.GetByteCount(head);
        for (var i = 0; pieces.Length < 10 || i < pieces.Length; i++)
        {
            var piece = pieces[pieces.Length < 10 ? random.Next(pieces.Length) : i];
            rest -= Encoding.UTF8.GetByteCount(piece);
            if (rest < 0)
            {
                break;
            }

            text.Append(piece);
        }

        return text.ToString();
    }
}
