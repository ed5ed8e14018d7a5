import { type Browser, chromium } from '@playwright/test';
import { findChromium } from '#server/processes/findChromium.ts';

/** A fake camera and microphone, and no throttling. */
const FLAGS = [
  '--no-sandbox',
  '--use-fake-ui-for-media-stream',
  // More pictures a second only make a slow machine slower. A film that is given as the camera has its own rate.
  '--use-fake-device-for-media-stream=fps=10',
  '--autoplay-policy=no-user-gesture-required',
  '--disable-background-networking',
  '--disable-background-timer-throttling',
  '--disable-backgrounding-occluded-windows',
  '--disable-renderer-backgrounding',
];

/** What the people in stories and measurements allow. A headless Chromium needs it beside the fake dialog. */
export const ALLOWED = ['camera', 'microphone'];

export function launchBrowser(flags: readonly string[]): Promise<Browser> {
  const executablePath = findChromium(process.env);
  return chromium.launch({ ...(executablePath === undefined ? {} : { executablePath }), args: [...FLAGS, ...flags] });
}
