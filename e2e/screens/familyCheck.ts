import type { Page } from '@playwright/test';
import type { Look } from './look.ts';
import { button, heading, press, text } from './states.ts';

/** What a family sees from its link to the waiting room, step by step. */
export async function lookAtFamilyCheck(page: Page, look: Look): Promise<void> {
  await heading('Your camera is on')(page).waitFor();
  await look(page, 'family check, camera');
  await press('Continue')(page);
  await text('The microphone hears you')(page).waitFor();
  await look(page, 'family check, microphone');
  await press('Continue')(page);
  await press('Play a tone')(page);
  await button('I heard nothing')(page).waitFor();
  await look(page, 'family check, sound');
  await press('Continue')(page);
  await text(/get through/)(page).waitFor();
  await look(page, 'family check, connection');
  await press('I’m ready')(page);
}
