using Microsoft.AspNetCore.Http;

namespace MiniApp.AspNetCore;

/// <summary>Lets nobody in where an attribute would be passed over, so that who wrote it learns of it before an attacker does.</summary>
internal sealed class PassedOverPolicy : ReplacingPolicy
{
    /// <summary>Before those that put an endpoint of their own around what is handled here.</summary>
    public override int Order => int.MaxValue - 3;

    protected override Endpoint Make(Endpoint endpoint) =>
        PassedOverAttributes.FindFault(endpoint) is { } fault ? Copy(endpoint, _ => throw new InvalidOperationException(fault)) : endpoint;
}
