using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Mvc.Controllers;
using Microsoft.AspNetCore.Mvc.Infrastructure;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.DependencyInjection;

namespace MiniApp.AspNetCore;

/// <summary>Reads which launches the code behind an endpoint takes: a handler, an action, a page, a hub.</summary>
internal static class LaunchParameterReader
{
    /// <summary>What is taken of the types that are launches, each once.</summary>
    public static IReadOnlyList<LaunchParameter> Read(EndpointMetadataCollection endpoint, Predicate<Type> isLaunch)
    {
        var ofHandler = endpoint.GetOrderedMetadata<IParameterBindingMetadata>()
            .Where(parameter => isLaunch(parameter.ParameterInfo.ParameterType) && IsService(parameter))
            .Select(parameter => new LaunchParameter(parameter.ParameterInfo.ParameterType, !parameter.IsOptional));
        var ofOthers = endpoint.GetMetadata<ActionDescriptor>() switch
        {
            ControllerActionDescriptor action => ReadAction(action, isLaunch),
            CompiledPageActionDescriptor page => ReadPage(page, isLaunch),
            _ => endpoint.GetMetadata<HubMetadata>() is { } hub ? ReadHub(hub, isLaunch) : [],
        };

        return [.. ofHandler.Concat(ofOthers).Distinct()];
    }

    private static bool IsService(IParameterBindingMetadata parameter) =>
        !parameter.HasBindAsync
        && !parameter.HasTryParse
        && !parameter.ParameterInfo.GetCustomAttributes(inherit: true).Any(attribute => attribute
            is IFromBodyMetadata or IFromFormMetadata or IFromHeaderMetadata or IFromQueryMetadata or IFromRouteMetadata
            or FromKeyedServicesAttribute);

    private static IEnumerable<LaunchParameter> ReadAction(ControllerActionDescriptor action, Predicate<Type> isLaunch) =>
        ReadBound([.. action.Parameters, .. action.BoundProperties], isLaunch)
            .Concat(ReadConstructors(action.ControllerTypeInfo, isLaunch))
            .Concat(ReadFilters(action, isLaunch));

    private static IEnumerable<LaunchParameter> ReadPage(CompiledPageActionDescriptor page, Predicate<Type> isLaunch)
    {
        var ofHandlers =
            from handler in page.HandlerMethods
            from parameter in ReadBound([.. handler.Parameters], isLaunch)
            from method in MethodsOf(handler.HttpMethod)
            select parameter with { HttpMethod = method };

        return ofHandlers.Concat(ReadBound([.. page.BoundProperties], isLaunch)).Concat(ReadConstructors(page.ModelTypeInfo!, isLaunch))
            .Concat(ReadFilters(page, isLaunch));
    }

    // What MVC makes for each request, or asks the services for, before the action has its turn.
    private static IEnumerable<LaunchParameter> ReadFilters(ActionDescriptor action, Predicate<Type> isLaunch) =>
        action.FilterDescriptors
            .Select(descriptor => descriptor.Filter switch
            {
                TypeFilterAttribute made => made.ImplementationType,
                ServiceFilterAttribute given => given.ServiceType,
                _ => null,
            })
            .OfType<Type>()
            .SelectMany(filter => ReadConstructors(filter, isLaunch));

    /// <summary>Requests of these methods may reach a page's handler: without a handler for HEAD, that for GET is called.</summary>
    private static string[] MethodsOf(string handler) =>
        HttpMethods.IsGet(handler) ? [HttpMethods.Get, HttpMethods.Head] : [handler];

    private static IEnumerable<LaunchParameter> ReadBound(ParameterDescriptor[] bound, Predicate<Type> isLaunch)
    {
        foreach (var parameter in bound)
        {
            if (isLaunch(parameter.ParameterType) && (parameter.BindingInfo?.BindingSource ?? BindingSource.Services) == BindingSource.Services)
            {
                yield return new LaunchParameter(parameter.ParameterType, IsRequired(parameter));
            }
        }
    }

    private static bool IsRequired(ParameterDescriptor bound) => bound switch
    {
        IParameterInfoParameterDescriptor { ParameterInfo: var parameter } =>
            !parameter.HasDefaultValue && new NullabilityInfoContext().Create(parameter).ReadState != NullabilityState.Nullable,
        IPropertyInfoParameterDescriptor { PropertyInfo: var property } =>
            new NullabilityInfoContext().Create(property).WriteState != NullabilityState.Nullable,
        _ => true,
    };

    // Whatever the annotation says: a constructor is given no null but for a default value.
    [UnconditionalSuppressMessage("Trimming", "IL2070", Justification = "MVC keeps the constructors of what it makes.")]
    private static IEnumerable<LaunchParameter> ReadConstructors(Type type, Predicate<Type> isLaunch) =>
        from constructor in type.GetConstructors()
        from parameter in constructor.GetParameters()
        where isLaunch(parameter.ParameterType)
        select new LaunchParameter(parameter.ParameterType, !parameter.HasDefaultValue);

    // A connection is for all methods of a hub, whichever of them is called: none refuses it.
    private static IEnumerable<LaunchParameter> ReadHub(HubMetadata hub, Predicate<Type> isLaunch) =>
        HubParameters.Find(hub, isLaunch).Select(parameter => new LaunchParameter(parameter.ParameterType, IsRequired: false));
}
