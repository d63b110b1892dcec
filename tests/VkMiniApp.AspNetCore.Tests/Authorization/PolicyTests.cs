using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace VkMiniApp.AspNetCore.Tests;

/// <summary>What policies demand of a launch, asked of users whom the real handler signed in.</summary>
public sealed class PolicyTests : IAsyncLifetime
{
    private static readonly VkLaunchParamsDescriptor Launch = new()
    {
        UserId = 42,
        Platform = VkPlatform.MobileAndroid,
        Language = "ru",
        Scopes = ["friends", "photos"],
        GroupId = 7,
        ViewerGroupRole = VkGroupRole.Editor,
    };

    private TestApp _app = null!;

    public static TheoryData<string, bool> Demands => new(Policies.Select(policy => (policy.Key, policy.Value.IsMet)));

    public static TheoryData<string> MetDemands => [.. Policies.Where(policy => policy.Value.IsMet).Select(policy => policy.Key)];

    private static Dictionary<string, (Action<AuthorizationPolicyBuilder> Demand, bool IsMet, string Reason)> Policies { get; } = new(StringComparer.Ordinal)
    {
        ["any user"] = (policy => policy.RequireVkUser(), true, "The user must be a user of VK."),
        ["this user"] = (policy => policy.RequireVkUser(1, 42), true, ""),
        ["another user"] = (policy => policy.RequireVkUser(1, 420, 4), false, "The user must be one of those users of VK that are named."),
        ["this app"] = (policy => policy.RequireVkApp(1, TestLaunch.AppId), true, ""),
        ["another app"] = (policy => policy.RequireVkApp(1, 2), false, "The mini app must be 1 or 2."),
        ["this platform"] = (policy => policy.RequireVkPlatform(VkPlatform.MobileWeb, VkPlatform.MobileAndroid), true, ""),
        ["another platform"] = (policy => policy.RequireVkPlatform(VkPlatform.MobileWeb, new VkPlatform("MOBILE_ANDROID")), false,
            "The platform must be mobile_web or MOBILE_ANDROID."),
        ["this language"] = (policy => policy.RequireVkLanguage("be", "ru"), true, ""),
        ["another language"] = (policy => policy.RequireVkLanguage("r", "RU", "rus"), false, "The language must be r or RU or rus."),
        ["granted scopes"] = (policy => policy.RequireVkScope("photos", "friends"), true, ""),
        ["one scope too many"] = (policy => policy.RequireVkScope("friends", "market"), false, "The user must have granted friends and market."),
        ["part of a scope"] = (policy => policy.RequireVkScope("friend"), false, "The user must have granted friend."),
        ["two scopes in one"] = (policy => policy.RequireVkScope("friends,photos"), false, "The user must have granted friends,photos."),
        ["role in any community"] = (policy => policy.RequireVkGroupRole(VkGroupRole.Admin, VkGroupRole.Editor), true, ""),
        ["higher role in any community"] = (policy => policy.RequireVkGroupRole(VkGroupRole.Admin), false,
            "The user must be admin of the community that the mini app was opened from."),
        ["other roles in any community"] = (policy => policy.RequireVkGroupRole(VkGroupRole.Admin, VkGroupRole.Moderator), false,
            "The user must be admin or moder of the community that the mini app was opened from."),
        ["role in this community"] = (policy => policy.RequireVkGroupRole(7, VkGroupRole.Editor), true, ""),
        ["role in another community"] = (policy => policy.RequireVkGroupRole(8, VkGroupRole.Editor), false,
            "The user must be editor of community 8, and have opened the mini app from there."),
        ["higher role in this community"] = (policy => policy.RequireVkGroupRole(7, VkGroupRole.Admin), false,
            "The user must be admin of community 7, and have opened the mini app from there."),
        ["everything at once"] = (policy => policy.RequireVkUser().RequireVkLanguage("ru").RequireVkGroupRole(7, VkGroupRole.Editor), true, ""),
    };

