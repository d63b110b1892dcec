using System.Net;
using System.Net.Sockets;
using System.Security.Claims;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace VkMiniApp.AspNetCore.Tests;

/// <summary>The framework's limiters as <c>docs/deployment.md</c> sets them: by the verified user, and by the address that is refused.</summary>
public sealed class RateLimitTests
{
    private static readonly string Forged = "Bearer " + TestLaunch.Token(new() { UserId = 1 }, TestLaunch.AppId, "not the key");

    [Fact]
    public async Task User_who_asks_too_often_is_told_so_whatever_the_address_and_others_are_not()
    {
        await using var app = await StartAsync();

        Assert.Equal("200 200 200 429", await AskAsync(app, 1, "10.0.0.1", "10.0.0.2", "10.0.0.3", "10.0.0.4"));
        Assert.Equal("200", await AskAsync(app, 2, "10.0.0.1"));
    }

    [Fact]
    public async Task Address_that_sends_forged_launches_is_shut_out_and_others_are_not()
    {
        await using var app = await StartAsync();

        Assert.Equal("401 401 401 401 401", await ForgeAsync(app, "10.0.0.1", times: 5));
        Assert.Equal("429", await AskAsync(app, 7, "10.0.0.1"));
        Assert.Equal("200", await AskAsync(app, 7, "10.0.0.2"));
    }

    [Fact]
    public async Task Addresses_of_one_network_of_version_6_count_as_one()
    {
        await using var app = await StartAsync();

        await ForgeAsync(app, "2001:db8::1", times: 3);
        await ForgeAsync(app, "2001:db8::2", times: 2);

        Assert.Equal("429 200", await AskAsync(app, 7, "2001:db8::3", "2001:db8:0:1::3"));
    }

    [Fact]
    public async Task Launches_that_have_expired_count_for_nothing()
    {
        await using var app = await StartAsync();
        var expired = "Bearer " + TestLaunch.Token(new VkLaunchParamsDescriptor { UserId = 1, Timestamp = TestLaunch.At(TestApp.Now - 7200) });

        for (var time = 0; time < 6; time++)
        {
            Assert.Equal(401, await SendAsync(app, expired, "10.0.0.1"));
        }

        Assert.Equal("200", await AskAsync(app, 7, "10.0.0.1"));
    }

    private static Task<TestApp> StartAsync() => TestApp.StartWithAsync(
        builder =>
        {
            builder.Services.AddSingleton<RefusedAddresses>();
            builder.Services.AddAuthentication().AddVkMiniApp(options =>
            {
                options.AppId = TestLaunch.AppId;
                options.AppSecret = TestLaunch.Secret;
                options.Events.OnAuthenticationFailed = context =>
                {
                    if (context.Exception is MiniAppInvalidSignatureException or MiniAppMalformedException)
                    {
                        context.HttpContext.RequestServices.GetRequiredService<RefusedAddresses>().Count(context.HttpContext);
                    }

                    return Task.CompletedTask;
                };
            });
            builder.Services.AddRateLimiter(options =>
            {
                options.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
                options.AddPolicy("by-user", context => RateLimitPartition.GetFixedWindowLimiter(
                    context.User.FindFirstValue(ClaimTypes.NameIdentifier) ?? RefusedAddresses.NetworkOf(context.Connection.RemoteIpAddress),
                    _ => new() { PermitLimit = 3, Window = TimeSpan.FromDays(1) }));
            });
        },
        app =>
        {
            app.Use((context, next) =>
            {
                if (!app.Services.GetRequiredService<RefusedAddresses>().AreTooMany(context))
                {
                    return next(context);
                }

                context.Response.StatusCode = StatusCodes.Status429TooManyRequests;
                return Task.CompletedTask;
            });
            app.UseAuthentication();
            app.UseAuthorization();
            app.UseRateLimiter();
            app.MapGet("/limited", () => "ok").RequireAuthorization().RequireRateLimiting("by-user");
        });

    private static async Task<string> AskAsync(TestApp app, long userId, params string[] addresses)
    {
        var statuses = new List<int>();
        foreach (var address in addresses)
        {
            statuses.Add(await SendAsync(app, "Bearer " + TestLaunch.Token(userId), address));
        }

        return string.Join(' ', statuses);
    }

    private static async Task<string> ForgeAsync(TestApp app, string address, int times)
    {
        var statuses = new List<int>();
        for (var time = 0; time < times; time++)
        {
            statuses.Add(await SendAsync(app, Forged, address));
        }

        return string.Join(' ', statuses);
    }

    private static async Task<int> SendAsync(TestApp app, string authorization, string address) =>
        (await app.GetAsync("/limited", context =>
        {
            context.Request.Headers.Authorization = authorization;
            context.Connection.RemoteIpAddress = IPAddress.Parse(address);
        })).Status;

    private sealed class RefusedAddresses : IDisposable
    {
        private readonly PartitionedRateLimiter<HttpContext> _limiter = PartitionedRateLimiter.Create<HttpContext, string>(
            context => RateLimitPartition.GetFixedWindowLimiter(
                NetworkOf(context.Connection.RemoteIpAddress), _ => new() { PermitLimit = 5, Window = TimeSpan.FromDays(1) }));

        public void Count(HttpContext context) => _limiter.AttemptAcquire(context).Dispose();

        public bool AreTooMany(HttpContext context)
        {
            using var lease = _limiter.AttemptAcquire(context, permitCount: 0);
            return !lease.IsAcquired;
        }

        public void Dispose() => _limiter.Dispose();

        public static string NetworkOf(IPAddress? address) => address switch
        {
            null => "",
            { AddressFamily: AddressFamily.InterNetworkV6, IsIPv4MappedToIPv6: false } => new IPNetwork(Mask(address), 64).ToString(),
            _ => address.MapToIPv4().ToString(),
        };

        private static IPAddress Mask(IPAddress address)
        {
            var bytes = address.GetAddressBytes();
            bytes.AsSpan(8).Clear();
            return new IPAddress(bytes);
        }
    }
}
