using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace MiniApp.AspNetCore.Tests;

/// <summary>What becomes of a revocation or a block in the process itself, with a store and without.</summary>
public sealed class RevocationsByHandTests : IDisposable
{
    private static readonly MiniAppSubject User = MiniAppSubject.VkUser(42);
    private static readonly MiniAppSubject Other = MiniAppSubject.VkUser(43);

    private readonly FakeTimeProvider _clock = new(DateTimeOffset.FromUnixTimeSeconds(PlatformScheme.Now));
    private readonly LogCollector _logs = new();
    private readonly ILoggerFactory _loggers;

    public RevocationsByHandTests() => _loggers = LoggerFactory.Create(builder => builder.AddProvider(_logs));

    public void Dispose()
    {
        _loggers.Dispose();
        _logs.Dispose();
    }

    [Fact]
    public async Task Reading_that_began_before_a_block_does_not_end_it_where_there_is_a_store()
    {
        var revocations = Create(new SharedStore());
        var begun = revocations.List.BeginReading();
        await revocations.BlockAsync(User, until: null);

        revocations.List.Apply(new("1", IsWhole: true, [], []), begun, DateTimeOffset.MinValue);
        Assert.Equal(LaunchStateFailure.Blocked, Judge(revocations, User));
        Assert.Empty(_logs.Entries);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Log_says_once_that_other_instances_know_nothing_where_there_is_no_store(bool byBlock)
    {
        var revocations = Create(store: null);
        for (var time = 0; time < 3; time++)
        {
            await (byBlock ? revocations.BlockAsync(User, until: null) : revocations.RevokeAsync(User));
        }

        Assert.Equal("RevocationsInProcess", Assert.Single(_logs.Entries).EventId.Name);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_voids_nothing_any_more_is_forgotten_with_the_next_one_where_there_is_no_store(bool byBlock)
    {
        var revocations = Create(store: null);
        await revocations.RevokeAsync(User);
        _clock.Advance(TimeSpan.FromHours(24));
        await (byBlock ? revocations.BlockAsync(Other, until: null) : revocations.RevokeAsync(Other));
        Assert.Equal(LaunchStateFailure.Revoked, Judge(revocations, User));

        _clock.Advance(TimeSpan.FromHours(2));
        await (byBlock ? revocations.BlockAsync(Other, until: null) : revocations.RevokeAsync(Other));
        Assert.Equal(LaunchStateFailure.None, Judge(revocations, User));
    }

    private static LaunchStateFailure Judge(MiniAppRevocations revocations, MiniAppSubject user) =>
        revocations.List.Judge(user, app: null, PlatformScheme.Now, session: null);

    private MiniAppRevocations Create(IRevocationStore? store) => new(store, _clock, _loggers.CreateLogger<MiniAppRevocations>());
}
