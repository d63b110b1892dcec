namespace ShopMiniApp.AspNetCore;

/// <summary>What the shop signs when a customer opens a mini app: <c>user=42&amp;shop=7&amp;time=1760000000&amp;sign=…</c>.</summary>
public sealed record ShopLaunch(long UserId, long ShopId, DateTimeOffset Time);
