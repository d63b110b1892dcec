using System.Reflection;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing.Matching;
using Microsoft.Extensions.Logging.Abstractions;
using VkMiniApp;
using VkMiniApp.AspNetCore;

namespace MiniApp.AspNetCore.Tests;

/// <summary>Which requests a launch is demanded of, and which endpoints are put in place of others.</summary>
public sealed class LaunchParameterTests
{
    private readonly LaunchParameterPolicy _policy =
        new([new LaunchType<VkMiniAppHandler, VkLaunchParams>()], NullLogger<LaunchParameterPolicy>.Instance);

    [Theory]
    [InlineData(true, null, "GET", true)]
    [InlineData(true, "Get", "GET", true)]
    [InlineData(true, "Get", "POST", false)]
    [InlineData(false, null, "GET", false)]
    public void Launch_is_demanded_of_the_requests_that_the_code_is_for(bool isRequired, string? method, string request, bool isDemanded) =>
        Assert.Equal(isDemanded, new LaunchParameter(typeof(VkLaunchParams), isRequired, method).IsRequiredFor(request));

    [Fact]
    public async Task Endpoint_without_a_route_is_replaced_by_one_of_the_same_name_and_metadata()
    {
        var endpoint = Taking(_ => Task.CompletedTask);
        var excluded = Taking(_ => Task.CompletedTask);
        var candidates = new CandidateSet([endpoint, excluded], [[], []], [0, 0]);
        candidates.SetValidity(1, value: false);

        Assert.True(_policy.AppliesToEndpoints([endpoint]));
        await _policy.ApplyAsync(new DefaultHttpContext(), candidates);
        var replaced = candidates[0].Endpoint;

        Assert.NotSame(endpoint, replaced);
        Assert.Equal((endpoint.DisplayName, endpoint.Metadata), (replaced.DisplayName, replaced.Metadata));
        Assert.Same(excluded, candidates[1].Endpoint);

        await _policy.ApplyAsync(new DefaultHttpContext(), candidates);
        Assert.Same(replaced, candidates[0].Endpoint);
    }

    [Fact]
    public void Endpoint_that_runs_nothing_or_takes_nothing_is_left_alone()
    {
        Assert.False(_policy.AppliesToEndpoints([Taking(null)]));
        Assert.False(_policy.AppliesToEndpoints([new Endpoint(_ => Task.CompletedTask, EndpointMetadataCollection.Empty, "plain")]));
    }

    [Fact]
    public void Page_that_is_read_with_its_first_request_is_waited_for() => Assert.True(
        _policy.AppliesToEndpoints([new Endpoint(_ => Task.CompletedTask, new EndpointMetadataCollection(new PageActionDescriptor()), "page")]));

    private static Endpoint Taking(RequestDelegate? handle) => new(handle, new EndpointMetadataCollection(new Binding()), "taking");

    private static void Handle(VkLaunchParams launch) => _ = launch;

    private sealed class Binding : IParameterBindingMetadata
    {
        public string Name => "launch";

        public bool HasTryParse => false;

        public bool HasBindAsync => false;

        public ParameterInfo ParameterInfo { get; } = ((Action<VkLaunchParams>)Handle).Method.GetParameters()[0];

        public bool IsOptional => false;
    }
}
