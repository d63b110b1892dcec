using MaxMiniApp.AspNetCore;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using TelegramMiniApp.AspNetCore;
using VkMiniApp;
using VkMiniApp.AspNetCore;

namespace MiniApp.Tool.Tests;

/// <summary>An application with the example's settings: what it says of a request is what the tool has to say.</summary>
internal sealed class Backend : IDisposable
{
    private readonly ServiceProvider _services;

    public Backend(TimeProvider clock)
        : this(clock, new ConfigurationBuilder()
            .AddInMemoryCollection(Example.Environment.Select(variable =>
                KeyValuePair.Create(variable.Key.Replace("__", ":", StringComparison.Ordinal), (string?)variable.Value)))
            .Build())
    {
    }

    private Backend(TimeProvider clock, IConfiguration configuration)
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton(configuration);
        services.AddSingleton(clock);
        services.AddAuthentication().AddVkMiniApp().AddTelegramMiniApp().AddMaxMiniApp();
        _services = services.BuildServiceProvider();
    }

    /// <summary>What keeps an application with this settings file from starting, as far as one platform is concerned.</summary>
    public static string FindFault(string platform, string settingsFile)
    {
        using var backend = new Backend(TimeProvider.System, new ConfigurationBuilder().AddJsonFile(settingsFile).Build());
        return Assert.Throws<OptionsValidationException>(() => platform switch
        {
            "vk" => backend.Options<VkMiniAppOptions>(platform),
            "telegram" => backend.Options<TelegramMiniAppOptions>(platform),
            _ => (object)backend.Options<MaxMiniAppOptions>(platform),
        }).Message;
    }

    /// <summary>Whether the scheme signs in who sends this <c>Authorization</c> header.</summary>
    public async Task<bool> AcceptsHeaderAsync(string platform, string header)
    {
        await using var scope = _services.CreateAsyncScope();
        var context = new DefaultHttpContext { RequestServices = scope.ServiceProvider };
        context.Request.Headers.Authorization = header;

        return (await context.AuthenticateAsync(SchemeOf(platform))).Succeeded;
    }

    /// <summary>Whether the scheme's verifier takes this text for a good token.</summary>
    public bool Accepts(string platform, string token) => platform switch
    {
        "vk" => Options<VkMiniAppOptions>(platform).Verifier.Check(token) == VkLaunchFailure.None,
        "telegram" => Options<TelegramMiniAppOptions>(platform).Verifier.Check(token) == InitDataFailure.None,
        _ => Options<MaxMiniAppOptions>(platform).Verifier.Check(token) == InitDataFailure.None,
    };

    public void Dispose() => _services.Dispose();

    private TOptions Options<TOptions>(string platform) =>
        _services.GetRequiredService<IOptionsMonitor<TOptions>>().Get(SchemeOf(platform));

    private static string SchemeOf(string platform) =>
        platform switch { "vk" => "VkMiniApp", "telegram" => "TelegramMiniApp", _ => "MaxMiniApp" };
}
