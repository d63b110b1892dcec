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
            foreach (var attribute in method.GetCustomAttributes(inherit: true))
            {
                if (attribute is LaunchAuthorizeAttribute or RequireUnusedLaunchAttribute)
                {
                    var elsewhere = hasPolicies && attribute is AuthorizeAttribute ? ", or a policy on the method: [Authorize(\"...\")]" : "";
                    return $"[{NameOf(attribute)}] on {method.DeclaringType?.Name}.{method.Name} would be passed over. Put it on the class{elsewhere}.";
                }
            }
        }

        return null;
    }

    private static string NameOf(object attribute) =>
        attribute.GetType().Name is var name && name.EndsWith(nameof(Attribute), StringComparison.Ordinal) ? name[..^nameof(Attribute).Length] : name;

    [UnconditionalSuppressMessage("Trimming", "IL2075", Justification = "SignalR keeps the public methods of hubs.")]
    private static MethodInfo[] MethodsOf(HubMetadata hub) => hub.HubType.GetMethods(BindingFlags.Public | BindingFlags.Instance);
}
