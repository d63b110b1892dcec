using MiniApp.Testing;
using VkMiniApp.AspNetCore;

namespace VkMiniApp.Testing;

/// <summary>
/// A launch in VK to test with, good or bad. It is not a token yet: one is made from it with the settings of a scheme of the host under
/// test, and by that scheme's clock. It never changes: every method makes another launch, so one may serve many tests.
/// </summary>
public sealed class VkTestLaunch : TestLaunch<VkTestLaunch, VkMiniAppOptions>
{
    private const long AnyGroup = 1;

    private readonly VkLaunchParamsDescriptor _launch;
    private Func<VkMiniAppOptions, long> _appId = VkTestKeys.DefaultApp;
    private string? _secret;

    /// <summary>A good launch.</summary>
    /// <param name="userId">The user's id.</param>
    /// <param name="role">The user's role in the community that the app was opened from.</param>
    /// <param name="groupId">That community; where a role is given, 1 unless said otherwise.</param>
    public VkTestLaunch(long userId, VkGroupRole? role = null, long? groupId = null)
        : this(new VkLaunchParamsDescriptor
        {
            UserId = userId,
            GroupId = groupId ?? (role is null ? null : AnyGroup),
            ViewerGroupRole = role,
        })
    {
    }

    /// <summary>A launch with these parameters.</summary>
    /// <param name="launch">The parameters. Without a time, it is signed by the clock of the scheme under test.</param>
    /// <exception cref="ArgumentNullException"><paramref name="launch"/> is <see langword="null"/>.</exception>
    public VkTestLaunch(VkLaunchParamsDescriptor launch)
        : base(launch?.Timestamp)
    {
        ArgumentNullException.ThrowIfNull(launch);
        _launch = launch;
    }

    /// <summary>Refused because nobody is signed in to VK: the user's id is 0.</summary>
    public static VkTestLaunch WithoutUser { get; } = new(userId: 0);

    /// <summary>Of this app, with the newest of its keys: for a scheme that knows several.</summary>
    /// <param name="appId">The app's id. A launch of one that the scheme does not know is refused.</param>
    /// <remarks>Without it, a launch is of the scheme's <see cref="VkMiniAppOptions.AppId"/>, or else of the first app that was added.</remarks>
    public VkTestLaunch OfApp(long appId) => With(launch => launch._appId = _ => appId);

    /// <summary>Refused because it is of an app that the scheme does not know, though the key is one of the scheme's.</summary>
    public VkTestLaunch OfAnotherApp() => With(launch => launch._appId = VkTestKeys.UnknownApp);

    /// <summary>Signed with this key: an older one of the app's, or one that is not the app's at all.</summary>
    /// <param name="secret">The key.</param>
    /// <exception cref="ArgumentException"><paramref name="secret"/> is empty or white space.</exception>
    public VkTestLaunch SignedBy(string secret)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(secret);

        return With(launch => launch._secret = secret);
    }

    /// <inheritdoc/>
    public override VkTestLaunch Forged() => SignedBy("no key of the app");

    private protected override string Sign(VkMiniAppOptions options, TimeProvider clock)
    {
        var appId = _appId(options);
        return new VkLaunchParamsSigner(appId, _secret ?? VkTestKeys.SecretOf(appId, options), clock).SignQuery(_launch);
    }
}
