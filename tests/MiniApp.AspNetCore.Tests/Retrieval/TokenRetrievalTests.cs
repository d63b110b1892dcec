using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace MiniApp.AspNetCore.Tests;

/// <summary>The places that a token retriever is composed of, with a real launch of each platform and by themselves.</summary>
public class TokenRetrievalTests
{
    private const string Accepted = "accepted";
    private const string None = "none";
    private const string Unusable = nameof(MiniAppMalformedException);

    public static TheoryData<string> Platforms => PlatformScheme.Names;

    [Theory]
    [MemberData(nameof(Platforms))]
    public async Task Header_of_another_name_is_read_in_place_of_the_usual_one(string name)
    {
        var platform = PlatformScheme.Of(name);
        await using var app = await StartAsync(platform, TokenRetrieval.FromHeader("X-Launch-Params", "X-Init-Data"));
        var (good, forged) = (platform.Good(), platform.Forged());

        Assert.Equal(Accepted, await VerdictAsync(app, ("x-launch-params", good)));
        Assert.Equal(Accepted, await VerdictAsync(app, ("X-INIT-DATA", good)));
        Assert.Equal(Accepted, await VerdictAsync(app, ("X-Init-Data", forged), ("X-Launch-Params", good)));
        Assert.Equal(nameof(MiniAppInvalidSignatureException), await VerdictAsync(app, ("X-Init-Data", good), ("X-Launch-Params", forged)));
        Assert.Equal(Unusable, await VerdictAsync(app, ("X-Launch-Params", new([good, good]))));
        Assert.Equal(Unusable, await VerdictAsync(app, ("X-Launch-Params", new([good, ""])), ("X-Init-Data", good)));
        Assert.Equal(platform.HasEmptyTokens ? None : Unusable, await VerdictAsync(app, ("X-Launch-Params", "")));
        Assert.Equal(None, await VerdictAsync(app, ("Authorization", platform.Header(good)), ("X-Launch-Param", good)));
    }

    [Theory]
    [MemberData(nameof(Platforms))]
    public async Task Word_of_the_authorization_header_may_be_another_one(string name)
    {
        var platform = PlatformScheme.Of(name);
        await using var app = await StartAsync(platform, TokenRetrieval.FromAuthorizationHeader("Launch", "Mini-App"));
        var good = platform.Good();

        Assert.Equal(Accepted, await VerdictAsync(app, ("Authorization", "launch " + good)));
        Assert.Equal(Accepted, await VerdictAsync(app, ("Authorization", "Mini-App " + good)));
        Assert.Equal(None, await VerdictAsync(app, ("Authorization", platform.Header(good))));
        Assert.Equal(None, await VerdictAsync(app, ("Authorization", good)));
        Assert.Equal(None, await VerdictAsync(app));
        Assert.Equal(Unusable, await VerdictAsync(app, ("Authorization", new(["Launch " + good, "Launch " + good]))));
    }

    [Theory]
    [MemberData(nameof(Platforms))]
    public async Task Bare_header_is_a_token_unless_a_word_stands_before_it(string name)
    {
        var platform = PlatformScheme.Of(name);
        await using var app = await StartAsync(platform, TokenRetrieval.FromBareAuthorizationHeader());
        var good = platform.Good();

        Assert.Equal(Accepted, await VerdictAsync(app, ("Authorization", good)));
        Assert.Equal(nameof(MiniAppInvalidSignatureException), await VerdictAsync(app, ("Authorization", platform.Forged())));
        Assert.Equal(None, await VerdictAsync(app, ("Authorization", "")));
        Assert.Equal(None, await VerdictAsync(app));
        Assert.Equal(Unusable, await VerdictAsync(app, ("Authorization", new([good, good]))));
        foreach (var word in new[] { platform.AuthScheme, "Bearer", "Basic", "DPoP", "x", "AWS4-HMAC-SHA256", "!#$%&'*+-.^_`|~" })
        {
            Assert.Equal(None, await VerdictAsync(app, ("Authorization", $"{word} {good}")));
            Assert.Equal(None, await VerdictAsync(app, ("Authorization", $"{word} ")));
        }
    }

