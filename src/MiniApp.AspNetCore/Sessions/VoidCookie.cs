namespace MiniApp.AspNetCore;

/// <summary>A feature of a request whose cookie does not count any more: who came with a launch is nobody else.</summary>
internal sealed class VoidCookie;
