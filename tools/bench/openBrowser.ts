import { type Browser, chromium, type Page } from '@playwright/test';
import { findChromium } from '#server/processes/findChromium.ts';
import { BROWSER_FLAGS } from '../browserFlags.ts';
import { installEars } from '../../e2e/tones.ts';
import { installMouth } from './whisper/soundTaps.ts';

const FLAGS = [
  ...BROWSER_FLAGS,
  // A page without a microphone would otherwise offer names that only a network with multicast can look up.
  '--disable-features=WebRtcHideLocalIpsWithMdns',
];

/** Opening a page may take long on a loaded machine, and is not what is measured. In ms. */
const PATIENCE_MS = 120_000;

/** A browser whose fake microphone says what is in a WAV file, or beeps where there is none. */
export function openBrowser(wav?: string): Promise<Browser> {
  const microphone = wav === undefined ? [] : [`--use-file-for-fake-audio-capture=${wav}`];
  const executablePath = findChromium(process.env);
  return chromium.launch({
    ...(executablePath === undefined ? {} : { executablePath }),
    args: [...FLAGS, ...microphone],
  });
}

/** A page of somebody of their own, in which tracks can be tapped and a worklet of ours may run. */
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