    [Theory]
    [MemberData(nameof(Platforms))]
    public async Task Query_is_read_on_its_paths_alone(string name)
    {
        var platform = PlatformScheme.Of(name);
        await using var app = await StartAsync(platform, TokenRetrieval.FromQuery("access_token", "/me"));
        var (query, forged) = (QueryString.Create("access_token", platform.Good()), QueryString.Create("access_token", platform.Forged()));

        Assert.Equal(200, (await app.GetAsync("/me", context => context.Request.QueryString = query)).Status);
        Assert.Equal(401, (await app.GetAsync("/staff", context => context.Request.QueryString = query)).Status);
        Assert.Equal(401, (await app.GetAsync("/me", context => context.Request.QueryString = forged)).Status);
        Assert.Equal(401, (await app.GetAsync("/me", context => context.Request.QueryString = query + query)).Status);
        Assert.Equal(401, (await app.GetAsync("/me", platform.Header(platform.Good()))).Status);
    }

    [Theory]
    [MemberData(nameof(Platforms))]
    public async Task First_place_that_has_a_token_counts_even_if_the_token_is_bad(string name)
    {
        var platform = PlatformScheme.Of(name);
        await using var app = await StartAsync(platform, TokenRetrieval.FirstOf(
            TokenRetrieval.FromHeader("X-Launch-Params"),
            TokenRetrieval.FromAuthorizationHeader(platform.AuthScheme),
            TokenRetrieval.FromBareAuthorizationHeader()));
        var (good, forged) = (platform.Good(), platform.Forged());

        Assert.Equal(Accepted, await VerdictAsync(app, ("X-Launch-Params", good), ("Authorization", platform.Header(forged))));
        Assert.Equal(Accepted, await VerdictAsync(app, ("Authorization", platform.Header(good))));
        Assert.Equal(Accepted, await VerdictAsync(app, ("Authorization", good)));
        Assert.Equal(nameof(MiniAppInvalidSignatureException), await VerdictAsync(app, ("X-Launch-Params", forged), ("Authorization", good)));
        Assert.Equal(None, await VerdictAsync(app, ("Authorization", "Basic " + good)));
    }

    [Theory]
    [InlineData("/hubs", true)]
    [InlineData("/hubs/", true)]
    [InlineData("/hubs/chat", true)]
    [InlineData("/hubs/chat/negotiate", true)]
    [InlineData("/HUBS/Chat", true)]
    [InlineData("/ws/live", true)]
    [InlineData("/ws/live/1", true)]
    [InlineData("/hubsx", false)]
    [InlineData("/hubs2/chat", false)]
    [InlineData("/hubs%2Fchat", false)]
    [InlineData("/hubs.chat", false)]
    [InlineData("/hub", false)]
    [InlineData("/ws", false)]
    [InlineData("/ws/liver", false)]
    [InlineData("/api/hubs", false)]
    [InlineData("//hubs", false)]
    [InlineData("/", false)]
    [InlineData("", false)]
    public void Path_is_below_one_of_the_paths_by_whole_segments(string path, bool isBelow)
    {
        foreach (var paths in new string[][] { ["/hubs", "/ws/live"], ["/hubs/", "/ws/live/"] })
        {
            var retriever = TokenRetrieval.FromQuery("access_token", paths);

            Assert.Equal(isBelow ? "token" : null, retriever(Request(path, "?access_token=token")));
            Assert.Equal(isBelow ? "token" : null, retriever(Request(path, "?access_token=token", pathBase: "/app")));
            Assert.Null(retriever(Request("/other" + path, "?access_token=token", pathBase: "/hubs")));
        }

        Assert.Equal("token", TokenRetrieval.FromQuery("access_token", "/")(Request(path, "?access_token=token")));
    }

