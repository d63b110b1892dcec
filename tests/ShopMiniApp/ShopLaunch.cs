using System.Security.Cryptography;
using System.Text;
using MiniApp;

namespace ShopMiniApp.AspNetCore;

/// <summary>What the shop signs when a customer opens a mini app: <c>user=42&amp;shop=7&amp;time=1760000000&amp;sign=…</c>.</summary>
public sealed record ShopLaunch(long UserId, long ShopId, DateTimeOffset Time) : IMiniAppLaunch
{
    public MiniAppSubject? Subject => MiniAppSubject.User("shop", UserId);

    public MiniAppSubject? App => MiniAppSubject.App("shop", ShopId);

    // The shop signs these three and nothing else: whoever has the same launches nothing new.
    public LaunchId? LaunchId => MiniApp.LaunchId.FromBytes(
        SHA256.HashData(Encoding.UTF8.GetBytes($"shop {UserId} {ShopId} {Time.ToUnixTimeSeconds()}")).AsSpan(0, MiniApp.LaunchId.Length));
}
