namespace TelegramMiniApp.AspNetCore.DevLauncher;

/// <summary>What the custom method <c>getRequestedContact</c> answers, once the user has shared the contact.</summary>
/// <param name="Response">The contact as Telegram signs it: a query like init data.</param>
internal sealed record SharedContact(string Response);
