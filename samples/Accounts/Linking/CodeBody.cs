namespace Accounts.Linking;

/// <summary>A code that a user brings: the body of <c>POST /account/offers</c> and <c>POST /account/links/preview</c>.</summary>
internal sealed record CodeBody(string Code);
