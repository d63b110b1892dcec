using System.Buffers.Text;
using System.Globalization;
using System.Text;

namespace VkMiniApp;

/// <summary>
/// Signs launch parameters as VK does, with an app's protected key: for tests, samples and development without VK. Safe for use by any
/// number of threads at once.
/// </summary>
public sealed class VkLaunchParamsSigner
{
    private readonly long _appId;
    private readonly AppSignature _signature;
    private readonly TimeProvider _timeProvider;

    /// <summary>A signer for one app.</summary>
    /// <param name="appId">The app's id, above 0.</param>
    /// <param name="secret">The app's protected key.</param>
    /// <param name="timeProvider">The clock for launches that name no time; the system's by default.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="appId"/> is not above 0.</exception>
    /// <exception cref="ArgumentException"><paramref name="secret"/> is empty or white space.</exception>
    public VkLaunchParamsSigner(long appId, string secret, TimeProvider? timeProvider = null)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(appId);
        ArgumentException.ThrowIfNullOrWhiteSpace(secret);

        _appId = appId;
        _signature = new AppSignature([secret]);
        _timeProvider = timeProvider ?? TimeProvider.System;
    }

    /// <summary>The signed query, without a question mark: what a page finds in <c>location.search.slice(1)</c>.</summary>
    /// <param name="launch">The launch to sign.</param>
    /// <exception cref="ArgumentNullException"><paramref name="launch"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">A name of <see cref="VkLaunchParamsDescriptor.Additional"/> lacks the prefix.</exception>
    public string SignQuery(VkLaunchParamsDescriptor launch)
    {
        ArgumentNullException.ThrowIfNull(launch);

        var canonical = CanonicalQuery.Create(Parameters(launch));
        return $"{Encoding.ASCII.GetString(canonical)}&{VkLaunchParamNames.Sign}={_signature.Sign(canonical)}";
    }

    /// <summary>The signed query in base64url: a token for the <c>Authorization</c> header without a character that needs care.</summary>
    /// <inheritdoc cref="SignQuery(VkLaunchParamsDescriptor)"/>
    public string SignToken(VkLaunchParamsDescriptor launch) => Base64Url.EncodeToString(Encoding.ASCII.GetBytes(SignQuery(launch)));

    private Dictionary<string, string> Parameters(VkLaunchParamsDescriptor launch)
    {
        var timestamp = launch.Timestamp ?? _timeProvider.GetUtcNow();
        var parameters = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            [VkLaunchParamNames.AppId] = Number(_appId),
            [VkLaunchParamNames.UserId] = Number(launch.UserId),
            [VkLaunchParamNames.Timestamp] = Number(timestamp.ToUnixTimeSeconds()),
            [VkLaunchParamNames.Platform] = launch.Platform.Value,
            [VkLaunchParamNames.Language] = launch.Language,
            [VkLaunchParamNames.AccessTokenSettings] = string.Join(',', launch.Scopes),
            [VkLaunchParamNames.AreNotificationsEnabled] = Flag(launch.AreNotificationsEnabled),
            [VkLaunchParamNames.IsAppUser] = Flag(launch.IsAppUser),
            [VkLaunchParamNames.IsFavorite] = Flag(launch.IsFavorite),
        };

        AddIfPresent(VkLaunchParamNames.Ref, launch.Ref);
        AddIfPresent(VkLaunchParamNames.GroupId, launch.GroupId is { } groupId ? Number(groupId) : null);
        AddIfPresent(VkLaunchParamNames.ViewerGroupRole, launch.ViewerGroupRole?.Value);

        foreach (var (name, value) in launch.Additional)
        {
            if (!name.StartsWith(VkLaunchParamNames.Prefix, StringComparison.Ordinal))
            {
                throw new ArgumentException($"VK signs only parameters whose name starts with {VkLaunchParamNames.Prefix}.", nameof(launch));
            }

            parameters[name] = value;
        }

        return parameters;

        void AddIfPresent(string name, string? value)
        {
            if (value is not null)
            {
                parameters[name] = value;
            }
        }
    }

    private static string Number(long value) => value.ToString(CultureInfo.InvariantCulture);

    private static string Flag(bool value) => value ? "1" : "0";
}
