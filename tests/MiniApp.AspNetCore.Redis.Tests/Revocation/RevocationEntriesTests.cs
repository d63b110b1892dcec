using StackExchange.Redis;

namespace MiniApp.AspNetCore.Redis.Tests;

/// <summary>Subjects with times as members with scores.</summary>
public sealed class RevocationEntriesTests
{
    private static readonly MiniAppSubject User = MiniAppSubject.VkUser(42);

    public static TheoryData<double, DateTimeOffset> Scores => new()
    {
        { 1_760_000_000_123, DateTimeOffset.FromUnixTimeMilliseconds(1_760_000_000_123) },
        { 1, DateTimeOffset.FromUnixTimeMilliseconds(1) },
        { 0, DateTimeOffset.UnixEpoch },
        { -1, DateTimeOffset.UnixEpoch },
        { double.NegativeInfinity, DateTimeOffset.UnixEpoch },
        { 253_402_300_799_998, DateTimeOffset.FromUnixTimeMilliseconds(253_402_300_799_998) },
        { 253_402_300_799_999, DateTimeOffset.MaxValue },
        { double.PositiveInfinity, DateTimeOffset.MaxValue },
    };

    [Theory]
    [MemberData(nameof(Scores))]
    public void Score_is_a_time_in_milliseconds(double score, DateTimeOffset time) =>
        Assert.Equal([new(User, time)], RevocationEntries.Read([new("vk:42", score)]));

    [Fact]
    public void Time_is_a_score_and_for_ever_is_infinite()
    {
        var time = DateTimeOffset.FromUnixTimeMilliseconds(1_760_000_000_123);

        Assert.Equal(new SortedSetEntry("vk:42", 1_760_000_000_123), RevocationEntries.Write(new(User, time)));
        Assert.Equal(double.PositiveInfinity, RevocationEntries.Score(DateTimeOffset.MaxValue));
    }

    [Fact]
    public void What_is_no_subject_is_passed_over() =>
        Assert.Equal([new(User, DateTimeOffset.UnixEpoch)], RevocationEntries.Read([new("vk:x", 0), new("vk:42", 0), new("", 0)]));
}
