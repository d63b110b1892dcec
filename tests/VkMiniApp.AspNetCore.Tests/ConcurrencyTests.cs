namespace VkMiniApp.AspNetCore.Tests;

/// <summary>One host, many requests at once: nobody is taken for somebody else.</summary>
public class ConcurrencyTests
{
    [Fact]
    public async Task Every_answer_names_the_user_of_its_own_request()
    {
        const int Requests = 4000;
        await using var app = await TestApp.StartAsync(options => options.AddApp(99, "another key", "its old key"));
        var wrong = new System.Collections.Concurrent.ConcurrentQueue<string>();

        await Parallel.ForAsync(1, Requests + 1, new ParallelOptions { MaxDegreeOfParallelism = 16 }, async (user, _) =>
        {
            var launch = new VkLaunchParamsDescriptor { UserId = user, Ref = new string('r', user % 200) };
            var (token, expected) = (user % 5) switch
            {
                0 => (TestLaunch.Token(launch), (200, $"{user}")),
                1 => (TestLaunch.Token(launch, 99, "its old key"), (200, $"{user}")),
                2 => (TestLaunch.Token(launch, secret: "forged"), (401, "")),
                3 => (TestLaunch.Query(launch), (200, $"{user}")),
                _ => (TestLaunch.Query(launch).Replace("vk_language=ru", "vk_language=en", StringComparison.Ordinal), (401, "")),
            };
            var reply = await app.GetAsync("/me", "Bearer " + token);

            if ((reply.Status, reply.Body) != expected)
            {
                wrong.Enqueue($"{user}: {reply.Status} {reply.Body}");
            }
        });

        Assert.Empty(wrong);
    }
}
