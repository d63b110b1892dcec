using System.Security.Claims;
using MaxMiniApp;
using MaxMiniApp.AspNetCore;
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
    public static IResult OfVk(VkPhone phone, ClaimsPrincipal user, VkContactVerifier contacts)
    {
        var result = contacts.VerifyPhoneNumber(user.GetVkLaunchParams(), phone.PhoneNumber, phone.Sign);
        return Answer(result.Value, result.Failure);
    }

    public static IResult OfTelegram(TelegramPhone phone, ClaimsPrincipal user, TelegramContactVerifier contacts)
    {
        var result = contacts.Verify(phone.Response, user.GetTelegramUserId() ?? 0);
        return Answer(result.Contact?.PhoneNumber, result.Failure);
    }

    public static IResult OfMax(MaxPhone phone, ClaimsPrincipal user, MaxContactVerifier contacts)
    {
        var result = contacts.Verify(phone.Phone, phone.AuthDate, phone.Hash, user.GetMaxUserId() ?? 0);
        return Answer(result.Contact?.PhoneNumber, result.Failure);
    }

    private static IResult Answer(string? phoneNumber, Enum failure) =>
        phoneNumber is null ? Results.Text(failure.ToString(), statusCode: StatusCodes.Status400BadRequest) : Results.Text(phoneNumber);
}
