using Microsoft.AspNetCore.Antiforgery;
using Microsoft.Extensions.Options;

namespace MiniApp.AspNetCore;

/// <summary>
/// Has antiforgery's cookie kept where the session's is: in a frame of another site. Its own default, <c>SameSite=Strict</c>, is not sent
/// there, and every form would be refused.
/// </summary>
internal sealed class FramedAntiforgery(SessionSettings settings) : IConfigureOptions<AntiforgeryOptions>
{
    public void Configure(AntiforgeryOptions options)
    {
        if (settings.Options.UseCookieForPages)
        {
            // By SecurePolicy, antiforgery would throw where TLS ends at a proxy that does not say so.
            options.Cookie = new FramedCookieBuilder(options.Cookie);
        }
    }
}
