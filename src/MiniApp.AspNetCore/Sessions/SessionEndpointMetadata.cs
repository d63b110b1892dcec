namespace MiniApp.AspNetCore;

/// <summary>Marks the endpoints of sessions that use a launch or a refresh token once.</summary>
internal sealed class SessionEndpointMetadata : IUsesLedger
{
    public static readonly SessionEndpointMetadata UsesLedger = new();
}
