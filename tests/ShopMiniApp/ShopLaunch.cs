using System.Text;
using MiniApp;

namespace ShopMiniApp.AspNetCore;

/// <summary>What the shop signs when a customer opens a mini app: <c>user=42&amp;shop=7&amp;time=1760000000&amp;sign=…</c>.</summary>
public sealed record ShopLaunch(long UserId, long ShopId, DateTimeOffset Time) : IMiniAppLaunch
{
    public MiniAppSubject? Subject => MiniAppSubject.User("shop", UserId);

    public MiniAppSubject? App => MiniAppSubject.App("shop", ShopId);

    public LaunchId? LaunchId => Sign is null ? null : MiniApp.LaunchId.Create(MiniAppSubject.App("shop", ShopId), Encoding.ASCII.GetBytes(Sign));

    /// <summary>The signature, once it was found right. It is not public, or a record would show it in its text.</summary>
    internal string? Sign { get; init; }
}
