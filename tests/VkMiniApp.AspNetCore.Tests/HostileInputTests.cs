using System.Buffers.Text;
using System.Text;

namespace VkMiniApp.AspNetCore.Tests;

/// <summary>Whatever stands in the header, the answer is a refusal: never an error of the server, never somebody else's name.</summary>
public class HostileInputTests
{
    private const int Rounds = 1500;

    private static readonly string[] Words = ["Bearer ", "VK ", "bearer", "VK", "Bearer  ", "Basic ", ""];

    private static readonly string[] Fragments =
    [
        "&", "=", "?", "#", "%", "%2", "%zz", "%00", "%c3%28", "+", " ", "\0", "\r\n", "\ud800", "\udfff", "я", "😀", "-", ".", "..",
        "vk_", "vk_user_id=1", "&sign=", "&vk_user_id=1", "https://", "_REQUIRED_FIELDS=", "__class__=", "vk_ts=99999999999999999999",
        "vk_app_id=-1", "vk_ok_user_id=", "ＶＫ ", "Bearer ",
    ];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Damaged_forgeries_are_refused(int seed)
    {
        await using var app = await TestApp.StartAsync();
        var random = new Random(seed);
        var token = TestLaunch.Refused(VkLaunchFailure.InvalidSignature);
        string[] forged = [token, Encoding.UTF8.GetString(Base64Url.DecodeFromChars(token))];

        for (var round = 0; round < Rounds; round++)
        {
            var header = Words[random.Next(Words.Length)] + Damage(forged[round % 2], random);
            var reply = await app.GetAsync("/me", header);
            Assert.True(reply is { Status: 401, Body: "" }, $"{reply.Status} in round {round}");
        }

        Assert.Equal("42", (await app.GetAsync("/me", "Bearer " + TestLaunch.Token())).Body);
    }

    [Fact]
    public async Task Damage_to_a_good_launch_never_makes_it_another_users()
    {
        await using var app = await TestApp.StartAsync();
        var random = new Random(4);
        string[] good = [TestLaunch.Token(), TestLaunch.Query()];
        var accepted = 0;

        for (var round = 0; round < Rounds; round++)
        {
            var reply = await app.GetAsync("/me", "Bearer " + Damage(good[round % 2], random));
            accepted += reply.Status == 200 ? 1 : 0;
            Assert.Contains((reply.Status, reply.Body), new[] { (200, "42"), (401, "") });
        }

        // Damage to what nobody signed is harmless; were there none of it, the test would not reach the acceptance at all.
        Assert.InRange(accepted, 1, Rounds / 2);
    }

    [Theory]
    [InlineData(5)]
    [InlineData(6)]
    public async Task Random_headers_are_refused(int seed)
    {
        await using var app = await TestApp.StartAsync();
        var random = new Random(seed);

        for (var round = 0; round < Rounds; round++)
        {
            var characters = new char[random.Next(300)];
            for (var i = 0; i < characters.Length; i++)
            {
                characters[i] = (char)random.Next(round % 2 == 0 ? 128 : 65536);
            }

            var headers = Enumerable.Repeat(Words[random.Next(Words.Length)] + new string(characters), random.Next(1, 4)).ToArray();
            Assert.Equal(401, (await app.GetAsync("/me", headers)).Status);
        }

        Assert.Equal("42", (await app.GetAsync("/me", "Bearer " + TestLaunch.Token())).Body);
    }

    [Theory]
    [InlineData('A')]
    [InlineData('=')]
    [InlineData('&')]
    [InlineData('.')]
    [InlineData(' ')]
    [InlineData('%')]
    [InlineData('я')]
    public async Task Header_of_any_length_is_refused(char filling)
    {
        await using var app = await TestApp.StartAsync();

        foreach (var length in new[] { 1, 8191, 8192, 8193, 100_000, 2_000_000 })
        {
            Assert.Equal(401, (await app.GetAsync("/me", "Bearer " + new string(filling, length))).Status);
        }
    }

    private static string Damage(string token, Random random)
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
