namespace MiniAppBackend;

/// <summary>
/// The smallest page of a MAX mini app: it shows what the back end says of its user, and of the user's phone number. A real one has MAX's
/// own script, <c>max-web-app.js</c>; this one needs no network, and so speaks with the client as that script does.
/// </summary>
internal static class MaxPage
{
    public const string Html =
        """
        <!doctype html>
        <html lang="en">
        <meta charset="utf-8">
        <meta name="color-scheme" content="light dark">
        <title>MAX mini app</title>
        <h1>MAX mini app</h1>
        <pre id="answer"></pre>
        <button id="share">Share my phone number</button>
        <pre id="phone" role="status"></pre>
        <script>
          const waiting = new Map();
          const tell = (type, data = {}) => parent.postMessage(JSON.stringify({ type, ...data }), '*');
          const request = type => new Promise((resolve, reject) => {
            const requestId = `${Math.random()}`;
            waiting.set(requestId, { resolve, reject });
            tell(type, { requestId });
          });
          window.WebApp = {
            initData: new URLSearchParams(location.hash.slice(1)).get('WebAppData') ?? '',
            ready: () => tell('WebAppReady'),
            requestContact: () => request('WebAppRequestPhone'),
            // The client answers here.
            sendEvent: (type, json) => {
              const { requestId, ...answer } = JSON.parse(json);
              const { resolve, reject } = waiting.get(requestId) ?? {};
              waiting.delete(requestId);
              (answer.error ? reject : resolve)?.(answer);
            },
          };

          // MAX signs init data when it opens the app, and never again.
          const isTooOld = response => /\breason="(expired|stale|revoked)"/.test(response.headers.get('WWW-Authenticate') ?? '');
          const show = id => text => document.getElementById(id).textContent = text;
          const headers = { Authorization: 'max ' + WebApp.initData };
          const describe = response => isTooOld(response) ? 'Too old: close the mini app and open it again.'
            : response.text().then(text => `${response.status} ${text}`);

          fetch('/max/me', { headers }).then(describe).then(show('answer')).then(WebApp.ready);
          document.getElementById('share').addEventListener('click', () => WebApp.requestContact()
            .then(contact => fetch('/max/phone', {
              method: 'POST',
              headers: { ...headers, 'Content-Type': 'application/json' },
              body: JSON.stringify(contact),
            }).then(describe), ({ error }) => error.code)
            .then(show('phone')));
        </script>
        </html>
        """;
}
