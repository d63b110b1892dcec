using System.Data.Common;
using MiniApp.AspNetCore;

namespace Accounts;

/// <summary>A store, or a platform's server, that is away or too busy is no fault of the request: it may come again.</summary>
internal static class StoreFailures
{
    public static void UseStoreFailures(this WebApplication app) => app.UseExceptionHandler(new ExceptionHandlerOptions
    {
        StatusCodeSelector = exception => exception switch
        {
            BadHttpRequestException bad => bad.StatusCode,
            _ when IsAway(exception) => StatusCodes.Status503ServiceUnavailable,
            _ => StatusCodes.Status500InternalServerError,
        },
    });

    private static bool IsAway(Exception? exception) =>
        exception is DbException or HttpRequestException or IOException or TimeoutException or MiniAppStoreUnavailableException
        || (exception is not null && IsAway(exception.InnerException));
}
