using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.Options;

namespace MiniApp.AspNetCore;

/// <summary>The launches that a hub's methods and its constructor take.</summary>
internal static class HubParameters
{
    private const BindingFlags Callable = BindingFlags.Public | BindingFlags.Instance;

    public static IEnumerable<ParameterInfo> Find(HubMetadata hub, Predicate<Type> isLaunch) =>
        FindInMethods(hub, isLaunch).Concat(FindInConstructors(hub, isLaunch));

    /// <summary>
    /// The first parameter that SignalR would fill with what the client sends. It takes a service for one only where the parameter has
    /// no attribute at all, and a question mark is compiled to one; and only where the application has not turned that off.
    /// </summary>
    public static string? FindFault(HubMetadata hub, Predicate<Type> isLaunch, IServiceProvider services)
    {
        var needsAttribute = NeedsAttribute(hub.HubType, services);
        return FindInMethods(hub, isLaunch).FirstOrDefault(parameter => (needsAttribute || parameter.CustomAttributes.Any()) && !IsMarked(parameter))
            is { Member: { DeclaringType: var type, Name: var method } } parameter
                ? $"{type?.Name}.{method} would take {parameter.ParameterType.Name} from what the client sends. Put [FromServices] before it."
                : null;
    }

    private static bool IsMarked(ParameterInfo parameter) =>
        parameter.GetCustomAttributes(inherit: true).Any(attribute => attribute is IFromServiceMetadata);

    // Which of the two counts, SignalR alone knows. A mark that it would not need does no harm.
    [UnconditionalSuppressMessage("AOT", "IL3050", Justification = "SignalR asks for the options of each hub, so they are there.")]
    [UnconditionalSuppressMessage("Trimming", "IL2071", Justification = "SignalR asks for the options of each hub, so they are there.")]
    private static bool NeedsAttribute(Type hub, IServiceProvider services) =>
        new[] { typeof(HubOptions), typeof(HubOptions<>).MakeGenericType(hub) }
            .Select(options => services.GetService(typeof(IOptions<>).MakeGenericType(options)))
            .Any(options => options is IOptions<HubOptions> { Value.DisableImplicitFromServicesParameters: true });

    [UnconditionalSuppressMessage("Trimming", "IL2075", Justification = "SignalR keeps the public methods of hubs.")]
    private static IEnumerable<ParameterInfo> FindInMethods(HubMetadata hub, Predicate<Type> isLaunch) =>
        hub.HubType.GetMethods(Callable).SelectMany(method => method.GetParameters()).Where(parameter => isLaunch(parameter.ParameterType));

    [UnconditionalSuppressMessage("Trimming", "IL2075", Justification = "SignalR keeps the constructors of hubs.")]
    private static IEnumerable<ParameterInfo> FindInConstructors(HubMetadata hub, Predicate<Type> isLaunch) =>
        hub.HubType.GetConstructors().SelectMany(constructor => constructor.GetParameters()).Where(parameter => isLaunch(parameter.ParameterType));
}
