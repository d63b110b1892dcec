using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.SignalR;

namespace MiniApp.AspNetCore;

/// <summary>
/// Finds demands that nobody would ask about, because what they stand on is no endpoint of its own: SignalR goes by the policies that a hub's
/// method names, and asks no attribute for requirements of its own; Razor Pages look at nothing on a handler.
/// </summary>
internal static class PassedOverAttributes
{
    /// <returns>A sentence about the first such attribute, or <see langword="null"/>.</returns>
    public static string? FindFault(Endpoint endpoint) =>
        endpoint.Metadata.GetMetadata<HubMetadata>() is { } hub ? FindFault(MethodsOf(hub), hasPolicies: true)
        : endpoint.Metadata.GetMetadata<CompiledPageActionDescriptor>() is { } page
            ? FindFault(page.HandlerMethods.Select(handler => handler.MethodInfo), hasPolicies: false)
        : null;

    private static string? FindFault(IEnumerable<MethodInfo> methods, bool hasPolicies)
    {
        foreach (var method in methods)
        {
            // No other attribute is made for this: a fault in one of the application's must not become one of all its endpoints.
            if ((FindType(method, typeof(LaunchAuthorizeAttribute)) ?? FindType(method, typeof(RequireUnusedLaunchAttribute))) is { } type)
            {
                var policy = hasPolicies && type.IsSubclassOf(typeof(AuthorizeAttribute)) && !IsHubsOwn(method)
                    ? ", or a policy on the method: [Authorize(\"...\")]"
                    : "";
                return $"[{NameOf(type)}] on {method.DeclaringType?.Name}.{method.Name} would be passed over. Put it on the class{policy}.";
            }
        }

        return null;
    }

    private static Type? FindType(MethodInfo method, Type attribute) =>
        method.GetCustomAttributes(attribute, inherit: true).FirstOrDefault()?.GetType();

    // No client calls what a hub does when a connection begins or ends, and no policy is asked about it.
    private static bool IsHubsOwn(MethodInfo method) => method.GetBaseDefinition().DeclaringType == typeof(Hub);

    private static string NameOf(Type attribute) =>
        attribute.Name.EndsWith(nameof(Attribute), StringComparison.Ordinal) ? attribute.Name[..^nameof(Attribute).Length] : attribute.Name;

    [UnconditionalSuppressMessage("Trimming", "IL2075", Justification = "SignalR keeps the public methods of hubs.")]
    private static MethodInfo[] MethodsOf(HubMetadata hub) => hub.HubType.GetMethods(BindingFlags.Public | BindingFlags.Instance);
}
