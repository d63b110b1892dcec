using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.OpenApi;
using VkMiniApp;
using VkMiniApp.AspNetCore;

namespace MiniApp.AspNetCore.OpenApi.Tests;

/// <summary>The answers that turn requests away.</summary>
public class RefusalResponsesTests
{
    private const string Challenge =
        """{"WWW-Authenticate":{"description":"The challenge of RFC 6750: the error, if there were credentials, and what is wrong with them.","schema":{"type":"string"}}}""";

    private const string Vk = """[{"VkMiniApp":[]}]""";
    private const string Both = """[{"VkMiniApp":[]},{"TelegramMiniApp":[]}]""";

    private const string ProblemContent = """{"application/problem\u002Bjson":{"schema":{"$ref":"#/components/schemas/MiniAppProblemDetails"}}}""";

    [Fact]
    public async Task Answers_without_a_body_are_described_without_one()
    {
        await using var app = await StartAsync();
        var document = await app.DescribeAsync();

        Assert.Equal($$"""{"description":"Unauthorized","headers":{{Challenge}}}""", document.ResponseOf("/demanding", 401));
        Assert.Equal("""{"description":"Forbidden"}""", document.ResponseOf("/demanding", 403));
    }

    [Theory]
    [InlineData("/open", "200")]
    [InlineData("/user", "200 401")]
    [InlineData("/demanding", "200 401 403")]
    [InlineData("/demanding-by-attribute", "200 401 403")]
    public async Task Only_an_operation_that_demands_more_than_a_user_can_deny_one(string path, string statuses)
    {
        await using var app = await StartAsync();

        Assert.Equal(statuses, (await app.DescribeAsync()).StatusesOf(path));
    }

    [Fact]
    public async Task Answers_with_problem_details_are_described_with_their_schema()
    {
        await using var app = await StartAsync(options => options.WriteProblemDetails = true);
        var document = await app.DescribeAsync();

        Assert.Equal(
            $$"""{"description":"Unauthorized","headers":{{Challenge}},"content":{{ProblemContent}}}""",
            document.ResponseOf("/demanding", 401));
        Assert.Equal($$"""{"description":"Forbidden","content":{{ProblemContent}}}""", document.ResponseOf("/demanding", 403));
        Assert.Equal(
            ["type", "title", "status", "detail", "instance", "error", "reason", "max_age"],
            document.PropertiesOf("MiniAppProblemDetails"),
            StringComparer.Ordinal);
        Assert.Equal(
            """
            {"examples":["invalid_token","insufficient_user_authentication"],"type":["null","string"],"description":"The error of RFC 6750 or RFC 9470, as in WWW-Authenticate; missing where there were no credentials.","x-extensible-enum":["invalid_token","insufficient_user_authentication"]}
            """,
            document.PropertyOf("MiniAppProblemDetails", "error"));
    }

    [Fact]
    public async Task Every_reason_that_a_page_can_be_told_is_known_and_others_may_come()
    {
        await using var app = await StartAsync(options => options.WriteProblemDetails = true);
        var reason = JsonNode.Parse((await app.DescribeAsync()).PropertyOf("MiniAppProblemDetails", "reason")!)!;

        Assert.Equal(
            typeof(ChallengeReasons).GetFields().Select(field => (string)field.GetRawConstantValue()!),
            reason["x-extensible-enum"]!.AsArray().Select(value => (string)value!),
            StringComparer.Ordinal);
        Assert.Null(reason["enum"]);
    }

    /// <summary>What a back end answers is what the document says, in both directions.</summary>
    [Fact]
    public async Task Body_of_a_refusal_has_the_members_of_the_schema()
    {
        await using var app = await StartAsync(options => options.WriteProblemDetails = true);
        var known = (await app.DescribeAsync()).PropertiesOf("MiniAppProblemDetails").Append("traceId");

        var problem = JsonNode.Parse(await app.GetBodyAsync("/user", "Bearer junk"))!.AsObject();

        Assert.Equal("invalid_token", (string?)problem["error"]);
        Assert.Empty(problem.Select(member => member.Key).Except(known, StringComparer.Ordinal));
    }

    [Fact]
    public async Task Lists_stay_open_in_documents_of_an_older_version_too()
    {
        await using var app = await DocumentedApp.StartWithAsync(
            schemes =>
            {
                schemes.Services.AddProblemDetails();
                schemes.AddVk(configure: options => options.WriteProblemDetails = true);
            },
            MapAll,
            options =>
            {
                options.OpenApiVersion = OpenApiSpecVersion.OpenApi3_0;
                options.AddMiniAppSecurity();
            });
        var error = JsonNode.Parse((await app.DescribeAsync()).PropertyOf("MiniAppProblemDetails", "error")!)!;

        Assert.Equal("invalid_token", (string?)error["x-extensible-enum"]![0]);
        Assert.True((bool)error["nullable"]!);
        Assert.Null(error["enum"]);
    }