    public async ValueTask InitializeAsync() => _app = await TestApp.StartAsync();

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    [Theory]
    [MemberData(nameof(Demands))]
    public async Task Demand_is_met_by_the_launch_that_says_so_and_by_no_other(string demand, bool isMet)
    {
        var (policy, _, reason) = Policies[demand];
        var user = await _app.SignInAsync(TestLaunch.Token(Launch));

        var result = await AuthorizeAsync(user, policy);

        Assert.Equal(isMet, result.Succeeded);
        Assert.Equal(isMet ? "" : reason, Reasons(result));
    }

    [Theory]
    [MemberData(nameof(Demands))]
    public async Task Session_that_was_issued_after_a_launch_counts_as_the_launch(string demand, bool isMet)
    {
        var user = await _app.SignInAsync(TestLaunch.Token(Launch));
        var ticket = TicketSerializer.Default.Serialize(new AuthenticationTicket(user, "session"));

        var result = await AuthorizeAsync(TicketSerializer.Default.Deserialize(ticket)!.Principal, Policies[demand].Demand);

        Assert.Equal(isMet, result.Succeeded);
    }

    [Theory]
    [MemberData(nameof(MetDemands))]
    public async Task Same_claims_from_anybody_else_count_for_nothing(string demand)
    {
        var launch = await _app.SignInAsync(TestLaunch.Token(Launch));
        var copies = launch.Claims.Select(claim => new Claim(claim.Type, claim.Value, claim.ValueType, issuer: "VK", originalIssuer: "somebody"));
        var unauthenticated = new ClaimsPrincipal(new ClaimsIdentity(launch.Claims));

        Assert.True((await AuthorizeAsync(launch, Policies[demand].Demand)).Succeeded);
        Assert.False((await AuthorizeAsync(new ClaimsPrincipal(new ClaimsIdentity(copies, "test")), Policies[demand].Demand)).Succeeded);
        Assert.False((await AuthorizeAsync(unauthenticated, Policies[demand].Demand)).Succeeded);
        Assert.False((await AuthorizeAsync(new ClaimsPrincipal(), Policies[demand].Demand)).Succeeded);
    }

    [Fact]
    public async Task Role_in_one_community_and_the_id_of_another_do_not_add_up()
    {
        var user = await _app.SignInAsync(TestLaunch.Token(new VkLaunchParamsDescriptor { UserId = 42, GroupId = 8, ViewerGroupRole = VkGroupRole.Member }));
        var elsewhere = await _app.SignInAsync(TestLaunch.Token(new VkLaunchParamsDescriptor { UserId = 42, GroupId = 7, ViewerGroupRole = VkGroupRole.Admin }));
        user.AddIdentities(elsewhere.Identities);

        Assert.True((await AuthorizeAsync(user, policy => policy.RequireVkGroupRole(7, VkGroupRole.Admin))).Succeeded);
        Assert.False((await AuthorizeAsync(user, policy => policy.RequireVkGroupRole(8, VkGroupRole.Admin))).Succeeded);
    }

    [Fact]
    public async Task Role_without_a_community_is_none()
    {
        var user = await _app.SignInAsync(TestLaunch.Token(new VkLaunchParamsDescriptor { UserId = 42, ViewerGroupRole = VkGroupRole.Admin }));

        Assert.False((await AuthorizeAsync(user, policy => policy.RequireVkGroupRole(VkGroupRole.Admin))).Succeeded);
    }

    [Fact]
    public async Task Community_0_is_none()
    {
        var user = new ClaimsPrincipal(new ClaimsIdentity(
            [
                new Claim(VkClaimTypes.UserId, "42", ClaimValueTypes.Integer64, VkMiniAppDefaults.Issuer),
                new Claim(VkClaimTypes.GroupId, "0", ClaimValueTypes.Integer64, VkMiniAppDefaults.Issuer),
                new Claim(VkClaimTypes.ViewerGroupRole, "admin", ClaimValueTypes.String, VkMiniAppDefaults.Issuer),
            ],
            "session"));

        Assert.True((await AuthorizeAsync(user, policy => policy.RequireVkUser())).Succeeded);
        Assert.False((await AuthorizeAsync(user, policy => policy.RequireVkGroupRole(VkGroupRole.Admin))).Succeeded);
    }

