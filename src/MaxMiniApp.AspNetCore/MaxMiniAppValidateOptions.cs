using Microsoft.Extensions.DependencyInjection;
using MiniApp.AspNetCore;

namespace MaxMiniApp.AspNetCore;

/// <summary>Finds what keeps init data from being verified.</summary>
internal sealed class MaxMiniAppValidateOptions(IServiceProviderIsService services)
    : MiniAppValidateOptions<MaxMiniAppOptions>(services)
{
    protected override string? FindFault(MaxMiniAppOptions options)
    {
        if (options is { BotToken: null, Bots.Count: 0 })
        {
            return $"{nameof(options.BotToken)} is missing.";
        }

        if (options.BotToken is { } token && !Array.TrueForAll([token, .. options.OlderBotTokens], MaxBotToken.IsUsable))
        {
            return $"{nameof(options.BotToken)} must not be empty and must not hold white space.";
        }

        return options.ToVerifierOptions().FindFault();
    }
}
