using MaxMiniApp;
using MaxMiniApp.AspNetCore;
using MiniApp.AspNetCore;

namespace MiniApp.Tool.Platforms;

/// <summary>A scheme of MAX mini apps.</summary>
internal sealed class MaxScheme(string name, MaxMiniAppOptions options, TimeProvider clock) : IScheme
{
    private static readonly InitDataRefusals Refusals = new("MAX", "WebApp", "the bot's token from MAX's platform for partners");

    public string Name => name;

    public MiniAppOptions Options => options;

    public int KeyCount => options.Bots.Sum(tokens => tokens.Count);

    public Verdict Judge(ReadOnlySpan<char> token)
    {
        var result = options.Verifier.Verify(token);
        return result.Succeeded
            ? new Verdict(null, result.InitData.User.Id)
            : new Verdict(Refusals.Of(result.Failure));
    }

    /// <summary>Signs for the first bot: nothing tells MAX's bots apart.</summary>
    public string Sign(LaunchDescriptor launch) =>
        new MaxInitDataSigner(options.Bots[0][0], clock).SignInitData(new MaxInitDataDescriptor
        {
            User = new MaxUser
            {
                Id = launch.UserId,
                FirstName = launch.FirstName ?? "Test",
                Username = launch.Username,
                LanguageCode = launch.Language ?? "ru",
            },
            AuthDate = clock.GetUtcNow() - launch.Age,
            Additional = launch.ToInitDataFields(),
        });
}
