using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.SignalR;

namespace MiniApp.AspNetCore;

/// <summary>The places where the attribute would be passed over, because what is there is no endpoint of its own.</summary>
internal static class UnusedLaunchPlaces
{
    /// <returns>A sentence about the first such place, or <see langword="null"/>.</returns>
    public static string? FindFault(Endpoint endpoint)
    {
        var methods = endpoint.Metadata.GetMetadata<HubMetadata>() is { } hub ? MethodsOf(hub)
            : endpoint.Metadata.GetMetadata<CompiledPageActionDescriptor>() is { } page ? page.HandlerMethods.Select(handler => handler.MethodInfo)
            : [];
        return methods.FirstOrDefault(method => method.IsDefined(typeof(RequireUnusedLaunchAttribute), inherit: true)) is { } method
            ? $"[RequireUnusedLaunch] on {method.DeclaringType?.Name}.{method.Name} would be passed over. Put it on the class."
            : null;
    }

    [UnconditionalSuppressMessage("Trimming", "IL2075", Justification = "SignalR keeps the public methods of hubs.")]
    private static MethodInfo[] MethodsOf(HubMetadata hub) => hub.HubType.GetMethods(BindingFlags.Public | BindingFlags.Instance);
}
