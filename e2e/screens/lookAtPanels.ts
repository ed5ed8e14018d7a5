import type { Page } from '@playwright/test';
import type { Look } from './look.ts';
import { press, text } from './states.ts';

/** Every side panel of the console that a key opens, and what opens from it. */
export async function lookAtPanels(coach: Page, look: Look): Promise<void> {
  const panels = { ',': 'people', '.': 'notes', ';': 'recording', F1: 'keys', F2: 'safety' };
  for (const [key, panel] of Object.entries(panels)) {
    await coach.keyboard.press(key);
    await look(coach, `console, ${panel} panel`);
    if (panel === 'keys') await lookAtOwnKeys(coach, look);
    await coach.keyboard.press('Escape');
    await coach.keyboard.press('Escape');
  }
  await lookAtEarPanels(coach, look);
}

async function lookAtOwnKeys(coach: Page, look: Look): Promise<void> {
  await press('Change keys')(coach);
  await coach
    .getByRole('textbox', { name: /for: Labeled praise$/ })
    .first()
    .press('u');
  await text(/^Not changed:/)(coach).waitFor();
  await look(coach, 'console, keys refused');
  await press('Done')(coach);
}

/** The panels that open from the people panel: a phone as earphones, and whispering without an ear check. */
async function lookAtEarPanels(coach: Page, look: Look): Promise<void> {
  for (const [opener, panel] of [
    [/^Connect a phone for/, 'pair'],
    ['Allow whispering anyway …', 'override'],
  ] as const) {
    await coach.keyboard.press(',');
    await press(opener)(coach);
    await look(coach, `console, ${panel} panel`);
    await coach.keyboard.press('Escape');
  }
}
