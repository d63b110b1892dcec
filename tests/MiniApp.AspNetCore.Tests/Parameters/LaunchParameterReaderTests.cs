using System.Reflection;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Mvc.Controllers;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.Extensions.DependencyInjection;
using VkMiniApp;

namespace MiniApp.AspNetCore.Tests;

/// <summary>Which launches the code behind an endpoint takes.</summary>
public sealed class LaunchParameterReaderTests
{
    [Theory]
    [InlineData("Demanded", true)]
    [InlineData("Optional", false)]
    [InlineData("WithDefault", false)]
    public void Handler_of_a_page_takes_it_for_the_requests_that_may_reach_it(string name, bool isRequired)
    {
        var page = Page(typeof(NoModel));
        page.HandlerMethods = [Handler("Get", name), Handler("Post", name)];

        Assert.Equal(
            [
                new LaunchParameter(typeof(VkLaunchParams), isRequired, "GET"),
                new LaunchParameter(typeof(VkLaunchParams), isRequired, "HEAD"),
                new LaunchParameter(typeof(VkLaunchParams), isRequired, "Post"),
            ],
            Read(page));
    }

    [Fact]
    public void Property_and_constructor_of_a_page_take_it_for_every_request()
    {
        var page = Page(typeof(Model));
        page.BoundProperties =
        [
            new PageBoundPropertyDescriptor { ParameterType = typeof(VkLaunchParams), Property = typeof(Model).GetProperty(nameof(Model.Optional))! },
            new PageBoundPropertyDescriptor
            {
                ParameterType = typeof(VkLaunchParams),
                Property = typeof(Model).GetProperty(nameof(Model.Demanded))!,
                BindingInfo = new BindingInfo { BindingSource = BindingSource.Query },
            },
            new PageBoundPropertyDescriptor { ParameterType = typeof(string), Property = typeof(Model).GetProperty(nameof(Model.Other))! },
        ];

        Assert.Equal(
            [new LaunchParameter(typeof(VkLaunchParams), IsRequired: false), new LaunchParameter(typeof(VkLaunchParams), IsRequired: true)],
            Read(page));
    }

    [Fact]
    public void Parameter_of_which_nothing_else_is_known_is_demanded() => Assert.Equal(
        [new LaunchParameter(typeof(VkLaunchParams), IsRequired: true)],
        Read(new ControllerActionDescriptor
        {
            ControllerTypeInfo = typeof(NoModel).GetTypeInfo(),
            Parameters = [new ParameterDescriptor { ParameterType = typeof(VkLaunchParams) }],
            BoundProperties = [],
        }));

    [Theory]
    [InlineData("Demanded", false, false, true)]
    [InlineData("Demanded", true, false, false)]
    [InlineData("Demanded", false, true, false)]
    [InlineData("FromQuery", false, false, false)]
    [InlineData("FromBody", false, false, false)]
    [InlineData("FromHeader", false, false, false)]
    [InlineData("FromRoute", false, false, false)]
    [InlineData("FromForm", false, false, false)]
    [InlineData("Keyed", false, false, false)]
    public void Handler_takes_it_as_a_service_alone(string name, bool hasBindAsync, bool hasTryParse, bool isTaken) =>
        Assert.Equal(isTaken ? 1 : 0, Read(new Binding(Parameter(name), hasBindAsync, hasTryParse)).Count);

    [Fact]
    public void Endpoint_of_another_kind_takes_none() => Assert.Empty(Read(new ActionDescriptor()));

    private static IReadOnlyList<LaunchParameter> Read(object metadata) =>
        LaunchParameterReader.Read(new EndpointMetadataCollection(metadata), type => type == typeof(VkLaunchParams));

    private static CompiledPageActionDescriptor Page(Type model) => new() { ModelTypeInfo = model.GetTypeInfo(), BoundProperties = [], HandlerMethods = [] };

    private static HandlerMethodDescriptor Handler(string method, string name) => new()
    {
        HttpMethod = method,
        Parameters = [new HandlerParameterDescriptor { ParameterType = typeof(VkLaunchParams), ParameterInfo = Parameter(name) }],
    };

    private static ParameterInfo Parameter(string name) =>
        typeof(Handlers).GetMethod(name, BindingFlags.Static | BindingFlags.Public)!.GetParameters()[0];

    private static class Handlers
    {
        public static void Demanded(VkLaunchParams launch) => _ = launch;

        public static void Optional(VkLaunchParams? launch) => _ = launch;

        public static void WithDefault(VkLaunchParams launch = null!) => _ = launch;

        public static void FromQuery([FromQuery] VkLaunchParams launch) => _ = launch;

        public static void FromBody([FromBody] VkLaunchParams launch) => _ = launch;

        public static void FromHeader([FromHeader] VkLaunchParams launch) => _ = launch;

        public static void FromRoute([FromRoute] VkLaunchParams launch) => _ = launch;

        public static void FromForm([FromForm] VkLaunchParams launch) => _ = launch;

        public static void Keyed([FromKeyedServices("key")] VkLaunchParams launch) => _ = launch;
    }

    private sealed class NoModel;

    private sealed class Model(VkLaunchParams launch)
    {
        public VkLaunchParams Demanded { get; set; } = launch;

        public VkLaunchParams? Optional { get; set; }

        public string? Other { get; set; }
    }

    private sealed record Binding(ParameterInfo ParameterInfo, bool HasBindAsync, bool HasTryParse) : IParameterBindingMetadata
    {
        public string Name => ParameterInfo.Name!;

        public bool IsOptional => false;
    }
}