    [Fact]
    public async Task Endpoint_that_reads_its_body_answers_bodies_that_can_not_be_read()
    {
        await using var app = await StartAsync(map: app => app.MapPost("/body", () => "hello").RequireAuthorization().TakeLaunchFromBody("launch"));
        var document = await app.DescribeAsync();

        Assert.Equal("200 401 400 413 415", document.StatusesOf("/body", "post"));
        Assert.Equal(
            $$"""{"description":"Unsupported Media Type","content":{{ProblemContent}}}""", document.ResponseOf("/body", 415, "post"));
        Assert.Equal(415, await app.PostTextAsync("/body"));
    }

    [Fact]
    public async Task Store_that_may_be_away_is_an_answer_503()
    {
        await using var away = await StartAsync(map: app => app.MapGet("/once", () => "hello").RequireAuthorization().RequireUnusedLaunch());
        await using var shared = await DocumentedApp.StartWithAsync(
            schemes => schemes.AddVk().Services.AddSingleton<IRevocationStore, AbsentStore>(), MapAll);
        var once = await away.DescribeAsync();

        const string header = """{"Retry-After":{"description":"In how many seconds the request may be repeated.","schema":{"type":"integer","format":"int32"}}}""";
        Assert.Equal($$"""{"description":"Service Unavailable","headers":{{header}},"content":{{ProblemContent}}}""", once.ResponseOf("/once", 503));
        Assert.Equal($$"""{"description":"Service Unavailable","headers":{{header}}}""", (await shared.DescribeAsync()).ResponseOf("/user", 503));
    }

    [Theory]
    [InlineData(LaunchUse.Bind, "200 401 403 400 503", true)]
    [InlineData(LaunchUse.Once, "200 401 403 503", null)]
    [InlineData(LaunchUse.ReportOnly, "200 401 403", false)]
    public async Task Operation_that_uses_its_launch_has_the_header_that_binds_it_to_the_page(LaunchUse use, string statuses, bool? isRequired)
    {
        await using var app = await DocumentedApp.StartWithAsync(
            schemes => schemes.AddVk().Services.Configure<LaunchLedgerOptions>(options => options.Use = use),
            app => app.MapPost("/pay", () => "hello").RequireAuthorization().RequireUnusedLaunch());
        var document = await app.DescribeAsync();
        var header = JsonNode.Parse(document.ParametersOf("/pay", "post") ?? "[]")!.AsArray().SingleOrDefault();

        Assert.Equal(statuses, document.StatusesOf("/pay", "post"));
        Assert.Equal(
            isRequired is { } required ? ("Launch-Binding", "header", required, 16, 128) : default,
            header is null ? default : ((string?)header["name"], (string?)header["in"], (bool?)header["required"] ?? false, (int)header["schema"]!["minLength"]!, (int)header["schema"]!["maxLength"]!));
    }

    [Fact]
    public async Task Parameter_that_the_application_describes_stays_as_it_is()
    {
        await using var app = await StartAsync(map: app => app
            .MapPost("/pay", ([FromHeader(Name = "launch-binding")] string binding) => binding).RequireAuthorization().RequireUnusedLaunch());

        Assert.Single(JsonNode.Parse((await app.DescribeAsync()).ParametersOf("/pay", "post")!)!.AsArray());
    }

    [Theory]
    [InlineData("/guarded", Both, null, Vk)]
    [InlineData("/anonymous", Both, Both, Both)]
    [InlineData("/bare", Both, Both, Both)]
    [InlineData("/taken", Vk, Vk, Vk)]
    [InlineData("/taken-by-anybody", Vk, Vk, Vk)]
    public async Task Operation_that_uses_its_launch_takes_no_session_and_any_launch_where_nobody_says_whose(
        string path, string besideSessions, string? withoutDefault, string? withVkAsDefault)
    {
        await using var beside = await DocumentedApp.StartWithAsync(schemes => schemes.AddVk().AddTelegram().AddMiniAppSessions(), MapUsing);
        await using var without = await DocumentedApp.StartWithAsync(schemes => schemes.AddVk().AddTelegram(), MapUsing);
        await using var vk = await DocumentedApp.StartWithAsync(
            schemes =>
            {
                schemes.AddVk().AddTelegram();
                schemes.Services.Configure<AuthenticationOptions>(options => options.DefaultScheme = "VkMiniApp");
            },
            MapUsing);

        Assert.Equal(
            (besideSessions, withoutDefault, withVkAsDefault),
            ((await beside.DescribeAsync()).SecurityOf(path), (await without.DescribeAsync()).SecurityOf(path), (await vk.DescribeAsync()).SecurityOf(path)));
    }

