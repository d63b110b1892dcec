namespace MiniAppBackend;

/// <summary>What the page got from <c>WebApp.requestContact</c>.</summary>
internal sealed record MaxPhone(string? Phone, long AuthDate, string? Hash);
