using MaxMiniApp.AspNetCore;
using MiniApp.Testing;

namespace MaxMiniApp.Testing;

/// <summary>
/// A launch in MAX to test with, good or bad. It is not init data yet: it is made from this with the settings of a scheme
/// of the host under test, and by that scheme's clock. It never changes: every method makes another launch, so one may serve many tests.
/// </summary>
public sealed class MaxTestLaunch : TestLaunch<MaxTestLaunch, MaxMiniAppOptions>
{
    private readonly MaxInitDataDescriptor _launch;
    private string? _botToken;

    /// <summary>A good launch.</summary>
    /// <param name="userId">The user's id.</param>
    public MaxTestLaunch(long userId)
        : this(new MaxInitDataDescriptor { User = new MaxUser { Id = userId } })
    {
    }

    /// <summary>A launch with these fields.</summary>
    /// <param name="launch">The fields. Without a time, it is signed by the clock of the scheme under test.</param>
    /// <exception cref="ArgumentNullException"><paramref name="launch"/> is <see langword="null"/>.</exception>
    public MaxTestLaunch(MaxInitDataDescriptor launch)
        : base(launch?.AuthDate)
    {
        ArgumentNullException.ThrowIfNull(launch);
        _launch = launch;
    }

    /// <summary>Refused because it names no user.</summary>
    public static MaxTestLaunch WithoutUser { get; } = new(new MaxInitDataDescriptor { User = null });

    /// <summary>Signed with this token: that of another of the scheme's bots, an older one, or one that belongs to none of them.</summary>
    /// <param name="botToken">The bot's token.</param>
    /// <exception cref="ArgumentException"><paramref name="botToken"/> is empty or holds white space.</exception>
    /// <remarks>
    /// Without it, a launch is signed with the scheme's <see cref="MiniApp.AspNetCore.InitDataMiniAppOptions{T}.BotToken"/>, or else with the newest token of the
    /// first bot that was added.
    /// </remarks>
    public MaxTestLaunch SignedBy(string botToken)
    {
        _ = new MaxInitDataSigner(botToken);

        return With(launch => launch._botToken = botToken);
    }

    /// <inheritdoc/>
    public override MaxTestLaunch Forged() => SignedBy("no-token-of-the-bots");

    private protected override string Sign(MaxMiniAppOptions options, TimeProvider clock) =>
        new MaxInitDataSigner(_botToken ?? options.BotToken ?? options.Bots[0][0], clock).SignInitData(_launch);
}
