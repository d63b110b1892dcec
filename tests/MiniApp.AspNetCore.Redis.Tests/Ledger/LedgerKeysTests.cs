using System.Text;

namespace MiniApp.AspNetCore.Redis.Tests;

/// <summary>Where claims are kept, and when a part of them was born.</summary>
public sealed class LedgerKeysTests
{
    [Theory]
    [InlineData("00112233-4455-6677-8899-aabbccddee00", "00")]
    [InlineData("00112233-4455-6677-8899-aabbccddee3f", "3f")]
    [InlineData("00112233-4455-6677-8899-aabbccddee40", "00")]
    [InlineData("00112233-4455-6677-8899-aabbccddeeff", "3f")]
    public void Claim_is_kept_beside_the_marker_of_its_part(string id, string tag)
    {
        var (claim, marker) = new LedgerKeys("shop:").Of(Guid.Parse(id));

        Assert.Equal([.. Encoding.ASCII.GetBytes($"shop:launch{{{tag}}}"), .. Guid.Parse(id).ToByteArray(bigEndian: true)], (byte[])claim!);
        Assert.Equal($"shop:born{{{tag}}}", (string?)marker);
    }

    [Fact]
    public void Each_part_has_its_marker() =>
        Assert.Equal(Enumerable.Range(0, 64).Select(part => $"born{{{part:x2}}}"), new LedgerKeys("").Markers.Select(marker => (string?)marker));

    [Fact]
    public void Mark_is_read_as_it_was_written()
    {
        Assert.Equal([1, 2, 3, 4, 5, 6, 7, 8], LedgerKeys.Write(0x0102030405060708));
        Assert.Equal(0x0102030405060708, LedgerKeys.Read([1, 2, 3, 4, 5, 6, 7, 8]));
        Assert.Null(LedgerKeys.Read(new byte[7]));
        Assert.Null(LedgerKeys.Read(new byte[9]));
        Assert.Null(LedgerKeys.Read(null));
    }

    [Fact]
    public void Marker_is_a_date_and_nonsense_is_none()
    {
        Assert.Equal(DateTimeOffset.UnixEpoch, LedgerBirth.Read(0));
        Assert.Equal(DateTimeOffset.FromUnixTimeMilliseconds(253_402_300_799_999), LedgerBirth.Read(253_402_300_799_999));
        Assert.Null(LedgerBirth.Read(253_402_300_800_000));
        Assert.Null(LedgerBirth.Read(-1));
        Assert.Null(LedgerBirth.Read("x"));
    }
}
