using System.Text;

namespace TestSupport;

/// <summary>What happens to a token on a bad line, or in bad hands.</summary>
public static class Damage
{
    private static readonly string[] Fragments =
    [
        "&", "=", "?", "#", "%", "%2", "%zz", "%00", "%c3%28", "+", " ", "\0", "\r\n", "\ud800", "\udfff", "я", "😀", "-", ".", "..",
        "vk_", "vk_user_id=1", "&sign=", "&vk_user_id=1", "https://", "_REQUIRED_FIELDS=", "__class__=", "vk_ts=99999999999999999999",
        "vk_app_id=-1", "vk_ok_user_id=", "ＶＫ ", "Bearer ", "user=", "&user=%7B%22id%22%3A1%7D", "hash=", "&hash=",
        "auth_date=", "&auth_date=1", "signature=", "tma ", "max ",
    ];

    /// <summary>The token with one to three of its characters changed, taken away or joined by others.</summary>
    public static string To(string token, Random random)
    {
        var damaged = new StringBuilder(token);
        for (var hits = random.Next(1, 4); hits > 0; hits--)
        {
            var place = random.Next(damaged.Length);
            switch (random.Next(5))
            {
                case 0:
                    damaged[place] = (char)random.Next(random.Next(2) == 0 ? 128 : 65536);
                    break;
                case 1:
                    damaged.Insert(place, Fragments[random.Next(Fragments.Length)]);
                    break;
                case 2 when damaged.Length > 20:
                    damaged.Remove(place, random.Next(Math.Min(10, damaged.Length - place)));
                    break;
                case 3:
                    damaged.Append(Fragments[random.Next(Fragments.Length)]);
                    break;
                default:
                    damaged.Insert(0, Fragments[random.Next(Fragments.Length)]);
                    break;
            }
        }

        return damaged.ToString();
    }
}
