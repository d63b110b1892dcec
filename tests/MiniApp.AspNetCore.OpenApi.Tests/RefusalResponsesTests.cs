using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using VkMiniApp.AspNetCore;

namespace MiniApp.AspNetCore.OpenApi.Tests;

/// <summary>The answers 401 and 403.</summary>
public class RefusalResponsesTests
{
    private const string Challenge =
        """{"WWW-Authenticate":{"description":"The challenge of RFC 6750: the error, if there were credentials, and what is wrong with them.","schema":{"type":"string"}}}""";

    private const string ProblemContent = """{"application/problem\u002Bjson":{"schema":{"$ref":"#/components/schemas/ProblemDetails"}}}""";

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
            ["type", "title", "status", "detail", "instance"], document.PropertiesOf("ProblemDetails"), StringComparer.Ordinal);
    }

    [Theory]
    [InlineData("/a", "/b")]
    [InlineData("/b", "/a")]
    public async Task Schema_of_problem_details_is_shared_with_the_applications_own(string own, string ours)
    {
        await using var app = await StartAsync(options => options.WriteProblemDetails = true, app =>
        {
            app.MapGet(own, () => "hello").ProducesProblem(404);
            app.MapGet(ours, () => "hello").RequireAuthorization();
        });
        var document = await app.DescribeAsync();

        Assert.Equal(
            $$"""{"description":"Not Found","content":{{ProblemContent}}}""", document.ResponseOf(own, 404));
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
