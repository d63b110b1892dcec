using System.Text;

namespace VkMiniApp.AspNetCore.Tests;

/// <summary>Which requests carry a launch, and where in the header it stands.</summary>
public class AuthorizationHeaderTests
{
    private const string InvalidToken = "Bearer error=\"invalid_token\"";

    [Theory]
    [InlineData("Bearer ")]
    [InlineData("bearer ")]
    [InlineData("BEARER ")]
    [InlineData("VK ")]
    [InlineData("vk ")]
    [InlineData("Vk ")]
    [InlineData("Bearer    ")]
    [InlineData("VK  ")]
    public async Task Token_is_read_behind_either_word_in_any_case_and_any_number_of_spaces(string word)
    {
        await using var app = await TestApp.StartAsync();

        Assert.Equal(new { Status = 200, Body = "42" }, await StatusAndBodyAsync(app, word + TestLaunch.Token()));
        Assert.Equal(new { Status = 200, Body = "42" }, await StatusAndBodyAsync(app, word + TestLaunch.Query() + "  "));
    }

    [Theory]
    [InlineData("Basic {0}")]
    [InlineData("Digest {0}")]
    [InlineData("{0}")]
    [InlineData("Bearer{0}")]
    [InlineData("VK{0}")]
    [InlineData("Bearer\t{0}")]
    [InlineData("Bearer,{0}")]
    [InlineData(" Bearer {0}")]
    [InlineData("VKMiniApp {0}")]
    [InlineData("V {0}")]
    [InlineData("")]
    [InlineData(" ")]
    public async Task Other_credentials_are_none_of_this_scheme(string header)
    {
        await using var app = await TestApp.StartAsync();
        var value = string.Format(null, CompositeFormat.Parse(header), TestLaunch.Token());

        Assert.True((await app.AuthenticateAsync(value)).None);
        await AssertChallengedAsync(app, "Bearer", value);
    }

    [Fact]
    public async Task Request_without_the_header_has_no_credentials()
    {
        await using var app = await TestApp.StartAsync();

        Assert.True((await app.AuthenticateAsync()).None);
        await AssertChallengedAsync(app, "Bearer");
    }

    [Theory]
    [InlineData("Bearer eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiI0MiJ9.c2lnbg")]
    [InlineData("Bearer e_-.e30.")]
    [InlineData("Bearer eyJ.a2V5.aXY.dGV4dA.dGFn")]
    [InlineData("Bearer eyJ..aXY.dGV4dA.dGFn")]
    public async Task Token_in_the_shape_of_a_jwt_is_left_to_another_scheme(string header)
    {
        await using var app = await TestApp.StartAsync();

        Assert.True((await app.AuthenticateAsync(header)).None);
        await AssertChallengedAsync(app, "Bearer", header);
    }

    [Theory]
    [InlineData("Bearer eyJ")]
    [InlineData("Bearer eyJ.e30")]
    [InlineData("Bearer eyJ.e30.c2.aXY")]
    [InlineData("Bearer a.b.c.d.e.f")]
    [InlineData("Bearer a.b.c=")]
    [InlineData("Bearer a.b c.d")]
    [InlineData("Bearer ä.b.c")]
    public async Task Token_in_almost_the_shape_of_a_jwt_is_refused(string header)
    {
        await using var app = await TestApp.StartAsync();

        Assert.Equal(VkLaunchFailure.Malformed, await FailureAsync(app, header));
        await AssertChallengedAsync(app, InvalidToken, header);
    }

    [Theory]
    [InlineData("Bearer")]
    [InlineData("bearer")]
    [InlineData("VK")]
    [InlineData("Bearer ")]
    [InlineData("VK    ")]
    public async Task Word_without_a_token_is_an_invalid_token(string header)
    {
        await using var app = await TestApp.StartAsync();

        Assert.Equal(VkLaunchFailure.Malformed, await FailureAsync(app, header));
        await AssertChallengedAsync(app, InvalidToken, header);
    }

    [Fact]
    public async Task Two_headers_are_refused_whatever_they_hold()
    {
        await using var app = await TestApp.StartAsync();
        var good = "Bearer " + TestLaunch.Token();

        foreach (var headers in new string[][] { [good, good], [good, "Bearer x"], ["Basic x", good], [good, ""], ["Basic x", "Basic y"] })
        {
            Assert.Equal(VkLaunchFailure.Malformed, await FailureAsync(app, headers));
            await AssertChallengedAsync(app, InvalidToken, headers);
        }
    }

    [Fact]
    public async Task Two_headers_that_a_proxy_has_joined_are_refused()
    {
        await using var app = await TestApp.StartAsync();
        var good = "Bearer " + TestLaunch.Token();

        Assert.Equal(VkLaunchFailure.Malformed, await FailureAsync(app, $"{good},{good}"));
        Assert.Equal(VkLaunchFailure.Malformed, await FailureAsync(app, $"{good}, {good}"));
    }

    [Fact]
    public async Task Letters_of_the_word_inside_the_token_stay_there()
    {
        await using var app = await TestApp.StartAsync();
        var base64 = Enumerable.Range(1, 10_000)
            .Select(user => TestLaunch.Token(user))
            .First(token => token.Contains("VK", StringComparison.Ordinal));

        // The other word is base64 of no valid UTF-8, wherever it begins, so only a plain query can hold it.
        var query = TestLaunch.Query(new VkLaunchParamsDescriptor { UserId = 42, Ref = "Bearer bearer VK Bearer" });

        Assert.Equal(200, (await app.GetAsync("/me", "VK " + base64)).Status);
        Assert.Equal(200, (await app.GetAsync("/me", "Bearer " + query)).Status);
    }

    [Fact]
    public async Task Token_from_the_raw_query_of_the_page_is_accepted_with_its_question_mark()
    {
        await using var app = await TestApp.StartAsync();
        var query = "?" + TestLaunch.Query();

        Assert.Equal("42", (await app.GetAsync("/me", "Bearer " + query)).Body);
        Assert.Equal("42", (await app.GetAsync("/me", "VK " + Convert.ToBase64String(Encoding.ASCII.GetBytes(query)))).Body);
    }

    private static async Task<object> StatusAndBodyAsync(TestApp app, string header)
    {
        var reply = await app.GetAsync("/me", header);
        return new { reply.Status, reply.Body };
    }

    private static async Task<VkLaunchFailure> FailureAsync(TestApp app, params string[] headers) =>
        Assert.IsType<VkLaunchFailure>(Assert.IsAssignableFrom<MiniAppException>((await app.AuthenticateAsync(headers)).Failure).Failure);

    private static async Task AssertChallengedAsync(TestApp app, string challenge, params string[] headers)
    {
        var reply = await app.GetAsync("/me", headers);

        Assert.Equal(401, reply.Status);
        Assert.Equal([challenge], reply.Challenges);
    }
}
