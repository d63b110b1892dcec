using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.SignalR;
using VkMiniApp.AspNetCore;

namespace MiniAppBackend.Hubs;

/// <summary>Whoever has the mini app open. The launch is verified once, on connect, and is the connection's user from then on.</summary>
[Authorize("from-vk")]
internal sealed class LobbyHub : Hub
{
    public Me WhoAmI() => Me.Of(Context.User!.GetVkLaunchParams()!);

    /// <summary>Reaches every tab of that user: SignalR takes the name identifier for the user's id, which is VK's.</summary>
    public Task Whisper(long userId, string text) =>
        Clients.User(userId.ToString(CultureInfo.InvariantCulture)).SendAsync("whisper", Context.UserIdentifier, text);
}
