using Microsoft.Extensions.Time.Testing;

namespace MiniApp.AspNetCore.Tests;

/// <summary>What a reading of the store does to what an instance was told itself.</summary>
public sealed class RevocationListTests
{
    private static readonly MiniAppSubject User = MiniAppSubject.MaxUser(42);
    private static readonly MiniAppSubject Other = MiniAppSubject.MaxUser(43);

    private readonly FakeTimeProvider _clock = new(DateTimeOffset.FromUnixTimeSeconds(PlatformScheme.Now));
    private readonly RevocationList _list;

    public RevocationListTests() => _list = new(hasStore: true, _clock);

    private DateTimeOffset Now => _clock.GetUtcNow();

    [Fact]
    public void Reading_that_began_before_a_block_does_not_end_it_and_a_later_one_does()
    {
        var begun = _list.BeginReading();
        _list.Block(User, DateTimeOffset.MaxValue);
        Apply(begun);
        Apply(_list.BeginReading());
        Assert.Equal(LaunchStateFailure.Blocked, Judge(User));

        _list.BlockSaved(User);
        Apply(begun);
        Assert.Equal(LaunchStateFailure.Blocked, Judge(User));
        Apply(_list.BeginReading());
        Assert.Equal(LaunchStateFailure.None, Judge(User));
    }

    [Fact]
    public void Reading_that_began_before_the_end_of_a_block_does_not_bring_it_back()
    {
        _list.Block(User, DateTimeOffset.MaxValue);
        _list.BlockSaved(User);
        var begun = _list.BeginReading();
        _list.Unblock(User);

        Apply(begun, blocked: [new(User, DateTimeOffset.MaxValue)]);
        Assert.Equal(LaunchStateFailure.None, Judge(User));
        Apply(_list.BeginReading(), blocked: [new(User, DateTimeOffset.MaxValue)]);
        Assert.Equal(LaunchStateFailure.Blocked, Judge(User));
    }

    [Fact]
    public void Block_that_ends_later_or_earlier_takes_the_place_of_the_one_before()
    {
        _list.Block(User, Now.AddHours(2));
        _list.Block(User, Now.AddHours(1));
        _clock.Advance(TimeSpan.FromHours(1));

        Assert.Equal(LaunchStateFailure.None, Judge(User));
    }

    [Fact]
    public void Later_revocation_stays_whatever_a_reading_says()
    {
        _list.Revoke(User, Now);
        _list.Revoke(User, Now.AddSeconds(-5));
        Apply(_list.BeginReading(), revoked: [new(User, Now.AddSeconds(-10))]);

        Assert.Equal(LaunchStateFailure.Revoked, Judge(User));
        Assert.Equal(LaunchStateFailure.None, _list.Judge(User, app: null, PlatformScheme.Now + 1, session: null));
        Assert.Equal([new(User, Now)], _list.FindLosses().Revoked);
    }

    [Fact]
    public void What_the_store_was_given_back_is_not_given_again_unless_it_has_changed()
    {
        _list.Revoke(User, Now);
        _list.RevokeUnsaved(User);
        _list.Block(User, Now.AddHours(1));
        _list.BlockUnsaved(User);
        _list.Block(Other, Now.AddHours(1));
        _list.BlockUnsaved(Other);
        var losses = _list.FindLosses();
        Assert.Equal(3, losses.Count);

        // While it is given back.
        _list.Revoke(User, Now.AddSeconds(1));
        _list.Block(Other, Now.AddHours(2));
        _list.BlockUnsaved(Other);
        _list.NoteRestored(losses);

        Assert.Equal([new(User, Now.AddSeconds(1))], _list.FindLosses().Revoked);
        Assert.Equal([new(Other, Now.AddHours(2))], _list.FindLosses().Blocked);
        _list.Unblock(Other);
        _list.NoteRestored(_list.FindLosses());
        Assert.Equal(0, _list.FindLosses().Count);
    }

    [Fact]
    public void Block_that_was_saved_at_last_is_not_given_to_the_store_again()
    {
        _list.Block(User, Now.AddHours(1));
        _list.BlockUnsaved(User);
        _list.Block(User, Now.AddHours(2));
        _list.BlockSaved(User);

        Assert.Equal(0, _list.FindLosses().Count);
    }

    [Fact]
    public void Reading_that_began_before_a_block_was_given_back_does_not_end_it_and_a_later_one_does()
    {
        _list.Block(User, DateTimeOffset.MaxValue);
        _list.BlockUnsaved(User);
        var begun = _list.BeginReading();
        _list.NoteRestored(_list.FindLosses());

        Apply(begun);
        Assert.Equal(LaunchStateFailure.Blocked, Judge(User));
        Apply(_list.BeginReading());
        Assert.Equal(LaunchStateFailure.None, Judge(User));
    }

