namespace MiniAppBackend;

/// <summary>What the page got from <c>Telegram.WebApp.requestContact</c>, as it came.</summary>
internal sealed record TelegramPhone(string? Response);
