namespace MiniApp.AspNetCore.Tests;

/// <summary>What stands against a user, be the list of what stands against many short, to be looked through, or long, to be looked up.</summary>
public sealed class RevocationTableTests
{
    private static readonly MiniAppSubject User = MiniAppSubject.TelegramUser(42);
    private static readonly MiniAppSubject App = MiniAppSubject.VkApp(7);
    private static readonly MiniAppSubject Session = MiniAppSubject.Session(Guid.NewGuid());

    private readonly RevocationTable _table = new();

    public static TheoryData<int> Others => [0, 15, 16, 17];

    [Theory]
    [MemberData(nameof(Others))]
    public void Whoever_is_meant_is_found_by_user_app_and_either_platform(int others)
    {
        AddOthers(others);
        foreach (var subject in new[]
        {
            User, App, MiniAppSubject.Platform("telegram"), MiniAppSubject.Platform("vk"), MiniAppSubject.Everybody,
        })
        {
            Assert.Equal(0, _table.Find(User, App, Session).NotBefore);
            _table.Set(subject, new(5, 0));
            Assert.Equal(5, _table.Find(User, App, Session).NotBefore);
            _table.Set(subject, default);
        }

        Assert.Equal(others == 0, _table.IsEmpty);
    }

    [Theory]
    [MemberData(nameof(Others))]
    public void Session_that_was_revoked_is_void_whatever_it_is_dated(int others)
    {
        AddOthers(others);
        _table.Set(User, new(6, 8));
        _table.Set(Session, new(0, 9));
        Assert.Equal(new(6, 9), _table.Find(User, App, Session));

        _table.Set(Session, new(5, 7));
        Assert.Equal(new(long.MaxValue, 8), _table.Find(User, App, Session));
        Assert.Equal(new(6, 8), _table.Find(User, App, session: null));
    }

    [Theory]
    [MemberData(nameof(Others))]
    public void Nobody_else_is(int others)
    {
        AddOthers(others);
        foreach (var subject in new[]
        {
            MiniAppSubject.TelegramUser(43), MiniAppSubject.VkUser(42), MiniAppSubject.VkApp(8), MiniAppSubject.TelegramBot(7), MiniAppSubject.Session(Guid.NewGuid()),
            MiniAppSubject.Platform("max"), default,
        })
        {
            _table.Set(subject, new(5, 0));
        }

        Assert.Equal(default, _table.Find(User, App, Session));
        Assert.Equal(default, _table.Find(user: null, app: null, session: null));
        Assert.Equal(5, _table.Find(user: null, MiniAppSubject.VkApp(8), session: null).NotBefore);
    }

    [Theory]
    [MemberData(nameof(Others))]
    public void Strictest_of_all_counts_and_each_that_is_changed_or_ended_leaves_the_others(int others)
    {
        AddOthers(others);
        _table.Set(App, new(5, 0));
        _table.Set(MiniAppSubject.Everybody, new(3, 9));
        _table.Set(User, new(4, 8));
        Assert.Equal(new(5, 9), _table.Find(User, App, Session));

        _table.Set(App, new(6, 0));
        Assert.Equal(new(6, 9), _table.Find(User, App, Session));
        _table.Set(App, default);
        Assert.Equal(new(4, 9), _table.Find(User, App, Session));
        _table.Set(MiniAppSubject.Everybody, default);
        Assert.Equal(new(4, 8), _table.Find(User, App, Session));
    }

    private void AddOthers(int count)
    {
        for (var number = 100; number < 100 + count; number++)
        {
            _table.Set(MiniAppSubject.VkApp(number), new(99, 99));
        }
    }
}
