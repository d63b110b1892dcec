using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using VkMiniApp;

namespace MiniApp.AspNetCore.Tests;

/// <summary>Every verifier of a scheme as a service: one place for the keys, and a rotation reaches them all.</summary>
public sealed class SchemeVerifierTests
{
    public static TheoryData<string> Kinds => VerifierKind.Names;

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Verifier_is_had_by_the_schemes_name_and_without_and_knows_the_schemes_key(string name)
    {
        var kind = VerifierKind.Named(name);
        var (ours, other) = (kind.Platform.Secret("ours"), kind.Platform.Secret("other"));
        await using var app = await LiveApp.StartAsync(kind.Platform, TestSettings.Of(kind.Platform, ours));
        using var request = app.Services.CreateScope();

        foreach (var verifier in new[] { kind.Keyed(request.ServiceProvider), kind.Unkeyed(request.ServiceProvider) })
        {
            Assert.True(kind.Accepts(verifier, ours));
            Assert.False(kind.Accepts(verifier, other));
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Rotation_reaches_the_verifier_with_the_next_request(string name)
    {
        var kind = VerifierKind.Named(name);
        var (old, @new) = (kind.Platform.Secret("old"), kind.Platform.Secret("new"));
        await using var app = await LiveApp.StartAsync(kind.Platform, TestSettings.Of(kind.Platform, old));
        Assert.Equal((true, false), Ask(app, kind, old, @new));

        app.Settings.Change(TestSettings.Of(kind.Platform, @new, old));
        Assert.Equal((true, true), Ask(app, kind, old, @new));

        app.Settings.Change(TestSettings.Of(kind.Platform, @new));
        Assert.Equal((false, true), Ask(app, kind, old, @new));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Change_that_is_unsound_reaches_no_verifier(string name)
    {
        var kind = VerifierKind.Named(name);
        var (old, @new) = (kind.Platform.Secret("old"), kind.Platform.Secret("new"));
        await using var app = await LiveApp.StartAsync(kind.Platform, TestSettings.Of(kind.Platform, old));

        foreach (var change in new (string, string?)[][] { [], [.. TestSettings.Of(kind.Platform, @new), ("Lifetime", "x")] })
        {
            app.Settings.Change(change);
            Assert.Equal((true, false), Ask(app, kind, old, @new));
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Verifier_is_made_once_for_as_long_as_the_settings_stay(string name)
    {
        var kind = VerifierKind.Named(name);
        await using var app = await LiveApp.StartAsync(kind.Platform, TestSettings.Of(kind.Platform, kind.Platform.Secret("secret")));
        using var first = app.Services.CreateScope();
        using var second = app.Services.CreateScope();

        Assert.Same(kind.Keyed(first.ServiceProvider), kind.Keyed(second.ServiceProvider));
        Assert.Same(kind.Keyed(first.ServiceProvider), kind.Unkeyed(first.ServiceProvider));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Singleton_that_would_keep_a_verifier_is_refused_where_scopes_are_validated(string name)
    {
        var kind = VerifierKind.Named(name);
        foreach (var get in new Func<IServiceProvider, object>[] { kind.Unkeyed, services => kind.Keyed(services) })
        {
            await using var app = await StartAsync(kind, builder =>
            {
                builder.Host.UseDefaultServiceProvider(options => options.ValidateScopes = true);
                builder.Services.AddSingleton(services => new Keeper(get(services)));
            });

            Assert.Throws<InvalidOperationException>(app.Services.GetRequiredService<Keeper>);
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Verifiers_of_one_request_have_one_age_of_the_settings(string name)
    {
        var kind = VerifierKind.Named(name);
        var (old, @new) = (kind.Platform.Secret("old"), kind.Platform.Secret("new"));
        await using var app = await LiveApp.StartAsync(kind.Platform, TestSettings.Of(kind.Platform, old));
        using var request = app.Services.CreateScope();
        _ = kind.Platform.SnapshotOf(request.ServiceProvider);

        app.Settings.Change(TestSettings.Of(kind.Platform, @new));

        Assert.True(kind.Accepts(kind.Keyed(request.ServiceProvider), old));
        Assert.Equal((false, true), Ask(app, kind, old, @new));
    }

    [Fact]
    public async Task Several_schemes_of_a_platform_are_told_apart_by_name_and_never_picked_silently()
    {
        var kind = VerifierKind.Named(nameof(VkContactVerifier));
        await using var app = await TestApp.StartWithAsync(builder => builder.Services.AddAuthentication()
            .AddVkMiniApp("Game", options => (options.AppId, options.AppSecret) = (6736218, "game"))
            .AddVkMiniApp("Shop", options => (options.AppId, options.AppSecret) = (6736218, "shop")));
        using var request = app.Services.CreateScope();

        Assert.True(kind.Accepts(kind.Keyed(request.ServiceProvider, "Game"), "game"));
        Assert.False(kind.Accepts(kind.Keyed(request.ServiceProvider, "Game"), "shop"));
        Assert.True(kind.Accepts(kind.Keyed(request.ServiceProvider, "Shop"), "shop"));
        Assert.Equal(
            "Several schemes have a VkContactVerifier: Game, Shop. Name one, such as by [FromKeyedServices(\"Game\")].",
            Assert.Throws<InvalidOperationException>(() => kind.Unkeyed(request.ServiceProvider)).Message);
        Assert.Throws<InvalidOperationException>(() => kind.Keyed(request.ServiceProvider, "VkMiniApp"));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Verifier_of_the_applications_own_stays_whenever_it_is_added(bool isFirst)
    {
        var own = new VkContactVerifier(6736218, "own");
        await using var app = await TestApp.StartWithAsync(builder =>
        {
            if (isFirst)
            {
                builder.Services.AddSingleton(own);
            }

            PlatformScheme.Of("VkMiniApp").AddTo(builder.Services.AddAuthentication());
            if (!isFirst)
            {
                builder.Services.AddSingleton(own);
            }
        });
        using var request = app.Services.CreateScope();

        Assert.Same(own, request.ServiceProvider.GetRequiredService<VkContactVerifier>());
        Assert.NotSame(own, request.ServiceProvider.GetRequiredKeyedService<VkContactVerifier>("VkMiniApp"));
    }

    [Fact]
    public async Task Endpoint_takes_verifiers_by_name_and_without()
    {
        var kind = VerifierKind.Named(nameof(VkContactVerifier));
        await using var app = await TestApp.StartWithAsync(
            builder => PlatformScheme.Of("VkMiniApp").AddTo(builder.Services.AddAuthentication()),
            app =>
            {
                app.MapGet("/keyed", ([FromKeyedServices("VkMiniApp")] VkContactVerifier contacts) => Answer(contacts));
                app.MapGet("/unkeyed", (VkContactVerifier contacts) => Answer(contacts));
            });

        Assert.Equal("True", (await app.GetAsync("/keyed")).Body);
        Assert.Equal("True", (await app.GetAsync("/unkeyed")).Body);

        string Answer(VkContactVerifier contacts) => $"{kind.Accepts(contacts, "protected-key-of-the-tests")}";
    }

    [Fact]
    public void What_is_missing_is_named()
    {
        var builder = new ServiceCollection().AddAuthentication();

        Assert.Equal("builder", Assert.Throws<ArgumentNullException>(
            () => MiniAppAuthenticationBuilderExtensions.AddMiniAppVerifier<Options, string>(null!, "a", _ => "")).ParamName);
        Assert.Equal("authenticationScheme", Assert.Throws<ArgumentNullException>(() => builder.AddMiniAppVerifier<Options, string>(null!, _ => "")).ParamName);
        Assert.Equal("getVerifier", Assert.Throws<ArgumentNullException>(() => builder.AddMiniAppVerifier<Options, string>("a", null!)).ParamName);
    }

    private static Task<TestApp> StartAsync(VerifierKind kind, Action<WebApplicationBuilder> build) => TestApp.StartWithAsync(builder =>
    {
        kind.Platform.AddTo(builder.Services.AddAuthentication());
        build(builder);
    });

    /// <summary>Whether the verifiers that the next request is given accept what each secret has signed.</summary>
    private static (bool First, bool Second) Ask(LiveApp app, VerifierKind kind, string first, string second)
    {
        using var request = app.Services.CreateScope();
        var (keyed, unkeyed) = (kind.Keyed(request.ServiceProvider), kind.Unkeyed(request.ServiceProvider));
        var answer = (kind.Accepts(keyed, first), kind.Accepts(keyed, second));

        Assert.Equal(answer, (kind.Accepts(unkeyed, first), kind.Accepts(unkeyed, second)));
        return answer;
    }

    private sealed record Keeper(object Kept);

    private sealed class Options() : MiniAppOptions("Test", TimeSpan.Zero)
    {
        public override IReadOnlyList<string> AuthSchemes => ["Test"];

        public override string TokenName => "";

        public override string TokenSource => "";

        protected override string? FindFault() => null;
    }
}
