namespace MaxMiniApp.AspNetCore.DevLauncher;

/// <summary>What the bridge answers to <c>requestContact</c>.</summary>
/// <param name="Phone">The phone number.</param>
/// <param name="AuthDate">When it was shared, in Unix seconds.</param>
/// <param name="Hash">The proof.</param>
internal sealed record SharedContact(string Phone, long AuthDate, string Hash);