    [Fact]
    public async Task No_scope_is_not_one_empty_scope()
    {
        var user = await _app.SignInAsync(TestLaunch.Token(new VkLaunchParamsDescriptor { UserId = 42 }));

        Assert.False((await AuthorizeAsync(user, policy => policy.RequireVkScope("friends"))).Succeeded);
    }

    [Fact]
    public async Task User_of_odnoklassniki_is_no_user_of_vk()
    {
        await using var app = await TestApp.StartAsync(options => options.AllowOdnoklassniki = true);
        var user = await app.SignInAsync(TestLaunch.Token(TestLaunch.Odnoklassniki(42, userId: 42)));

        Assert.False((await AuthorizeAsync(user, policy => policy.RequireVkUser())).Succeeded);
        Assert.False((await AuthorizeAsync(user, policy => policy.RequireVkUser(42))).Succeeded);
        Assert.True((await AuthorizeAsync(user, policy => policy.RequireVkApp(TestLaunch.AppId))).Succeeded);
    }

    [Fact]
    public async Task Community_and_accesses_of_odnoklassniki_are_none_of_vk()
    {
        await using var app = await TestApp.StartWithAsync(
            builder => builder.Services.AddAuthentication().AddVkMiniApp(options =>
            {
                options.AddApp(TestLaunch.AppId, TestLaunch.Secret);
                options.AllowOdnoklassniki = true;
            }),
            app => app.MapGet("/communities/{group}", () => "settings")
                .RequireAuthorization(policy => policy.RequireVkGroupRole("group", VkGroupRole.Admin)));

        foreach (var (marks, isVk) in new (string, string)[][]
        {
            [],
            [("vk_client", "ok"), ("vk_ok_user_id", "5")],
            [("vk_ok_app_id", "512000"), ("vk_ok_user_id", "5")],
            [("vk_ok_user_id", "5")],
        }.Select(marks => (marks, marks.Length == 0)))
        {
            var launch = new VkLaunchParamsDescriptor
            {
                UserId = 42,
                GroupId = 7,
                ViewerGroupRole = VkGroupRole.Admin,
                Scopes = ["friends"],
                Additional = marks.Append(("vk_profile_id", "8")).ToDictionary(mark => mark.Item1, mark => mark.Item2, StringComparer.Ordinal),
            };
            var user = await app.SignInAsync(TestLaunch.Token(launch));
            string[] claims =
            [
                VkClaimTypes.UserId, VkClaimTypes.GroupId, VkClaimTypes.ViewerGroupRole, VkClaimTypes.AccessTokenSettings, "vk_profile_id",
            ];

            Assert.All(claims, type => Assert.Equal(isVk, user.HasClaim(claim => claim.Type == type)));
            Assert.Equal(isVk, (await AuthorizeAsync(user, policy => policy.RequireVkGroupRole(VkGroupRole.Admin))).Succeeded);
            Assert.Equal(isVk, (await AuthorizeAsync(user, policy => policy.RequireVkGroupRole(7, VkGroupRole.Admin))).Succeeded);
            Assert.Equal(isVk, (await AuthorizeAsync(user, policy => policy.RequireVkScope("friends"))).Succeeded);
            Assert.Equal(isVk ? 200 : 403, (await app.GetAsync("/communities/7", "Bearer " + TestLaunch.Token(launch))).Status);
        }
    }

    [Fact]
    public async Task Session_that_kept_claims_of_odnoklassniki_meets_no_demand_of_vk_either()
    {
        ClaimsPrincipal SessionWith(string type, string value) => new(new ClaimsIdentity(
            new[] { ("vk_group_id", "7"), ("vk_viewer_group_role", "admin"), ("vk_access_token_settings", "friends"), (type, value) }
                .Select(claim => new Claim(claim.Item1, claim.Item2, ClaimValueTypes.String, "session", VkMiniAppDefaults.Issuer)),
            "session"));

        foreach (var (user, isVk) in new[]
        {
            (SessionWith("vk_user_id", "42"), true), (SessionWith("vk_ok_user_id", "5"), false), (SessionWith("vk_client", "ok"), false),
            (SessionWith("vk_ok_app_id", "512000"), false),
        })
        {
            Assert.Equal(isVk, (await AuthorizeAsync(user, policy => policy.RequireVkGroupRole(7, VkGroupRole.Admin))).Succeeded);
            Assert.Equal(isVk, (await AuthorizeAsync(user, policy => policy.RequireVkScope("friends"))).Succeeded);
        }
    }

