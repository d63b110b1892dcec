using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.SignalR;

namespace MiniApp.AspNetCore;

/// <summary>The launches that a hub's methods and its constructor take.</summary>
internal static class HubParameters
{
    private const BindingFlags Callable = BindingFlags.Public | BindingFlags.Instance;

    public static IEnumerable<ParameterInfo> Find(HubMetadata hub, Predicate<Type> isLaunch) =>
        FindInMethods(hub, isLaunch).Concat(FindInConstructors(hub, isLaunch));

    /// <summary>
    /// The first parameter that SignalR would fill with what the client sends. It takes a service for one only where the parameter has
    /// no attribute at all, and a question mark is compiled to one.
    /// </summary>
    public static string? FindFault(HubMetadata hub, Predicate<Type> isLaunch) =>
        FindInMethods(hub, isLaunch).FirstOrDefault(IsOfClient) is { Member: { DeclaringType: var type, Name: var method } } parameter
            ? $"{type?.Name}.{method} would take {parameter.ParameterType.Name} from what the client sends. Put [FromServices] before it."
            : null;

    private static bool IsOfClient(ParameterInfo parameter) =>
        parameter.CustomAttributes.Any() && !parameter.GetCustomAttributes(inherit: true).Any(attribute => attribute is IFromServiceMetadata);

    [UnconditionalSuppressMessage("Trimming", "IL2075", Justification = "SignalR keeps the public methods of hubs.")]
    private static IEnumerable<ParameterInfo> FindInMethods(HubMetadata hub, Predicate<Type> isLaunch) =>
        hub.HubType.GetMethods(Callable).SelectMany(method => method.GetParameters()).Where(parameter => isLaunch(parameter.ParameterType));

    [UnconditionalSuppressMessage("Trimming", "IL2075", Justification = "SignalR keeps the constructors of hubs.")]
    private static IEnumerable<ParameterInfo> FindInConstructors(HubMetadata hub, Predicate<Type> isLaunch) =>
        hub.HubType.GetConstructors().SelectMany(constructor => constructor.GetParameters()).Where(parameter => isLaunch(parameter.ParameterType));
}
