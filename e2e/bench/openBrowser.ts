import { type Browser, chromium, type Page } from '@playwright/test';
import { findChromium } from '#server/processes/findChromium.ts';
import { BROWSER_FLAGS } from '#tools/browserFlags.ts';
import { installEars } from '../tones.ts';
import { installMouth } from './whisper/soundTaps.ts';

const FLAGS = [
  ...BROWSER_FLAGS,
  // Without this, a page without a microphone offers mDNS names that need multicast.
  '--disable-features=WebRtcHideLocalIpsWithMdns',
];

/** Opening a page may take long on a loaded machine, and is not measured. In ms. */
const PATIENCE_MS = 120_000;

/** A browser whose fake microphone plays a WAV file, or beeps without one. */
export function openBrowser(wav?: string): Promise<Browser> {
  const microphone = wav === undefined ? [] : [`--use-file-for-fake-audio-capture=${wav}`];
  const executablePath = findChromium(process.env);
  return chromium.launch({
    ...(executablePath === undefined ? {} : { executablePath }),
    args: [...FLAGS, ...microphone],
  });
}

/** A page in its own context, in which tracks can be tapped and a worklet can run. */
export async function openPage(browser: Browser): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width: 1366, height: 768 },
    locale: 'en-US',
    bypassCSP: true,
  });
  context.setDefaultTimeout(PATIENCE_MS);
  const page = await context.newPage();
  await page.addInitScript(installEars);
  await page.addInitScript(installMouth);
  return page;
}