    [Theory]
    [InlineData("", null)]
    [InlineData("?", null)]
    [InlineData("?token=a", null)]
    [InlineData("?access_token", "")]
    [InlineData("?access_token=", "")]
    [InlineData("?access_token=a", "a")]
    [InlineData("?ACCESS_TOKEN=a", "a")]
    [InlineData("?access_token=vk_a%3D1%26vk_b%3D2", "vk_a=1&vk_b=2")]
    [InlineData("?access_token=a&access_token=a", " ")]
    [InlineData("?access_token=a&ACCESS_TOKEN=b", " ")]
    [InlineData("?access_token=a&access_token=", " ")]
    [InlineData("?access_token=%zz%", "%zz%")]
    public void Value_of_the_query_is_decoded_and_there_is_one(string query, string? token) =>
        Assert.Equal(token, TokenRetrieval.FromQuery("access_token", "/hubs")(Request("/hubs", query)));

    [Fact]
    public void Place_is_not_looked_at_after_one_that_has_a_token()
    {
        var asked = new List<string>();
        Func<HttpRequest, string?> Place(string name, string? token) => _ =>
        {
            asked.Add(name);
            return token;
        };
        var places = new[] { Place("first", null), Place("second", ""), Place("third", "token") };
        var retriever = TokenRetrieval.FirstOf(places);
        places[1] = places[2];

        Assert.Equal("", retriever(Request("/", "")));
        Assert.Equal(["first", "second"], asked);
        Assert.Null(TokenRetrieval.FirstOf(Place("fourth", null))(Request("/", "")));
    }

    [Fact]
    public void Nothing_at_all_is_no_place()
    {
        Assert.Throws<ArgumentException>("authSchemes", () => TokenRetrieval.FromAuthorizationHeader());
        Assert.Throws<ArgumentNullException>("authSchemes", () => TokenRetrieval.FromAuthorizationHeader(null!));
        Assert.Throws<ArgumentException>("names", () => TokenRetrieval.FromHeader());
        Assert.Throws<ArgumentNullException>("names", () => TokenRetrieval.FromHeader(null!));
        Assert.Throws<ArgumentException>("paths", () => TokenRetrieval.FromQuery("access_token"));
        Assert.Throws<ArgumentNullException>("paths", () => TokenRetrieval.FromQuery("access_token", null!));
        Assert.Throws<ArgumentException>("name", () => TokenRetrieval.FromQuery("", "/hubs"));
        Assert.Throws<ArgumentNullException>("name", () => TokenRetrieval.FromQuery(null!, "/hubs"));
        Assert.Throws<ArgumentException>("retrievers", () => TokenRetrieval.FirstOf());
        Assert.Throws<ArgumentException>("retrievers", () => TokenRetrieval.FirstOf(_ => null, null!));
        Assert.Throws<ArgumentNullException>("retrievers", () => TokenRetrieval.FirstOf(null!));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("Bearer ")]
    [InlineData(" Bearer")]
    [InlineData("X-Launch-Params:")]
    [InlineData("VK\r\n")]
    [InlineData("тма")]
    public void Text_that_can_be_no_word_and_no_name_of_a_header_is_refused(string? text)
    {
        Assert.Throws<ArgumentException>("authSchemes", () => TokenRetrieval.FromAuthorizationHeader("Bearer", text!));
        Assert.Throws<ArgumentException>("names", () => TokenRetrieval.FromHeader("X-Launch-Params", text!));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("hubs")]
    [InlineData(" /hubs")]
    [InlineData("https://example.com/hubs")]
    public void Path_without_a_slash_before_it_is_refused(string? path) =>
        Assert.Throws<ArgumentException>("paths", () => TokenRetrieval.FromQuery("access_token", "/ws", path!));

    private static Task<TestApp> StartAsync(PlatformScheme platform, Func<HttpRequest, string?> retriever) =>
        platform.StartAsync(options => options.TokenRetriever = retriever);

    private static async Task<string> VerdictAsync(TestApp app, params (string Name, StringValues Values)[] headers)
    {
        var result = await Backend.AuthenticateAsync(
            app, "", context => Array.ForEach(headers, header => context.Request.Headers[header.Name] = header.Values));
        return result.Succeeded ? Accepted : result.None ? None : result.Failure!.GetType().Name;
    }

    private static HttpRequest Request(string path, string query, string pathBase = "") =>
        new DefaultHttpContext { Request = { PathBase = pathBase, Path = path, QueryString = new QueryString(query) } }.Request;
}
