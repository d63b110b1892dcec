using MiniApp.AspNetCore;

namespace MiniAppBackend.Hubs;

/// <summary>What goes on while the mini app is open, over SignalR.</summary>
internal static class HubExtensions
{
    /// <summary>
    /// A browser can set no header for a web socket, so SignalR's client sends its token in the address. Addresses are logged on the way:
    /// nothing but the hubs takes a token from there.
    /// </summary>
    public static Func<HttpRequest, string?> TokenRetriever { get; } = TokenRetrieval.FirstOf(
        TokenRetrieval.FromAuthorizationHeader("Bearer", "VK"),
        TokenRetrieval.FromQuery("access_token", "/hubs"));

    public static void AddHubs(this IServiceCollection services) => services
        .AddSignalR()
        .AddJsonProtocol(options => options.PayloadSerializerOptions.TypeInfoResolverChain.Insert(0, SampleJson.Default));

    public static void MapHubs(this IEndpointRouteBuilder app) => app.MapHub<LobbyHub>("/hubs/lobby");
}
