using System.Security.Cryptography;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace MiniApp.AspNetCore.Tests;

/// <summary>Keys that go away after a request began to use them, or that can't be read anew.</summary>
public class SessionKeysTests
{
    private static readonly PlatformScheme Vk = PlatformScheme.All[0];

    /// <summary>Each kind of request, and the purposes of the keys that it uses once it is known that there are some.</summary>
    public static TheoryData<string, string> Uses => new()
    {
        { "exchange", "Access" },
        { "exchange", "Refresh" },
        { "cookie", "Cookie" },
        { "refresh", "Access" },
        { "refresh", "Refresh" },
        { "read", "Access" },
        { "read cookie", "Cookie" },
    };

    public static TheoryData<string> Requests => new("exchange", "cookie", "refresh", "read", "read cookie", "log out");

    [Theory]
    [MemberData(nameof(Uses))]
    public async Task Fault_that_one_caller_is_told_once_is_nobodys_trouble(string request, string purpose)
    {
        var keys = new KeysFail();
        await using var app = await StartAsync(keys);
        var session = await BeginAsync(app);

        keys.Fail(purpose, times: 1);
        Assert.Contains((await SendAsync(app, request, session)).Status, new[] { 200, 204 });
        Assert.Empty(app.Said);
    }

    [Theory]
    [MemberData(nameof(Uses))]
    public async Task Keys_that_go_away_in_the_middle_make_it_503_with_one_line_and_the_same_request_does_later(string request, string purpose)
    {
        var keys = new KeysFail();
        await using var app = await StartAsync(keys);
        var session = await BeginAsync(app);

        keys.Fail(purpose, times: 2);
        var reply = await SendAsync(app, request, session);
        Assert.Equal((503, null, true), (reply.Status, reply.Challenge, reply.Headers.RetryAfter is not null));
        Assert.False(reply.Headers.Contains("Set-Cookie"));
        Assert.Equal(["SessionKeysMissing"], app.Said);
        Assert.Contains((await SendAsync(app, request, session)).Status, new[] { 200, 204 });
    }

    [Theory]
    [MemberData(nameof(Requests))]
    public async Task Ring_that_can_not_be_read_anew_goes_on_with_the_keys_that_it_had(string request)
    {
        var keys = new KeysAway();
        await using var app = await StartAsync(build: services =>
        {
            services.RemoveAll<IDataProtectionProvider>().AddDataProtection();
            services.Configure<KeyManagementOptions>(options => options.XmlRepository = keys);
        });
        var session = await BeginAsync(app);
        var now = TimeProvider.System.GetUtcNow();
        app.Services.GetRequiredService<IKeyManager>().CreateNewKey(now, now.AddDays(90));
        keys.IsAway = true;

        // The ring is read anew behind a request's back, and one of those that come later is told.
        for (var start = TimeProvider.System.GetTimestamp(); !WasTold(app);)
        {
            Assert.True(TimeProvider.System.GetElapsedTime(start) < Patience.Limit, "Nobody was told.");
            Assert.Contains((await SendAsync(app, request, session)).Status, new[] { 200, 204 });
            session = request == "log out" ? await BeginAsync(app) : session;
        }

        Assert.Empty(app.Said);
    }

    [Theory]
    [InlineData(6)]
    [InlineData(28)]
    [InlineData(29)]
    [InlineData(200)]
    public async Task What_no_keys_protected_is_refused_with_one_line(int length)
    {
        var garbage = "CfDJ8".PadRight(length, 'A');
        await using var app = await StartAsync(new KeysFail());
        Assert.Equal(401, (await app.GetAsync("/by-session", "Bearer " + garbage)).Status);
        Assert.Equal(401, (await app.TryRefreshAsync(garbage)).Status);
        Assert.Equal(["SessionRefused", "SessionRefused"], app.Said);
    }

    [Fact]
    public async Task What_looks_like_nobodys_while_there_are_no_keys_may_be_somebodys()
    {
        await using var app = await SessionApp.StartAsync(build: builder => builder.Services.AddSingleton<IDataProtectionProvider>(new NoKeys()));

        Assert.Equal(503, (await app.GetAsync("/by-session", "Bearer " + "CfDJ8".PadRight(200, 'A'))).Status);
        Assert.Equal(["SessionKeysMissing"], app.Said);
    }

    [Fact]
    public async Task What_our_keys_protected_and_is_no_ticket_is_refused()
    {
        var keys = new KeysFail();
        await using var app = await StartAsync(keys);
        var protector = keys.CreateProtector("MiniApp.AspNetCore.Sessions", "Access", "v1");
        var token = Base64UrlTextEncoder.Encode(protector.Protect([5, 0, 0, 0, 1]));
        Assert.Equal(401, (await app.GetAsync("/by-session", "Bearer " + token)).Status);
    }

    private static Task<SessionApp> StartAsync(KeysFail keys) => StartAsync(services => services.AddSingleton<IDataProtectionProvider>(keys));

    private static Task<SessionApp> StartAsync(Action<IServiceCollection> build) =>
        SessionApp.StartAsync(options => options.UseCookie = true, builder => build(builder.Services));

    private static async Task<Begun> BeginAsync(SessionApp app)
    {
        var cookie = await app.TryBeginAsync(Vk.Header(Vk.Good(userId: 7)), "/session/cookie");
        return new(await app.BeginAsync(), cookie.Cookie, Vk.Header(Vk.Good(userId: 8)));
    }

    private static Task<SessionReply> SendAsync(SessionApp app, string request, Begun begun) => request switch
    {
        "exchange" => app.TryBeginAsync(begun.Launch),
        "cookie" => app.TryBeginAsync(begun.Launch, "/session/cookie"),
        "refresh" => app.TryRefreshAsync(begun.Session.RefreshToken),
        "read" => app.GetAsync("/by-session", begun.Session.Authorization),
        "read cookie" => app.GetAsync("/by-session", null, begun.Cookie, ("X-Requested-With", "fetch")),
        _ => app.SendAsync(HttpMethod.Delete, "/session", begun.Session.Authorization),
    };

    private static bool WasTold(SessionApp app) => app.Logs.Entries.Any(entry =>
        entry.Category.EndsWith("KeyRingProvider", StringComparison.Ordinal) && entry.Details.Contains("Away.", StringComparison.Ordinal));

    /// <summary>A ring that was read, and has no key: whatever was protected elsewhere is none of its.</summary>
    private sealed class NoKeys : IDataProtectionProvider, IDataProtector
    {
        public IDataProtector CreateProtector(string purpose) => this;

        public byte[] Protect(byte[] plaintext) => throw new InvalidOperationException();

        public byte[] Unprotect(byte[] protectedData) => throw new CryptographicException();
    }

    private sealed record Begun(SessionTokens Session, (string Name, string Value) Cookie, string Launch);
}
