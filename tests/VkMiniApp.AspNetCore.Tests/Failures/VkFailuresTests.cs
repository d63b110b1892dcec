using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.DependencyInjection;

namespace VkMiniApp.AspNetCore.Tests;

/// <summary>Reasons are told apart by type, which dashboards and code alike can read.</summary>
public class VkFailuresTests
{
    public static TheoryData<VkLaunchFailure> Failures => [.. TestLaunch.Failures];

    [Theory]
    [MemberData(nameof(Failures))]
    public async Task Failure_has_the_type_of_its_class_and_the_exact_reason(VkLaunchFailure failure)
    {
        await using var app = await TestApp.StartAsync();
        var result = await app.AuthenticateAsync("Bearer " + TestLaunch.Refused(failure));

        Assert.False(result.Succeeded);
        Assert.False(result.None);
        Assert.Equal(TestLaunch.ExceptionOf(failure), result.Failure?.GetType());
        Assert.Equal(failure, Assert.IsAssignableFrom<MiniAppException>(result.Failure).Failure);
        Assert.IsAssignableFrom<AuthenticationFailureException>(result.Failure);
    }

    [Theory]
    [MemberData(nameof(Failures))]
    public async Task Refusal_is_one_object_for_all_requests(VkLaunchFailure failure)
    {
        await using var app = await TestApp.StartAsync();
        await using var other = await TestApp.StartAsync();
        var token = "Bearer " + TestLaunch.Refused(failure);
        var first = await app.AuthenticateAsync(token);

        Assert.Same(first, await app.AuthenticateAsync(token));
        Assert.Same(first, await other.AuthenticateAsync(token));
    }

    [Fact]
    public async Task Message_is_fixed_by_the_type_and_holds_nothing_of_the_request()
    {
        await using var app = await TestApp.StartAsync();
        var messages = new List<string>();
        foreach (var failure in TestLaunch.Failures)
        {
            messages.Add((await app.AuthenticateAsync("Bearer " + TestLaunch.Refused(failure))).Failure!.Message);
        }

        Assert.Equal(
            [
                "The launch parameters are malformed or incomplete",
                "The launch parameters are malformed or incomplete",
                "The launch parameters are malformed or incomplete",
                "The launch parameters are of another app",
                "The signature of the launch parameters is invalid",
                "Launches inside Odnoklassniki are not accepted",
                "The launch parameters have expired",
                "The launch parameters are dated in the future",
                "The launch parameters name no user",
            ],
            messages);
    }

    [Fact]
    public async Task Metrics_count_refusals_by_the_type_of_their_failure()
    {
        await using var app = await TestApp.StartAsync();
        var measured = new ConcurrentQueue<(object? Scheme, object? Error, object? Result)>();
        using var listener = Listen(app, measured);

        foreach (var failure in TestLaunch.Failures)
        {
            measured.Clear();
            await app.GetAsync("/open", "Bearer " + TestLaunch.Refused(failure));

            var expected = ((object)"VkMiniApp", (object?)TestLaunch.ExceptionOf(failure).FullName, (object)"failure");
            Assert.Equal(expected, Assert.Single(measured));
        }
    }

    [Theory]
    [InlineData("Bearer a.b.c", "none")]
    [InlineData("good", "success")]
    public async Task Metrics_of_other_requests_carry_no_error(string header, string expected)
    {
        await using var app = await TestApp.StartAsync();
        var measured = new ConcurrentQueue<(object? Scheme, object? Error, object? Result)>();
        using var listener = Listen(app, measured);
        await app.GetAsync("/open", header == "good" ? "Bearer " + TestLaunch.Token() : header);

        Assert.Equal(("VkMiniApp", null, expected), Assert.Single(measured));
    }

    private static MeterListener Listen(TestApp app, ConcurrentQueue<(object? Scheme, object? Error, object? Result)> measured)
    {
        // Other tests run at the same time; their hosts have meters of the same name.
        var scope = app.Services.GetRequiredService<IMeterFactory>();
        var listener = new MeterListener
        {
            InstrumentPublished = (instrument, self) =>
            {
                if (ReferenceEquals(instrument.Meter.Scope, scope) && instrument.Name == "aspnetcore.authentication.authenticate.duration")
                {
                    self.EnableMeasurementEvents(instrument);
                }
            },
        };
        listener.SetMeasurementEventCallback<double>((_, _, tags, _) => measured.Enqueue(
            (Tag(tags, "aspnetcore.authentication.scheme"), Tag(tags, "error.type"), Tag(tags, "aspnetcore.authentication.result"))));
        listener.Start();
        return listener;
    }

    private static object? Tag(ReadOnlySpan<KeyValuePair<string, object?>> tags, string name)
    {
        foreach (var (key, value) in tags)
        {
            if (key == name)
            {
                return value;
            }
        }

        return null;
    }
}
