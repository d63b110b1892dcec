using System.Collections.Concurrent;

namespace TestSupport;

/// <summary>One host, many requests at once: nobody is taken for somebody else.</summary>
/// <typeparam name="TPlatform">The platform.</typeparam>
public abstract class InitDataConcurrencyTests<TPlatform> : InitDataSchemeTests<TPlatform>
    where TPlatform : IInitDataPlatform
{
    [Fact]
    public async Task Every_answer_names_the_user_of_its_own_request()
    {
        const int Requests = 4000;
        await using var app = await StartAsync(options => TPlatform.AddBot(options, TPlatform.OtherBotToken));
        var wrong = new ConcurrentQueue<string>();

        await Parallel.ForAsync(1, Requests + 1, new ParallelOptions { MaxDegreeOfParallelism = 16 }, async (user, _) =>
        {
            var (header, expected) = CaseOf(user);
            var reply = await app.GetAsync("/me", header);

            if ((reply.Status, reply.Body) != expected)
            {
                wrong.Enqueue($"{user}: {reply.Status} {reply.Body}");
            }
        });

        Assert.Empty(wrong);
    }

    private static (string Header, (int Status, string Body) Answer) CaseOf(int user)
    {
        (string, string?)[] changes = [("start_param", new string('s', user % 200))];
        var good = TestInitData.Sign(TPlatform.BotToken, user, changes);
        var ofOtherBot = TestInitData.Sign(TPlatform.OtherBotToken, user, changes);
        var forged = TestInitData.Sign(TPlatform.BotToken + "x", user, changes);

        return (user % 6) switch
        {
            0 => (Header(good), (200, Name(user))),
            1 => (Header(ofOtherBot), (200, Name(user))),
            2 => (Header(forged), (401, "")),
            3 => (Header(Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes(good))), (200, Name(user))),
            4 => (TPlatform.Word, (401, "")),
            _ => (Header(good.Replace("first_name", "last_name", StringComparison.Ordinal)), (401, "")),
        };
    }
}
