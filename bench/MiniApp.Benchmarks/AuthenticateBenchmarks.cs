using System.Security.Claims;
using BenchmarkDotNet.Attributes;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.BearerToken;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using TelegramMiniApp.AspNetCore;
using VkMiniApp.AspNetCore;

namespace VkMiniApp.Benchmarks;

/// <summary>A request's authentication as the middleware asks for it, with a context and a scope of its own each time.</summary>
[MemoryDiagnoser]
public class AuthenticateBenchmarks
{
    private const string NoResult = nameof(NoResult);
    private const string HandWritten = nameof(HandWritten);
    private const string Refusing = nameof(Refusing);

    private readonly ServiceProvider _services = Services();
    private readonly string _telegramHeader = "tma " + TelegramOpening.InitData;
    private string _launchHeader = "";
    private string _bearerTokenHeader = "";
    private string _jwtHeader = "";

    [GlobalSetup]
    public void Setup()
    {
        _launchHeader = "Bearer " + Launch.Token;

        var options = _services.GetRequiredService<IOptionsMonitor<BearerTokenOptions>>().Get(BearerTokenDefaults.AuthenticationScheme);
        _bearerTokenHeader = "Bearer " + options.BearerTokenProtector.Protect(SignIn.Ticket(BearerTokenDefaults.AuthenticationScheme));
        _jwtHeader = "Bearer " + SymmetricJwt.Create(Launch.Claims);
    }

    [Benchmark(Baseline = true, Description = "hand-written handler")]
    public Task<bool> ByHand() => Authenticate(HandWritten, _launchHeader, succeeds: true);

    [Benchmark(Description = "AddVkMiniApp")]
    public Task<bool> VkMiniApp() => Authenticate(VkMiniAppDefaults.AuthenticationScheme, _launchHeader, succeeds: true);

    [Benchmark(Description = "AddVkMiniApp, one claim asked for")]
    public Task<bool> VkMiniAppOneClaim() => Authenticate(
        VkMiniAppDefaults.AuthenticationScheme, _launchHeader, succeeds: true, user => user.FindFirstValue(ClaimTypes.NameIdentifier)!.Length);

    [Benchmark(Description = "AddVkMiniApp, all claims asked for")]
    public Task<bool> VkMiniAppAllClaims() => Authenticate(
        VkMiniAppDefaults.AuthenticationScheme, _launchHeader, succeeds: true, user => user.Claims.Sum(claim => claim.Value.Length));

    [Benchmark(Description = "AddTelegramMiniApp")]
    public Task<bool> TelegramMiniApp() => Authenticate(
        TelegramMiniAppDefaults.AuthenticationScheme, _telegramHeader, succeeds: true);

    [Benchmark(Description = "AddBearerToken")]
    public Task<bool> BearerToken() => Authenticate(BearerTokenDefaults.AuthenticationScheme, _bearerTokenHeader, succeeds: true);

    [Benchmark(Description = "AddJwtBearer, HS256")]
    public Task<bool> JwtBearer() => Authenticate(JwtBearerDefaults.AuthenticationScheme, _jwtHeader, succeeds: true);

    [Benchmark(Description = "a handler that answers NoResult")]
    public Task<bool> Nothing() => Authenticate(NoResult, _launchHeader, succeeds: false);

    [Benchmark(Description = "AddVkMiniApp, garbage")]
    public Task<bool> Garbage() => Authenticate(VkMiniAppDefaults.AuthenticationScheme, "Bearer not-a-launch", succeeds: false);

    private static ServiceProvider Services()
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddAuthentication()
            .AddVkMiniApp(options => options.AddApp(Launch.AppId, Launch.Secret))
            .AddTelegramMiniApp(options => options.AddBot(TelegramOpening.BotToken))
            .AddBearerToken()
            .AddJwtBearer(options => options.TokenValidationParameters = SymmetricJwt.Validation)
            .AddScheme<AuthenticationSchemeOptions, NoResultHandler>(NoResult, null)
            .AddScheme<HandWrittenOptions, HandWrittenHandler>(
                HandWritten, options => (options.AppId, options.Secret) = (Launch.AppId, Launch.Secret));

        services.AddSingleton<Microsoft.Extensions.Configuration.IConfiguration>(new Microsoft.Extensions.Configuration.ConfigurationBuilder().Build());
        return services.BuildServiceProvider();
    }

    private async Task<bool> Authenticate(string scheme, string authorization, bool succeeds, Func<ClaimsPrincipal, int>? read = null)
    {
        await using var scope = _services.CreateAsyncScope();
        var context = new DefaultHttpContext { RequestServices = scope.ServiceProvider };
        context.Request.Headers.Authorization = authorization;

        var result = await context.AuthenticateAsync(scheme);
        if (read?.Invoke(result.Principal!) == 0)
        {
            throw new InvalidOperationException($"{scheme} made no claims.");
        }

        return result.Succeeded == succeeds ? true : throw new InvalidOperationException($"{scheme}: {result.Failure?.Message}");
    }
}
