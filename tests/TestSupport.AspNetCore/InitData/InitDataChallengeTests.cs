namespace TestSupport;

/// <summary>What a client that was turned away learns.</summary>
/// <typeparam name="TPlatform">The platform.</typeparam>
public abstract class InitDataChallengeTests<TPlatform> : InitDataSchemeTests<TPlatform>
    where TPlatform : IInitDataPlatform
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Request_without_credentials_is_asked_for_some_by_the_platforms_word_without_an_error(bool details)
    {
        await using var app = await StartAsync(options =>
        {
            options.IncludeErrorDetails = details;
            TPlatform.AcceptBearer(options);
        });

        await AssertNoCredentialsAsync(app);
    }

    [Theory]
    [MemberData(nameof(TestInitData.Reasons), MemberType = typeof(TestInitData))]
    public async Task Only_expired_init_data_is_explained_by_default(string failure)
    {
        await using var app = await StartAsync();
        var reply = await app.GetAsync("/me", Refused(failure));
        var explanation = failure == "Expired" ? ", error_description=\"The init data has expired\", reason=\"expired\"" : "";

        Assert.Equal((401, ""), (reply.Status, reply.Body));
        Assert.Equal([$"{TPlatform.Word} error=\"invalid_token\"{explanation}"], reply.Challenges);
    }

    [Theory]
    [MemberData(nameof(TestInitData.Reasons), MemberType = typeof(TestInitData))]
    public async Task Every_reason_is_explained_where_the_options_allow_it(string failure)
    {
        await using var app = await StartAsync(options => options.IncludeErrorDetails = true);
        var reply = await app.GetAsync("/me", Refused(failure));

        Assert.Equal((401, ""), (reply.Status, reply.Body));
        var reason = failure == "Expired" ? ", reason=\"expired\"" : "";
        Assert.Equal(
            [$"{TPlatform.Word} error=\"invalid_token\", error_description=\"{TestInitData.RefusalOf(failure).Message}\"{reason}"],
            reply.Challenges);
    }

    [Fact]
    public async Task Signed_in_user_whom_a_policy_denies_is_forbidden_without_a_challenge()
    {
        await using var app = await StartAsync();
        var reply = await app.GetAsync("/staff", Good());

        Assert.Equal((403, ""), (reply.Status, reply.Body));
        Assert.Empty(reply.Challenges);
    }

    [Fact]
    public async Task Refused_init_data_does_not_close_what_is_open_to_everyone()
    {
        await using var app = await StartAsync();
        var reply = await app.GetAsync("/open", Header("x"));

        Assert.Equal((200, "open"), (reply.Status, reply.Body));
    }

    [Fact]
    public async Task Answers_never_repeat_init_data_a_proof_or_a_secret()
    {
        await using var app = await StartAsync(options => options.IncludeErrorDetails = true);
        using var client = app.CreateClient();

        foreach (var failure in TestInitData.Failures)
        {
            var header = Refused(failure);
            using var request = new HttpRequestMessage(HttpMethod.Get, new Uri("/me", UriKind.Relative));
            Assert.True(request.Headers.TryAddWithoutValidation("Authorization", header));
            using var response = await client.SendAsync(request);
            var body = await response.Content.ReadAsStringAsync();
            var answer = $"{response.ReasonPhrase} {response.Headers} {response.Content.Headers} {body}";

            foreach (var part in new[] { header[^12..], header[4..16], TestInitData.SecretPart, "hash=", "42", "first_name" })
            {
                Assert.DoesNotContain(part, answer, StringComparison.OrdinalIgnoreCase);
            }
        }
    }
}