    [Fact]
    public async Task Community_in_the_route_must_be_the_one_of_the_launch()
    {
        await using var app = await TestApp.StartWithAsync(
            builder => builder.Services.AddAuthentication().AddVkMiniApp(options => options.AddApp(TestLaunch.AppId, TestLaunch.Secret)),
            app => app.MapGet("/communities/{group?}", () => "settings")
                .RequireAuthorization(policy => policy.RequireVkGroupRole("group", VkGroupRole.Admin, VkGroupRole.Editor)));

        async Task<int> AskAsync(string path) => (await app.GetAsync(path, "Bearer " + TestLaunch.Token(Launch))).Status;

        Assert.Equal(200, await AskAsync("/communities/7"));
        foreach (var path in new[] { "/communities/8", "/communities/70", "/communities/-7", "/communities/7a", "/communities/٧", "/communities" })
        {
            Assert.Equal(403, await AskAsync(path));
        }

        Assert.Equal(403, await AskAsync("/communities/" + new string('7', 400)));
    }

    [Fact]
    public async Task Community_in_the_route_can_not_be_met_without_a_request()
    {
        var user = await _app.SignInAsync(TestLaunch.Token(Launch));
        var result = await AuthorizeAsync(user, policy => policy.RequireVkGroupRole("group", VkGroupRole.Editor));

        Assert.Equal("The user must be editor of the community in the route, and have opened the mini app from there.", Reasons(result));
    }

    [Theory]
    [InlineData(0, true)]
    [InlineData(300, true)]
    [InlineData(301, false)]
    [InlineData(-60, true)]
    public async Task Launch_exactly_as_old_as_demanded_is_recent(int age, bool isRecent)
    {
        var user = await _app.SignInAsync(TestLaunch.Token(new VkLaunchParamsDescriptor { UserId = 42, Timestamp = TestLaunch.At(TestLaunch.Now - age) }));
        var result = await AuthorizeAsync(user, policy => policy.RequireVkLaunchWithin(TimeSpan.FromMinutes(5)));

        Assert.Equal(isRecent, result.Succeeded);
        Assert.Equal(isRecent ? "" : "The user must have launched the mini app within 00:05:00.", Reasons(result));
    }

    [Fact]
    public async Task Launch_grows_old_by_the_applications_clock()
    {
        await using var app = await TestApp.StartAsync();
        var user = await app.SignInAsync(TestLaunch.Token(Launch));
        var authorization = app.Services.GetRequiredService<IAuthorizationService>();
        var policy = new AuthorizationPolicyBuilder().RequireVkLaunchWithin(TimeSpan.Zero).Build();

        Assert.True((await authorization.AuthorizeAsync(user, policy)).Succeeded);
        app.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.False((await authorization.AuthorizeAsync(user, policy)).Succeeded);
    }

    [Fact]
    public async Task Launch_without_a_time_is_not_recent()
    {
        var claim = new Claim(VkClaimTypes.Timestamp, "soon", ClaimValueTypes.String, "VK");
        var user = new ClaimsPrincipal(new ClaimsIdentity([claim], "test"));

        Assert.False((await AuthorizeAsync(user, policy => policy.RequireVkLaunchWithin(TimeSpan.FromDays(36500)))).Succeeded);
    }

    [Fact]
    public async Task Milliseconds_of_odnoklassniki_are_not_taken_for_the_far_future()
    {
        await using var app = await TestApp.StartAsync(options => options.AllowOdnoklassniki = true);
        var launch = TestLaunch.Odnoklassniki(5);
        var query = TestLaunch.Query(new VkLaunchParamsDescriptor { UserId = 7, Additional = new Dictionary<string, string>(launch.Additional, StringComparer.Ordinal) { ["vk_ts"] = $"{TestLaunch.Now}000" } });
        var user = await app.SignInAsync(query);
        var policy = new AuthorizationPolicyBuilder().RequireVkLaunchWithin(TimeSpan.FromMinutes(5)).Build();
        var authorization = app.Services.GetRequiredService<IAuthorizationService>();

        Assert.True((await authorization.AuthorizeAsync(user, policy)).Succeeded);
        app.Clock.Advance(TimeSpan.FromSeconds(301));
        Assert.False((await authorization.AuthorizeAsync(user, policy)).Succeeded);
    }

