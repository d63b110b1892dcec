// A page on @telegram-apps/sdk-react that starts as its authors' template does: it knows nothing of a launcher.

import {
  backButton, bindThemeParamsCssVars, bindViewportCssVars, init, initData, isTMA, miniApp, mountMiniAppSync, mountViewport, restoreInitData,
  useLaunchParams, useRawInitData, useSignal,
} from '@telegram-apps/sdk-react';
import { useEffect, useState } from 'react';
import { createRoot } from 'react-dom/client';

function App() {
  const { tgWebAppPlatform } = useLaunchParams();
  const user = useSignal(initData.user);
  const isDark = useSignal(miniApp.isDark);
  const token = useRawInitData();
  const [answer, setAnswer] = useState('');

  useEffect(() => {
    fetch('/telegram/me', { headers: { Authorization: `tma ${token}` } })
      .then(async response => setAnswer(`${response.status} ${await response.text()}`));
  }, [token]);

  return (
    <>
      <h1>{user.first_name}</h1>
      <p id="client">{tgWebAppPlatform} {isDark ? 'dark' : 'light'}</p>
      <p id="answer">{answer}</p>
      <button type="button" onClick={() => backButton.show()}>Go deeper</button>
    </>
  );
}

async function start() {
  init();
  backButton.mount();
  restoreInitData();
  mountMiniAppSync();
  bindThemeParamsCssVars();
  await mountViewport();
  bindViewportCssVars();
  return await isTMA('complete') ? <App /> : <h1>Outside Telegram</h1>;
}

createRoot(document.getElementById('root')).render(await start());
