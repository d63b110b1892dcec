namespace MiniAppBackend;

/// <summary>The page without a sign-in.</summary>
internal static class Home
{
    public const string Text =
        """
        The back end of a VK mini app.

        GET /app/                  the mini app's page
        GET /me                    who you are; needs a launch signed by VK, or a session that began with one
        DELETE /me                 policy: a launch of the last five minutes
        POST /phone                your phone number, as VKWebAppGetPhoneNumber gave it to the page
        GET /russian               policy: VK's interface is in Russian
        GET /community             the community that the app was opened from
        GET /community/settings    policy: its administrators and editors

        A launch goes into the header: Authorization: Bearer <the query of the mini app's address>

        POST /session              exchanges a launch for an access token and a refresh token; header: Launch-Binding
        POST /session/cookie       exchanges a launch for a cookie; header: Launch-Binding
        POST /session/refresh      exchanges {"refreshToken":"…"} for new ones
        DELETE /session            ends the session; DELETE /session/all ends all of the user's
        GET /session               who you are; takes a launch, an access token, or the cookie with X-Requested-With
        /hubs/lobby                SignalR; takes a launch

        And where there are settings for them:

        GET /telegram/me           who you are; header: Authorization: tma <Telegram.WebApp.initData>
        POST /telegram/phone       your phone number, as requestContact gave it to the page
        GET /max/me                who you are; header: Authorization: max <WebApp.initData>
        POST /max/phone            your phone number, as requestContact gave it to the page
        """;
}
