using System.Reflection;
using System.Text;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using MiniApp.AspNetCore;
using MiniApp.Tool.Keys;
using MiniApp.Tool.Platforms;
using MiniApp.Tool.Terminal;

namespace MiniApp.Tool.Serving;

/// <summary>A server that tells proxies who sent a request, by the schemes that an ASP.NET Core application would have.</summary>
internal static class EdgeServer
{
    private const string Name = "mini-app";

    /// <summary>Makes the server, which listens from its start on.</summary>
    /// <param name="options">What it is to do.</param>
    /// <param name="places">Where its settings are.</param>
    /// <param name="environment">The clock and the variables.</param>
    /// <param name="log">Says where the log goes.</param>
    /// <exception cref="UsageException">The settings name no platform, or something else in them can't be read.</exception>
    public static WebApplication Create(EdgeOptions options, SettingsPlaces places, ToolEnvironment environment, Action<ILoggingBuilder> log)
    {
        var builder = WebApplication.CreateEmptyBuilder(new() { ApplicationName = Name, EnvironmentName = places.EnvironmentName });
        LiveSettings.AddTo(builder.Configuration, places, environment);
        AddLog(builder.Logging, builder.Configuration, log);
        builder.WebHost.UseKestrelCore().ConfigureKestrel(server => Limit(server, options.Listen));
        foreach (var setting in new[] { WebHostDefaults.ServerUrlsKey, WebHostDefaults.HttpPortsKey, WebHostDefaults.HttpsPortsKey })
        {
            // Container images set a port for applications, which is none of this server's.
            builder.WebHost.UseSetting(setting, "");
        }

        var platforms = ServedPlatforms.Find(options.Platforms, builder.Configuration);
        AddServices(builder.Services, builder.Configuration, options, platforms, environment.Clock);

        var server = builder.Build();
        var logger = server.Services.GetRequiredService<ILoggerFactory>().CreateLogger("MiniApp.Tool.Serving");
        var endpoints = new AuthEndpoints(new IdentityHeaders(options.Claims), logger);
        AddPipeline(server, endpoints, options, platforms);
        Tell(logger, options, platforms);
        return server;
    }

    private static void AddServices(
        IServiceCollection services, IConfiguration configuration, EdgeOptions options, IReadOnlyList<IPlatform> platforms, TimeProvider clock)
    {
        services.AddSingleton(clock);
        services.AddRoutingCore();
        services.AddProblemDetails();
        services.AddAuthorization();
        services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(5));

        var authentication = services.AddAuthentication();
        ServedPlatforms.AddTo(authentication, platforms, options.ReadsAddress);
        if (options.TakesSessions)
        {
            AddSessions(authentication, options.ReadsAddress);
        }

        var checks = services.AddHealthChecks().AddMiniAppSettings().AddMiniAppRevocations();
        if (SharedStore.IsIn(configuration))
        {
            SharedStore.AddTo(services, configuration);
            checks.AddMiniAppRedis();
        }
    }

    private static void AddSessions(AuthenticationBuilder authentication, bool readsAddress) => authentication.AddMiniAppSessions(options =>
    {
        // Proxies ask by GET for whatever the client does. A form of another site would look like a link that its user followed, so that no
        // cookie counts here but beside a header that only our page can send.
        (options.UseCookie, options.UseCookieForPages) = (options.UseCookie || options.UseCookieForPages, false);
        if (readsAddress)
        {
            options.TokenRetriever = TokenRetrieval.FirstOf(TokenRetrieval.FromAuthorizationHeader("Bearer"), OriginalAddress.FindToken);
        }
    });

    private static void AddPipeline(WebApplication server, AuthEndpoints endpoints, EdgeOptions options, IReadOnlyList<IPlatform> platforms)
    {
        server.Use(PlainTarget.ForwardAsync);
        server.Use(endpoints.GuardAsync);
        server.Use(OneChallenge.ForwardAsync);
        server.UseRouting();
        server.UseAuthentication();
        server.UseAuthorization();
        endpoints.Map(server, [.. platforms.Select(platform => platform.SchemeName)], options.TakesSessions);
        if (options.TakesSessions)
        {
            server.MapMiniAppSessions("/session");
        }

        server.MapHealthChecks("/healthz");
        server.MapHealthChecks("/healthz/live", new HealthCheckOptions { Predicate = _ => false });
        server.UseEndpoints(_ => { });
    }

    /// <summary>
    /// Takes whatever a proxy hands on, so that the answer is one of ours: nginx lets headers of 32 KB through by default, Envoy of 60, and one
    /// address is in two places.
    /// </summary>
    private static void Limit(KestrelServerOptions server, ListenAddress listen)
    {
        server.AddServerHeader = false;
        server.RequestHeaderEncodingSelector = _ => Encoding.UTF8; // with a sign for what is none: by default it answers 400, which nginx takes for a failure
        server.Limits.MaxRequestLineSize = 64 * 1024;
        server.Limits.MaxRequestHeadersTotalSize = 128 * 1024;
        server.Limits.MaxRequestHeaderCount = 1000;
        server.Limits.MaxRequestBodySize = 64 * 1024;
        server.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(10);
        listen.Apply(server, options => options.Protocols = HttpProtocols.Http1);
    }

    /// <summary>The framework tells of every request what the schemes tell better, and of a failed start what the command does.</summary>
    private static void AddLog(ILoggingBuilder logging, ConfigurationManager configuration, Action<ILoggingBuilder> log)
    {
        var section = configuration.GetSection("Logging");
        ThrowIfUnsound(section, log);
        logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning);
        logging.AddFilter("Microsoft.Extensions.Hosting.Internal", LogLevel.Critical);
        logging.AddConfiguration(section);
        log(logging);
    }

    /// <exception cref="UsageException">The framework can't make a log by these settings, and would throw in the middle of its start.</exception>
    private static void ThrowIfUnsound(IConfigurationSection section, Action<ILoggingBuilder> log)
    {
        var services = new ServiceCollection().AddLogging(logging =>
        {
            logging.AddConfiguration(section);
            log(logging);
        });
        using var provider = services.BuildServiceProvider();
        try
        {
            _ = provider.GetRequiredService<ILoggerFactory>();
        }
        catch (Exception exception) when (exception is InvalidOperationException or ArgumentException or TargetInvocationException)
        {
            // What the exception says quotes the setting.
            throw new UsageException(
                $"The section {section.Key} of the settings cannot be read.", $"Levels are {string.Join(", ", Enum.GetNames<LogLevel>())}.");
        }
    }

    private static void Tell(ILogger logger, EdgeOptions options, IReadOnlyList<IPlatform> platforms)
    {
        EdgeLog.Serving(
            logger,
            string.Join(", ", platforms.Select(platform => platform.Title)),
            options.TakesSessions ? ", and sessions" : "",
            string.Join(", ", options.Claims.Select(claim => claim.Name).Prepend(ClaimHeader.Subject)));
        if (options.Listen.IsExposed)
        {
            EdgeLog.Exposed(logger, options.Listen.Text);
        }
    }
}
