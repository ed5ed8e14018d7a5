import type { Browser, Page } from '@playwright/test';
import { ALLOWED, launchBrowser } from '../launchBrowser.ts';
import { installEars } from '../tones.ts';
import { installMouth } from './whisper/soundTaps.ts';

/** Without this, a page without a microphone offers mDNS names that need multicast. */
const NO_MDNS = '--disable-features=WebRtcHideLocalIpsWithMdns';

/** Opening a page may take long on a loaded machine, and is not measured. In ms. */
const PATIENCE_MS = 120_000;

/** A browser whose fake microphone plays a WAV file, or beeps without one. */
export function openBrowser(wav?: string): Promise<Browser> {
  const microphone = wav === undefined ? [] : [`--use-file-for-fake-audio-capture=${wav}`];
  return launchBrowser([NO_MDNS, ...microphone]);
}

/** A page in its own context, in which tracks can be tapped and a worklet can run. */
export async function openPage(browser: Browser): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width: 1366, height: 768 },
    locale: 'en-US',
    permissions: ALLOWED,
    bypassCSP: true,
  });
  context.setDefaultTimeout(PATIENCE_MS);
  const page = await context.newPage();
  await page.addInitScript(installEars);
  await page.addInitScript(installMouth);
  return page;
}
