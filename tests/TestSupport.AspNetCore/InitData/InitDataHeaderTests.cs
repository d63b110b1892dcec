using System.Buffers.Text;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace TestSupport;

/// <summary>Which requests carry init data, and where in the header it stands.</summary>
/// <typeparam name="TPlatform">The platform.</typeparam>
public abstract class InitDataHeaderTests<TPlatform> : InitDataSchemeTests<TPlatform>
    where TPlatform : IInitDataPlatform
{
    [Fact]
    public async Task Init_data_is_read_behind_the_word_in_any_case_and_any_number_of_spaces()
    {
        await using var app = await StartAsync();
        var initData = TestInitData.Sign(TPlatform.BotToken);
        var bytes = Encoding.UTF8.GetBytes(initData);

        var (lower, upper) = (TPlatform.Word, TPlatform.Word.ToUpperInvariant());

        foreach (var word in new[] { lower, upper, upper[..1] + lower[1..] })
        {
            await AssertAcceptedAsync(app, $"{word} {initData}");
            await AssertAcceptedAsync(app, $"{word}    {initData}  ");
            await AssertAcceptedAsync(app, $"{word} {Convert.ToBase64String(bytes)}");
            await AssertAcceptedAsync(app, $"{word}  {Base64Url.EncodeToString(bytes)}");
        }
    }

    [Fact]
    public async Task Bearer_is_another_schemes_word_unless_the_application_opts_in()
    {
        await using var usual = await StartAsync();
        await using var opened = await StartAsync(TPlatform.AcceptBearer);
        var initData = TestInitData.Sign(TPlatform.BotToken);

        await AssertNoCredentialsAsync(usual, "Bearer " + initData);
        await AssertNoCredentialsAsync(usual, "Bearer x");
        await AssertAcceptedAsync(opened, "Bearer " + initData);
        await AssertAcceptedAsync(opened, "bEARER  " + initData);
        await AssertAcceptedAsync(opened, Header(initData));
        await AssertRefusedAsync(opened, "Malformed", "Bearer x");
    }

    [Fact]
    public void Request_has_init_data_behind_either_word_and_behind_no_other()
    {
        var initData = TestInitData.Sign(TPlatform.BotToken);
        var other = TPlatform.IsMax ? "tma" : "max";

        foreach (var (header, hasInitData) in new[]
        {
            ($"{TPlatform.Word} {initData}", true), ($"Bearer {initData}", true), ($"{other} {initData}", false), ("Bearer a.b.c", false), ("", false),
        })
        {
            var request = new DefaultHttpContext().Request;
            request.Headers.Authorization = header;
            Assert.Equal(hasInitData, TPlatform.HasInitData(request));
        }
    }

    [Theory]
    [InlineData("Basic {1}")]
    [InlineData("VK {1}")]
    [InlineData("{1}")]
    [InlineData("{0}{1}")]
    [InlineData("Bearer{1}")]
    [InlineData("{0}\t{1}")]
    [InlineData("{0},{1}")]
    [InlineData(" {0} {1}")]
    [InlineData("{0}x {1}")]
    [InlineData("x{0} {1}")]
    [InlineData("")]
    [InlineData(" ")]
    public async Task Other_credentials_are_none_of_this_scheme(string header)
    {
        await using var usual = await StartAsync();
        await using var opened = await StartAsync(TPlatform.AcceptBearer);
        var value = string.Format(null, CompositeFormat.Parse(header), TPlatform.Word, TestInitData.Sign(TPlatform.BotToken));

        await AssertNoCredentialsAsync(usual, value);
        await AssertNoCredentialsAsync(opened, value);
    }

    [Fact]
    public async Task Request_without_the_header_has_no_credentials()
    {
        await using var app = await StartAsync();

        await AssertNoCredentialsAsync(app);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("     ")]
    public async Task Empty_init_data_is_that_of_a_page_without_credentials(string spaces)
    {
        await using var app = await StartAsync(TPlatform.AcceptBearer);

        await AssertNoCredentialsAsync(app, TPlatform.Word + spaces);
        await AssertNoCredentialsAsync(app, TPlatform.Word.ToUpperInvariant() + spaces);
        await AssertNoCredentialsAsync(app, "Bearer" + spaces);
        Assert.Equal(200, (await app.GetAsync("/open", TPlatform.Word + spaces)).Status);
    }

    [Theory]
    [InlineData("eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiI0MiJ9.c2lnbg")]
    [InlineData("e_-.e30.")]
    [InlineData("eyJ.a2V5.aXY.dGV4dA.dGFn")]
    public async Task Token_in_the_shape_of_a_jwt_is_left_to_another_scheme(string token)
    {
        await using var app = await StartAsync(TPlatform.AcceptBearer);

        await AssertNoCredentialsAsync(app, "Bearer " + token);
    }

    [Theory]
    [InlineData("eyJ")]
    [InlineData("eyJ.e30")]
    [InlineData("eyJ.e30.c2.aXY")]
    [InlineData("a.b.c.d.e.f")]
    [InlineData("a.b.c=")]
    [InlineData("a.b c.d")]
    [InlineData("ä.b.c")]
    public async Task Token_in_almost_the_shape_of_a_jwt_is_refused(string token)
    {
        await using var app = await StartAsync(TPlatform.AcceptBearer);

        await AssertRefusedAsync(app, "Malformed", "Bearer " + token);
        await AssertRefusedAsync(app, "Malformed", Header(token));
    }

    [Fact]
    public async Task Two_headers_are_refused_whatever_they_hold()
    {
        await using var app = await StartAsync();
        string[][] pairs =
        [
            [Good(), Good()], [Good(), Header("x")], ["Basic x", Good()], [Good(), ""], ["Basic x", "Basic y"], [Header(""), Header("")],
        ];

        foreach (var headers in pairs)
        {
            await AssertRefusedAsync(app, "Malformed", headers);
        }
    }

    [Fact]
    public async Task Two_headers_that_a_proxy_has_joined_are_refused()
    {
        await using var app = await StartAsync();

        await AssertRefusedAsync(app, "Malformed", $"{Good()},{Good()}");
        await AssertRefusedAsync(app, "Malformed", $"{Good()}, {Good()}");
    }

    [Fact]
    public async Task Letters_of_the_word_inside_the_init_data_stay_there()
    {
        await using var app = await StartAsync(TPlatform.AcceptBearer);
        var initData = TestInitData.Sign(TPlatform.BotToken, 42, ("start_param", $"{TPlatform.Word} Bearer {TPlatform.Word}"));

        await AssertAcceptedAsync(app, Header(initData));
        await AssertAcceptedAsync(app, "Bearer " + initData);
    }
}
