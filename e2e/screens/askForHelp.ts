import type { Page } from '@playwright/test';
import { hold } from '../steps.ts';
import type { Look } from './look.ts';
import { heading, press, text } from './states.ts';

type InSession = { readonly coach: Page; readonly boss: Page; readonly room: Page; readonly ear: Page };

/** The family turns its camera off and on again, then asks for help. */
export async function askForHelp({ coach, boss, room, ear }: InSession, look: Look): Promise<void> {
  await press('Stop camera and sound')(room);
  await heading('Your camera and microphone are off.')(room).waitFor();
  await text(/turned off its camera/)(coach).waitFor();
  await look(room, 'room, turned off');
  await look(coach, 'console, room turned off');
  await press('Turn them on again')(room);

  await press('Get help')(ear);
  await heading('Get help')(ear).waitFor();
  await look(ear, 'ear, get help');
  await press('Get help')(room);
  await press(/^Tell .* now$/)(room);
  await text(/sees that you need help/)(room).waitFor();
  await look(room, 'room, get help');
  await text(/asks for help/)(coach).waitFor();
  await look(coach, 'console, emergency');
  await text(/asks for help/)(boss).waitFor();
  await look(boss, 'supervision, emergency');
  await hold(coach, /it is over/i);
  await press('Back')(room);
  await press('Back')(ear);
}
