using System.Runtime.CompilerServices;
using System.Security.Claims;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using ShopMiniApp.AspNetCore;

namespace MiniApp.AspNetCore.Tests;

/// <summary>A platform that a stranger wrote: it needs little, nothing that is internal, and its page tells the truth.</summary>
public sealed class ShopMiniAppTests
{
    private static readonly string Root = FindRoot();

    private static readonly ShopScheme Shop = new();

    public static TheoryData<int> Blocks => [.. Enumerable.Range(0, ReadBlocks().Count)];

    [Fact]
    public void Platform_takes_at_most_two_hundred_lines_and_no_internals()
    {
        Assert.InRange(Sources().Sum(file => File.ReadLines(file).Count()), 1, 200);
        Assert.DoesNotContain(
            typeof(MiniAppOptions).Assembly.GetCustomAttributes(typeof(InternalsVisibleToAttribute), inherit: false),
            friend => ((InternalsVisibleToAttribute)friend).AssemblyName.Contains("Shop", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Blocks))]
    public void Block_of_the_page_stands_so_in_the_source(int block)
    {
        var text = Normalize(ReadBlocks()[block]);

        Assert.Contains(
            Sources().Append(Path.Combine(Root, "tests/MiniApp.AspNetCore.Tests/Registration/ShopMiniAppTests.cs")),
            file => Normalize(File.ReadAllText(file)).Contains(text, StringComparison.Ordinal));
    }

    [Fact]
    public void Page_shows_the_options_the_handler_and_the_extensions()
    {
        var page = Normalize(string.Join('\n', ReadBlocks()));

        Assert.All(
            ["ShopLaunch.cs", "ShopMiniAppOptions.cs", "ShopMiniAppHandler.cs"],
            file => Assert.Contains(Normalize(File.ReadAllText(Path.Combine(Root, "tests/ShopMiniApp", file))), page, StringComparison.Ordinal));
        var extensions = File.ReadAllText(Path.Combine(Root, "tests/ShopMiniApp/ShopMiniAppExtensions.cs"));
        Assert.Contains(Normalize(extensions[extensions.IndexOf("public static class", StringComparison.Ordinal)..]), page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(new[] { 7L }, true)]
    [InlineData(new[] { 1L, 7L }, true)]
    [InlineData(new[] { 8L }, false)]
    public async Task Policy_lets_in_the_customers_of_the_shops_that_it_names(long[] shops, bool isMet)
    {
        await using var app = await Shop.StartAsync();
        var user = await app.SignInByHeaderAsync(Shop.Header(Shop.Good()));
        var policy = new AuthorizationPolicyBuilder().RequireShop(shops).Build();

        var result = await app.Services.GetRequiredService<IAuthorizationService>().AuthorizeAsync(user, null, policy);

        Assert.Equal(isMet, result.Succeeded);
        Assert.Equal(isMet ? null : "The shop must be 8.", result.Failure?.FailedRequirements.Single().ToString());
    }

    [Fact]
    public async Task Application_is_written_like_one_for_any_other_platform()
    {
        await using var app = await TestApp.StartWithAsync(
            builder =>
            {
                builder.Configuration["Authentication:Schemes:ShopMiniApp:Secret"] = "secret";
                builder.Services.AddAuthentication().AddShopMiniApp();
                builder.Services.AddAuthorizationBuilder().AddPolicy("shop 7", policy => policy.RequireShop(7));
            },
            app =>
            {
                app.MapGet("/hello", (ClaimsPrincipal user) => $"Hello, {user.GetShopUserId()}!").RequireAuthorization("shop 7");
                app.MapGet("/launch", (ShopLaunch launch) => launch.ShopId).RequireAuthorization();
            });
        var header = Shop.Header(Shop.SignedBy("secret"));

        Assert.Equal((200, "Hello, 42!"), await AskAsync(app, "/hello", header));
        Assert.Equal((200, "7"), await AskAsync(app, "/launch", header));
        Assert.Equal((401, ""), await AskAsync(app, "/hello", Shop.Header(Shop.Forged())));
    }

    private static async Task<(int Status, string Body)> AskAsync(TestApp app, string path, string header)
    {
        var reply = await app.GetAsync(path, header);
        return (reply.Status, reply.Body);
    }

    private static string[] Sources() => Directory.GetFiles(Path.Combine(Root, "tests/ShopMiniApp"), "*.cs");

    /// <summary>The page's blocks of C#. They are marked <c>cs</c>: each is a part of the project, and none compiles alone.</summary>
    private static List<string> ReadBlocks() =>
    [
        .. File.ReadAllText(Path.Combine(Root, "docs/own-platform.md")).ReplaceLineEndings("\n")
            .Split("```cs\n").Skip(1).Select(part => part[..part.IndexOf("```", StringComparison.Ordinal)]),
    ];

    /// <summary>A text without its indentation and empty lines, which a page may have otherwise.</summary>
    private static string Normalize(string text) =>
        string.Join('\n', text.Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0));

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!Directory.Exists(Path.Combine(folder.FullName, "tests", "ShopMiniApp")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("The tests don't run inside the repository.");
        }

        return folder.FullName;
    }
}
