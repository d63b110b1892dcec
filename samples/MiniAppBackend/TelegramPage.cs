namespace MiniAppBackend;

/// <summary>
/// The smallest page of a Telegram mini app: it shows what the back end says of its user. A real one has Telegram's own script, where
/// init data is <c>Telegram.WebApp.initData</c>; this one needs no network, and so finds it where that script does.
/// </summary>
internal static class TelegramPage
{
    public const string Html =
        """
        <!doctype html>
        <html lang="en">
        <meta charset="utf-8">
        <meta name="color-scheme" content="light dark">
        <title>Telegram mini app</title>
        <h1>Telegram mini app</h1>
        <pre id="answer"></pre>
        <script>
          const tell = eventType => parent.postMessage(JSON.stringify({ eventType, eventData: '' }), '*');
          addEventListener('message', ({ source, data }) => {
            const { eventType, eventData } = source === parent ? JSON.parse(data) : {};
            if (eventType === 'theme_changed') {
              document.body.style.background = eventData.theme_params.bg_color;
              document.body.style.color = eventData.theme_params.text_color;
            }
          });
          tell('web_app_request_theme');

          // Telegram signs init data when it opens the app, and never again.
          const isTooOld = response => /\breason="(expired|stale|revoked)"/.test(response.headers.get('WWW-Authenticate') ?? '');
          const initData = new URLSearchParams(location.hash.slice(1)).get('tgWebAppData') ?? '';
          fetch('/telegram/me', { headers: { Authorization: 'tma ' + initData } })
            .then(response => isTooOld(response) ? 'Too old: close the mini app and open it again.'
              : response.text().then(text => `${response.status} ${text}`))
            .then(text => document.getElementById('answer').textContent = text)
            .then(() => tell('web_app_ready'));
        </script>
        </html>
        """;
}
