using System.Security.Claims;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Infrastructure;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace MiniApp.AspNetCore.Tests;

/// <summary>What any platform can require of a launch, and of whose claims.</summary>
public sealed class LaunchRequirementsTests
{
    private const string Issuer = "platform";

    private static readonly LaunchRequirements Requirements = new(Issuer);

    [Theory]
    [InlineData("1", true)]
    [InlineData("0", false)]
    [InlineData("-1", false)]
    [InlineData("1.0", false)]
    [InlineData(" 1", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public async Task Any_user_has_an_id_above_zero(string? id, bool isMet) =>
        Assert.Equal(isMet ? null : "The user must be a user of platform.", await FailureAsync(Requirements.User("id"), User(("id", id))));

    [Theory]
    [InlineData("1", true)]
    [InlineData("2", true)]
    [InlineData("12", false)]
    public async Task Named_users_are_the_only_ones(string id, bool isMet) => Assert.Equal(
        isMet ? null : "The user must be one of those users of platform that are named.",
        await FailureAsync(Requirements.User("id", 1, 2), User(("id", id))));

    [Theory]
    [InlineData("7", true)]
    [InlineData("77", false)]
    public async Task One_of_several_ids_is_enough(string id, bool isMet) => Assert.Equal(
        isMet ? null : "The bot must be 7 or 8.", await FailureAsync(Requirements.OneOf("bot", "The bot", [7, 8]), User(("bot", id))));

    [Theory]
    [InlineData("ru", true)]
    [InlineData("RU", false)]
    [InlineData("r", false)]
    public async Task One_of_several_names_is_enough_and_is_compared_letter_by_letter(string name, bool isMet) => Assert.Equal(
        isMet ? null : "The language must be en or ru.",
        await FailureAsync(Requirements.OneOf("language", "The language", ["en", "ru"]), User(("language", name))));

    [Theory]
    [InlineData(300, true)]
    [InlineData(301, false)]
    [InlineData(-60, true)]
    public async Task Launch_is_recent_up_to_the_very_second_in_seconds_and_in_milliseconds(long age, bool isMet)
    {
        var requirement = Requirements.LaunchWithin("time", TimeSpan.FromMinutes(5));
        var time = TestApp.Now - age;

        foreach (var text in new[] { $"{time}", $"{time}000", $"{time}999" })
        {
            Assert.Equal(
                isMet ? null : "The user must have launched the mini app within 00:05:00.",
                await FailureAsync(requirement, User(("time", text))));
        }
    }

    [Fact]
    public async Task Launch_without_a_time_is_not_recent() => Assert.Equal(
        "The user must have launched the mini app within 1.00:00:00.",
        await FailureAsync(Requirements.LaunchWithin("time", TimeSpan.FromDays(1)), User(("id", "1"))));

    [Fact]
    public async Task Requirement_of_the_platforms_own_sees_the_launch_and_the_request()
    {
        var context = new DefaultHttpContext();
        context.Request.RouteValues["shop"] = "7";
        var byLaunch = Requirements.Create("Seven.", launch => launch["shop"] == "7");
        var byRequest = Requirements.Create("Here.", (launch, request) => launch["shop"] == (string?)request?.Request.RouteValues["shop"]);

        Assert.Null(await FailureAsync(byLaunch, User(("shop", "7"))));
        Assert.Equal("Seven.", await FailureAsync(byLaunch, User(("shop", "8"))));
        Assert.Null(await FailureAsync(byRequest, User(("shop", "7")), context));
        Assert.Equal("Here.", await FailureAsync(byRequest, User(("shop", "8")), context));
        Assert.Equal("Here.", await FailureAsync(byRequest, User(("shop", "7"))));
    }

    [Fact]
    public async Task Claims_count_in_one_identity_by_the_platform_that_made_them_of_a_user_who_is_signed_in()
    {
        var both = Requirements.Create("Both.", launch => launch["a"] is not null && launch["b"] is not null);
        var (a, b) = (Identity(Issuer, "test", ("a", "1")), Identity(Issuer, "test", ("b", "1")));

        Assert.Null(await FailureAsync(both, new ClaimsPrincipal(Identity(Issuer, "test", ("a", "1"), ("b", "1")))));
        Assert.Equal("Both.", await FailureAsync(both, new ClaimsPrincipal([a, b])));
        Assert.Equal("Both.", await FailureAsync(both, new ClaimsPrincipal(Identity("somebody", "test", ("a", "1"), ("b", "1")))));
        Assert.Equal("Both.", await FailureAsync(both, new ClaimsPrincipal(Identity(Issuer, null, ("a", "1"), ("b", "1")))));
        Assert.Equal("Both.", await FailureAsync(both, new ClaimsPrincipal()));
    }

    [Fact]
    public void Requirement_that_nobody_could_meet_is_refused_where_it_is_made_by_the_arguments_own_name()
    {
        long[] botIds = [];
        string[] languages = [""];

        Assert.Throws<ArgumentException>("userIds", () => Requirements.User("id", 0));
        Assert.Throws<ArgumentNullException>("userIds", () => Requirements.User("id", null!));
        Assert.Throws<ArgumentException>("botIds", () => Requirements.OneOf("bot", "The bot", botIds));
        Assert.Throws<ArgumentException>("apps", () => Requirements.OneOf("bot", "The bot", [-1], "apps"));
        Assert.Throws<ArgumentException>("languages", () => Requirements.OneOf("language", "The language", languages));
        Assert.Throws<ArgumentException>("languages", () => LaunchRequirements.CopyNames(languages));
        Assert.Throws<ArgumentOutOfRangeException>("maxAge", () => Requirements.LaunchWithin("time", TimeSpan.FromTicks(-1)));
    }

    [Fact]
    public async Task List_may_change_after_the_requirement_was_made()
    {
        var names = new[] { "ru" };
        var requirement = Requirements.OneOf("language", "The language", names);
        names[0] = "en";

        Assert.Null(await FailureAsync(requirement, User(("language", "ru"))));
    }

    private static ClaimsPrincipal User(params (string Type, string? Value)[] claims) => new(Identity(Issuer, "test", claims));

    private static ClaimsIdentity Identity(string issuer, string? authenticationType, params (string Type, string? Value)[] claims) => new(
        claims.Where(claim => claim.Value is not null).Select(claim => new Claim(claim.Type, claim.Value!, null, "anybody", issuer)),
        authenticationType);

    /// <summary>Why a requirement is not met, or <see langword="null"/>.</summary>
    private static async Task<string?> FailureAsync(IAuthorizationRequirement requirement, ClaimsPrincipal user, object? resource = null)
    {
        var services = new ServiceCollection().AddSingleton<TimeProvider>(new TestClock(TestApp.Now)).BuildServiceProvider();
        var context = new AuthorizationHandlerContext([requirement], user, resource);
        await new LaunchAgeHandler(services).HandleAsync(context);
        await new PassThroughAuthorizationHandler().HandleAsync(context);

        Assert.False(context.HasFailed);
        return context.HasSucceeded ? null : Assert.Single(context.PendingRequirements).ToString();
    }
}
