namespace MiniAppBackend;

/// <summary>
/// The smallest page of a Telegram mini app: it shows what the back end says of its user, and of the user's phone number. A real one has
/// Telegram's own script, where init data is <c>Telegram.WebApp.initData</c>; this one needs no network, and so speaks with the client as
/// that script does.
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
        <button id="share">Share my phone number</button>
        <pre id="phone" role="status"></pre>
        <script>
          const heard = new EventTarget();
          const tell = (eventType, eventData = '') => parent.postMessage(JSON.stringify({ eventType, eventData }), '*');
          const next = eventType => new Promise(resolve => heard.addEventListener(eventType, ({ detail }) => resolve(detail), { once: true }));
          addEventListener('message', ({ source, data }) => {
            const { eventType, eventData } = source === parent ? JSON.parse(data) : {};
            heard.dispatchEvent(new CustomEvent(eventType, { detail: eventData }));
          });
          heard.addEventListener('theme_changed', ({ detail }) => {
            document.body.style.background = detail.theme_params.bg_color;
            document.body.style.color = detail.theme_params.text_color;
          });
          tell('web_app_request_theme');

          // Telegram signs init data when it opens the app, and never again.
          const isTooOld = response => /\breason="(expired|stale|revoked)"/.test(response.headers.get('WWW-Authenticate') ?? '');
          const show = id => text => document.getElementById(id).textContent = text;
          const headers = { Authorization: 'tma ' + (new URLSearchParams(location.hash.slice(1)).get('tgWebAppData') ?? '') };
          const describe = response => isTooOld(response) ? 'Too old: close the mini app and open it again.'
            : response.text().then(text => `${response.status} ${text}`);

          fetch('/telegram/me', { headers }).then(describe).then(show('answer')).then(() => tell('web_app_ready'));

          // The client says whether the user shares the number, and hands the signed contact out when it is asked for it.
          const requestContact = async () => {
            tell('web_app_request_phone');
            if ((await next('phone_requested')).status !== 'sent') {
              return undefined;
            }
            tell('web_app_invoke_custom_method', { req_id: '1', method: 'getRequestedContact', params: {} });
            return (await next('custom_method_invoked')).result;
          };
          document.getElementById('share').addEventListener('click', () => requestContact()
            .then(response => response === undefined ? 'The user declined.' : fetch('/telegram/phone', {
              method: 'POST',
              headers: { ...headers, 'Content-Type': 'application/json' },
              body: JSON.stringify({ response }),
            }).then(describe))
            .then(show('phone')));
        </script>
        </html>
        """;
}