    [Fact]
    public async Task Without_a_clock_of_the_applications_the_systems_tells_the_time()
    {
        var services = new ServiceCollection().AddLogging();
        services.AddAuthentication().AddVkMiniApp();
        await using var provider = services.AddAuthorization().RemoveAll<TimeProvider>().BuildServiceProvider();
        var authorization = provider.GetRequiredService<IAuthorizationService>();
        var user = await _app.SignInAsync(TestLaunch.Token(Launch));

        Assert.False(await IsRecentAsync(TimeSpan.FromMinutes(1)));
        Assert.True(await IsRecentAsync(TimeSpan.FromDays(36_500)));

        async Task<bool> IsRecentAsync(TimeSpan age) => (await authorization.AuthorizeAsync(
            user, null, new AuthorizationPolicyBuilder().RequireVkLaunchWithin(age).Build())).Succeeded;
    }

    [Fact]
    public void Demand_that_nobody_could_meet_is_refused_where_it_is_made()
    {
        var policy = new AuthorizationPolicyBuilder();

        Assert.Throws<ArgumentException>("userIds", () => policy.RequireVkUser(0));
        Assert.Throws<ArgumentNullException>("userIds", () => policy.RequireVkUser(null!));
        Assert.Throws<ArgumentException>("appIds", () => policy.RequireVkApp());
        Assert.Throws<ArgumentException>("appIds", () => policy.RequireVkApp(-1));
        Assert.Throws<ArgumentNullException>("appIds", () => policy.RequireVkApp(null!));
        Assert.Throws<ArgumentException>("platforms", () => policy.RequireVkPlatform());
        Assert.Throws<ArgumentException>("platforms", () => policy.RequireVkPlatform(default(VkPlatform)));
        Assert.Throws<ArgumentNullException>("platforms", () => policy.RequireVkPlatform(null!));
        Assert.Throws<ArgumentException>("languages", () => policy.RequireVkLanguage());
        Assert.Throws<ArgumentException>("scopes", () => policy.RequireVkScope(""));
        Assert.Throws<ArgumentNullException>("scopes", () => policy.RequireVkScope(null!));
        Assert.Throws<ArgumentException>("roles", () => policy.RequireVkGroupRole());
        Assert.Throws<ArgumentException>("roles", () => policy.RequireVkGroupRole(7));
        Assert.Throws<ArgumentNullException>("roles", () => policy.RequireVkGroupRole(7, null!));
        Assert.Throws<ArgumentOutOfRangeException>("groupId", () => policy.RequireVkGroupRole(0, VkGroupRole.Admin));
        Assert.Throws<ArgumentException>("routeParameter", () => policy.RequireVkGroupRole("", VkGroupRole.Admin));
        Assert.Throws<ArgumentOutOfRangeException>("maxAge", () => policy.RequireVkLaunchWithin(TimeSpan.FromTicks(-1)));
        Assert.Throws<ArgumentNullException>("policy", () => default(AuthorizationPolicyBuilder)!.RequireVkUser());
        Assert.Empty(policy.Requirements);
    }

    [Fact]
    public void Demand_keeps_the_list_that_it_was_made_with()
    {
        var languages = new[] { "ru" };
        var policy = new AuthorizationPolicyBuilder().RequireVkLanguage(languages).Build();
        languages[0] = "en";

        Assert.Equal("The language must be ru.", Assert.Single(policy.Requirements).ToString());
    }

    private static string Reasons(AuthorizationResult result) =>
        string.Join(' ', result.Failure?.FailedRequirements.Select(requirement => requirement.ToString()) ?? []);

    private Task<AuthorizationResult> AuthorizeAsync(ClaimsPrincipal user, Action<AuthorizationPolicyBuilder> demand)
    {
        var policy = new AuthorizationPolicyBuilder();
        demand(policy);
        return _app.Services.GetRequiredService<IAuthorizationService>().AuthorizeAsync(user, null, policy.Build());
    }
}