    [Fact]
    public async Task Operation_that_nobody_can_meet_is_not_open()
    {
        await using var app = await DocumentedApp.StartWithAsync(
            schemes => schemes.AddVk().AddTelegram().AddMiniAppSessions(),
            app => app.MapGet("/contradiction", () => "hello").RequireMiniAppSession().RequireUnusedLaunch());

        Assert.Equal("""[{"MiniAppSession":[]}]""", (await app.DescribeAsync()).SecurityOf("/contradiction"));
    }

    [Fact]
    public async Task Session_whose_keys_may_be_away_is_an_answer_503()
    {
        await using var app = await DocumentedApp.StartWithAsync(schemes => schemes.AddVk().AddMiniAppSessions(), app =>
        {
            app.MapGet("/either", () => "hello").RequireAuthorization();
            app.MapGet("/launch", () => "hello").RequireMiniAppLaunch();
        });
        var document = await app.DescribeAsync();

        Assert.Equal("503", document.StatusesOf("/either").Split(' ')[^1]);
        Assert.DoesNotContain("503", document.StatusesOf("/launch"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ledger_that_lets_launches_pass_while_it_is_away_answers_no_503()
    {
        await using var app = await DocumentedApp.StartWithAsync(
            schemes => schemes.AddVk().Services.Configure<LaunchLedgerOptions>(options => options.OnUnavailable = LedgerUnavailableBehavior.Accept),
            app => app.MapGet("/once", () => "hello").RequireAuthorization().RequireUnusedLaunch());

        Assert.DoesNotContain("503", (await app.DescribeAsync()).StatusesOf("/once"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/a", "/b")]
    [InlineData("/b", "/a")]
    public async Task Problems_of_the_application_have_no_members_of_ours(string own, string ours)
    {
        await using var app = await StartAsync(options => options.WriteProblemDetails = true, app =>
        {
            app.MapGet(own, () => "hello").ProducesProblem(404);
            app.MapGet(ours, () => "hello").RequireAuthorization();
        });
        var document = await app.DescribeAsync();

        Assert.Equal(
            ProblemContent.Replace("MiniApp", "", StringComparison.Ordinal), JsonNode.Parse(document.ResponseOf(own, 404)!)!["content"]!.ToJsonString());
        Assert.Equal(["type", "title", "status", "detail", "instance"], document.PropertiesOf("ProblemDetails"), StringComparer.Ordinal);
        Assert.Equal(
            $$"""{"description":"Unauthorized","headers":{{Challenge}},"content":{{ProblemContent}}}""",
            document.ResponseOf(ours, 401));
    }

    [Fact]
    public async Task Answers_that_the_application_describes_stay_as_they_are()
    {
        await using var app = await StartAsync(map: app => app.MapGet("/own", () => "hello")
            .RequireAuthorization(policy => policy.RequireVkUser(42))
            .Produces<string>(401)
            .Produces<string>(403));
        var document = await app.DescribeAsync();

        Assert.Equal(
            """{"description":"Unauthorized","content":{"application/json":{"schema":{"type":"string"}}}}""", document.ResponseOf("/own", 401));
        Assert.Equal(
            """{"description":"Forbidden","content":{"application/json":{"schema":{"type":"string"}}}}""", document.ResponseOf("/own", 403));
    }

    private static void MapUsing(WebApplication app)
    {
        app.MapGet("/guarded", () => "hello").RequireAuthorization().RequireUnusedLaunch();
        app.MapGet("/anonymous", () => "hello").AllowAnonymous().RequireUnusedLaunch();
        app.MapGet("/bare", () => "hello").RequireUnusedLaunch();
        app.MapGet("/taken", (VkLaunchParams launch) => launch.AppId).RequireUnusedLaunch();
        app.MapGet("/taken-by-anybody", (VkLaunchParams launch) => launch.AppId).AllowAnonymous().RequireUnusedLaunch();
    }

    private static Task<DocumentedApp> StartAsync(Action<VkMiniAppOptions>? configure = null, Action<WebApplication>? map = null) =>
        DocumentedApp.StartAsync(
            services =>
            {
                services.AddProblemDetails();
                services.AddAuthorization();
                services.AddAuthentication().AddVk(configure: configure);
            },
            map ?? MapAll);

    private static void MapAll(WebApplication app)
    {
        app.MapGet("/open", () => "hello");
        app.MapGet("/user", () => "hello").RequireAuthorization();
        app.MapGet("/demanding", () => "hello").RequireAuthorization(policy => policy.RequireVkUser(42));
        app.MapGet("/demanding-by-attribute", [RequireVkUser(42)] () => "hello");
    }
}
