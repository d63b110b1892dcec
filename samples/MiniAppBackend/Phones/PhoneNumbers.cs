using System.Security.Claims;
using MaxMiniApp;
using MaxMiniApp.AspNetCore;
using Microsoft.Extensions.Options;
using TelegramMiniApp;
using TelegramMiniApp.AspNetCore;
using VkMiniApp;
using VkMiniApp.AspNetCore;

namespace MiniAppBackend;

/// <summary>
/// The phone number that a page asked its user for, proved by the platform to be that user's. A back end would keep it; this one says it
/// back, or why it is none.
/// </summary>
internal static class PhoneNumbers
{
    public static IResult OfVk(VkPhone phone, ClaimsPrincipal user, IOptionsMonitor<VkMiniAppOptions> schemes)
    {
        var result = CreateVerifier(schemes.Get(VkMiniAppDefaults.AuthenticationScheme))
            .VerifyPhoneNumber(user.GetVkLaunchParams(), phone.PhoneNumber, phone.Sign);
        return Answer(result.Value, result.Failure);
    }

    public static IResult OfTelegram(TelegramPhone phone, ClaimsPrincipal user, IOptionsMonitor<TelegramMiniAppOptions> schemes)
    {
        var result = CreateVerifier(schemes.Get(TelegramMiniAppDefaults.AuthenticationScheme))
            .Verify(phone.Response, user.GetTelegramUserId() ?? 0);
        return Answer(result.Contact?.PhoneNumber, result.Failure);
    }

    public static IResult OfMax(MaxPhone phone, ClaimsPrincipal user, IOptionsMonitor<MaxMiniAppOptions> schemes)
    {
        var result = CreateVerifier(schemes.Get(MaxMiniAppDefaults.AuthenticationScheme))
            .Verify(phone.Phone, phone.AuthDate, phone.Hash, user.GetMaxUserId() ?? 0);
        return Answer(result.Contact?.PhoneNumber, result.Failure);
    }

    private static IResult Answer(string? phoneNumber, Enum failure) =>
        phoneNumber is null ? Results.Text(failure.ToString(), statusCode: StatusCodes.Status400BadRequest) : Results.Text(phoneNumber);

    private static VkContactVerifier CreateVerifier(VkMiniAppOptions scheme)
    {
        var options = new VkContactVerifierOptions();
        foreach (var (appId, secrets) in scheme.Apps)
        {
            options.AddApp(appId, [.. secrets]);
        }

        return new VkContactVerifier(options);
    }

    private static TelegramContactVerifier CreateVerifier(TelegramMiniAppOptions scheme)
    {
        var options = new TelegramContactVerifierOptions { TimeProvider = scheme.TimeProvider ?? TimeProvider.System };
        foreach (var (botId, keys) in scheme.Bots.Where(bot => bot.Value.Count > 0))
        {
            options.AddBot(botId, keys[0], [.. keys.Skip(1)]);
        }

        return new TelegramContactVerifier(options);
    }

    private static MaxContactVerifier CreateVerifier(MaxMiniAppOptions scheme)
    {
        var options = new MaxContactVerifierOptions { TimeProvider = scheme.TimeProvider ?? TimeProvider.System };
        foreach (var tokens in scheme.Bots)
        {
            options.AddBot(tokens[0], [.. tokens.Skip(1)]);
        }

        return new MaxContactVerifier(options);
    }
}
