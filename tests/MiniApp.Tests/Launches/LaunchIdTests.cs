using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace MiniApp.Tests;

/// <summary>What tells launches apart, whatever platform they are of.</summary>
public class LaunchIdTests
{
    private static readonly byte[] Proof = [.. Enumerable.Range(1, 32).Select(value => (byte)value)];

    private static readonly LaunchId Id = LaunchId.Create(MiniAppSubject.VkApp(6736218), Proof);

    [Theory]
    [InlineData("vk:app:6736218", "vk", 6736218)]
    [InlineData("telegram-test:app:9223372036854775807", "telegram-test", 9223372036854775807)]
    [InlineData("max", "max", 0)]
    public void Id_is_the_beginning_of_a_hash_of_the_platform_the_app_and_the_proof(string subject, string platform, long app)
    {
        var number = new byte[8];
        BinaryPrimitives.WriteInt64BigEndian(number, app);
        var expected = SHA256.HashData([.. Encoding.ASCII.GetBytes(platform), 0, .. number, .. Proof])[..16];
        Assert.True(MiniAppSubject.TryParse(subject, out var parsed));

        Assert.Equal(LaunchId.FromBytes(expected), LaunchId.Create(parsed, Proof));
    }

    [Fact]
    public void Longest_name_and_longest_proof_have_room_beside_each_other()
    {
        var (platform, proof) = (new string('p', 32), new byte[256]);
        var expected = SHA256.HashData([.. Encoding.ASCII.GetBytes(platform), 0, 0, 0, 0, 0, 0, 0, 0, 1, .. proof])[..16];

        Assert.Equal(LaunchId.FromBytes(expected), LaunchId.Create(MiniAppSubject.App(platform, 1), proof));
    }

    [Fact]
    public void Ids_of_one_proof_differ_by_platform_and_app_and_those_of_one_app_by_proof()
    {
        MiniAppSubject[] apps =
        [
            MiniAppSubject.VkApp(1), MiniAppSubject.VkApp(2), MiniAppSubject.TelegramBot(1), MiniAppSubject.App("telegram-test", 1),
            MiniAppSubject.App("max", 1), MiniAppSubject.Platform("max"), MiniAppSubject.Platform("vk"), MiniAppSubject.App("vk1", 1),
        ];
        byte[][] proofs = [Proof, [.. Proof, 0], Proof[..31], [0, .. Proof], new byte[16], new byte[17], new byte[256]];

        var ids = apps.SelectMany(app => proofs.Select(proof => LaunchId.Create(app, proof))).ToHashSet();

        Assert.Equal(apps.Length * proofs.Length, ids.Count);
    }

    [Fact]
    public void Id_is_written_as_bytes_as_a_guid_and_as_text()
    {
        byte[] bytes = [0x00, 0x11, 0x22, 0x33, 0x44, 0x55, 0x66, 0x77, 0x88, 0x99, 0xAA, 0xBB, 0xCC, 0xDD, 0xEE, 0xFF];
        var id = LaunchId.FromBytes(bytes);

        Assert.Equal(new Guid("00112233-4455-6677-8899-aabbccddeeff"), id.ToGuid());
        Assert.Equal("ABEiM0RVZneImaq7zN3u_w", id.ToString());
        Assert.Equal(id, LaunchId.FromBytes(id.ToGuid().ToByteArray(bigEndian: true)));
    }

    [Fact]
    public void Equal_ids_are_equal_in_every_way_and_others_in_none()
    {
        var same = LaunchId.Create(MiniAppSubject.VkApp(6736218), Proof);
        var other = LaunchId.Create(MiniAppSubject.VkApp(1), Proof);

        Assert.True(Id == same && Id.Equals(same) && Id.Equals((object)same) && Id.GetHashCode() == same.GetHashCode());
        Assert.True(Id != other && !Id.Equals(other) && !Id.Equals((object)other) && !Id.Equals(null) && !Id.Equals("id"));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(15)]
    [InlineData(17)]
    public void Bytes_of_an_id_are_sixteen(int count)
    {
        var exception = Assert.Throws<ArgumentException>("bytes", () => LaunchId.FromBytes(new byte[count]));

        Assert.StartsWith("An id has 16 bytes.", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(15)]
    [InlineData(257)]
    public void Proof_has_the_bytes_that_a_signature_has(int count)
    {
        var exception = Assert.Throws<ArgumentException>("proof", () => LaunchId.Create(MiniAppSubject.VkApp(1), new byte[count]));

        Assert.StartsWith("What proves a launch has 16 to 256 bytes.", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("vk:42")]
    [InlineData("*")]
    [InlineData("session:00112233445566778899aabbccddeeff")]
    [InlineData("")]
    public void Launch_is_of_an_app_or_of_a_platform(string subject)
    {
        Assert.Equal(subject.Length > 0, MiniAppSubject.TryParse(subject, out var parsed));

        var exception = Assert.Throws<ArgumentException>("app", () => LaunchId.Create(parsed, Proof));

        Assert.StartsWith("A launch is of an app or of a platform.", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Making_comparing_and_hashing_ids_allocates_nothing() =>
        Assert.Equal(0, Allocations.Least(() => LaunchId.Create(MiniAppSubject.VkApp(6736218), Proof).Equals(Id) ? Id.GetHashCode() : 0));
}