    [Fact]
    public void Block_that_ended_before_the_store_had_it_does_not_keep_out_what_the_store_says_of_its_subject()
    {
        _list.Block(User, Now.AddHours(1));
        _list.BlockUnsaved(User);
        _list.Block(Other, Now.AddHours(1));
        _list.BlockSaved(Other);
        _list.Apply(new("1", IsWhole: true, [], [], IsEmptied: true), _list.BeginReading(), DateTimeOffset.MinValue);
        KeyValuePair<MiniAppSubject, DateTimeOffset>[] stored = [new(User, DateTimeOffset.MaxValue), new(Other, DateTimeOffset.MaxValue)];

        _clock.Advance(TimeSpan.FromHours(1) - TimeSpan.FromTicks(1));
        Apply(_list.BeginReading(), blocked: stored);
        Assert.Equal(2, _list.FindLosses().Blocked.Count);
        Assert.False(_list.HasBlocksToReadBack);

        _clock.Advance(TimeSpan.FromTicks(1));
        Apply(_list.BeginReading(), blocked: stored);
        Assert.True(_list.HasBlocksToReadBack);
        Apply(_list.BeginReading(), blocked: stored);
        Assert.Equal((LaunchStateFailure.Blocked, LaunchStateFailure.Blocked), (Judge(User), Judge(Other)));
        Assert.False(_list.HasBlocksToReadBack);
    }

    [Fact]
    public void Store_that_was_emptied_may_block_whom_this_instance_had_only_revoked()
    {
        _list.Revoke(User, Now);
        _list.Apply(new("1", IsWhole: true, [], [], IsEmptied: true), _list.BeginReading(), DateTimeOffset.MinValue);

        Apply(_list.BeginReading(), blocked: [new(User, DateTimeOffset.MaxValue)]);
        Assert.Equal(LaunchStateFailure.Blocked, Judge(User));
    }

    [Fact]
    public void What_the_store_lacks_is_not_forgotten_before_its_time()
    {
        _list.Revoke(User, Now);
        _list.RevokeUnsaved(User);
        _list.Block(User, Now.AddHours(1));
        _list.BlockUnsaved(User);

        _list.Forget(Now);
        Assert.Equal(2, _list.FindLosses().Count);
        _list.Forget(Now.AddHours(1));
        Assert.Equal([new(User, Now.AddHours(1))], _list.FindLosses().Blocked);
        Assert.Empty(_list.FindLosses().Revoked);
    }

    [Fact]
    public void Block_that_was_set_or_ended_here_is_to_be_read_back_once_the_store_has_it()
    {
        Assert.False(_list.HasBlocksToReadBack);
        _list.Block(User, DateTimeOffset.MaxValue);
        Assert.False(_list.HasBlocksToReadBack);

        var begun = _list.BeginReading();
        _list.BlockSaved(User);
        Apply(begun);
        Assert.True(_list.HasBlocksToReadBack);
        _list.Apply(new("2", IsWhole: false, [], Blocked: null), _list.BeginReading(), DateTimeOffset.MinValue);
        Assert.True(_list.HasBlocksToReadBack);
        Apply(_list.BeginReading(), blocked: [new(User, DateTimeOffset.MaxValue)]);
        Assert.False(_list.HasBlocksToReadBack);

        _list.Unblock(User);
        Assert.True(_list.HasBlocksToReadBack);
        Apply(_list.BeginReading());
        Assert.False(_list.HasBlocksToReadBack);
    }

    [Fact]
    public void Partial_reading_takes_nothing_away()
    {
        _list.Revoke(User, Now);
        _list.Block(Other, DateTimeOffset.MaxValue);
        _list.BlockSaved(Other);
        _list.Apply(new("2", IsWhole: false, [new(Other, Now)], Blocked: null), _list.BeginReading(), DateTimeOffset.MinValue);

        Assert.Equal((LaunchStateFailure.Revoked, LaunchStateFailure.Blocked), (Judge(User), Judge(Other)));
        Assert.Equal(0, _list.FindLosses().Count);
    }

    [Fact]
    public void What_is_old_is_forgotten_and_a_block_that_goes_on_is_not()
    {
        _list.Revoke(User, Now);
        _list.Block(User, Now.AddHours(1));
        _list.Block(Other, DateTimeOffset.MaxValue);
        _list.RevokeUnsaved(User);
        _list.BlockUnsaved(User);
        _list.Revoke(Other, Now);
        _list.Revoke(MiniAppSubject.MaxUser(44), Now);

        _list.Forget(Now);
        Assert.Equal(LaunchStateFailure.Blocked, Judge(User));
        Assert.Equal(LaunchStateFailure.Revoked, Judge(MiniAppSubject.MaxUser(44)));
        _list.Forget(Now.AddSeconds(1));
        _clock.Advance(TimeSpan.FromHours(1));
        Assert.Equal(LaunchStateFailure.None, Judge(User));
        _list.Forget(Now.AddTicks(1));
        Assert.Equal(0, _list.FindLosses().Count);
        Assert.False(_list.IsEmpty);
        _list.Unblock(Other);
        Assert.True(_list.IsEmpty);
    }

    private LaunchStateFailure Judge(MiniAppSubject user) => _list.Judge(user, app: null, PlatformScheme.Now, session: null);

    private void Apply(
        long begun,
        IReadOnlyList<KeyValuePair<MiniAppSubject, DateTimeOffset>>? revoked = null,
        IReadOnlyList<KeyValuePair<MiniAppSubject, DateTimeOffset>>? blocked = null) =>
        _list.Apply(new("1", IsWhole: true, revoked ?? [], blocked ?? []), begun, DateTimeOffset.MinValue);
}
