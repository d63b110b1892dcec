using System.Buffers.Text;
using System.Text;

namespace VkMiniApp.AspNetCore.Tests;

/// <summary>Whatever stands in the header, the answer is a refusal: never an error of the server, never somebody else's name.</summary>
public class HostileInputTests
{
    private const int Rounds = 1500;

    private static readonly string[] Words = ["Bearer ", "VK ", "bearer", "VK", "Bearer  ", "Basic ", ""];

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
            var header = Words[random.Next(Words.Length)] + Damage.To(forged[round % 2], random);
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
            var reply = await app.GetAsync("/me", "Bearer " + Damage.To(good[round % 2], random));
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
}
