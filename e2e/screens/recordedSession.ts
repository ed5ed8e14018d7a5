import { expect } from '@playwright/test';
import { COACH_HZ } from '../people.ts';
import { coachSaysYes, familySaysYes } from '../reviewSteps.ts';
import { code, hold, nextStep, sessionIdOf, startCheckIn } from '../steps.ts';
import type { Journey } from './look.ts';
import { button, heading, link, press, type State, text, walk } from './states.ts';

/** A recorded session afterwards: its report, and a second coding by a supervisor who saw none of it. */
export const reviewSession: Journey = async (earshot, people, gallery) => {
  const [{ page: coach }, { page: room }] = [
    await people.invite({ hertz: COACH_HZ }),
    await people.invite('the family'),
  ];
  await startCheckIn(coach, room, earshot);
  await familySaysYes(room);
  await coachSaysYes(coach);
  await button(/^recording picture/i)(coach).waitFor({ timeout: 60_000 });
  await nextStep(coach, /start coding/i);
  await heading('Just play.')(room).waitFor();
  await code(coach, '4432172b4r3q74l2');
  await hold(coach, /end coding early/i);
  await nextStep(coach, /finish with feedback/i);
  await hold(coach, /close session/i);
  await heading('Thank you for playing.')(room).waitFor();
  const session = `/session/${sessionIdOf(coach)}`;
  await walk(
    coach,
    earshot.url,
    [{ name: 'report, live', at: `${session}/report`, ready: text(/labeled praise/i) }],
    gallery,
  );

  const { page: supervisor } = await people.invite('nothing');
  await supervisor.goto(earshot.links.supervisor);
  await expect(supervisor.getByRole('heading', { level: 1 })).toBeVisible();
  await walk(supervisor, earshot.links.supervisor, secondCoding(session), gallery);
};

const secondCoding = (session: string): readonly State[] => [
  { name: 'start, supervisor', at: '/', ready: heading('Sessions') },
  { name: 'report gate', at: `${session}/report`, ready: button('Open the report') },
  { name: 'review gate, blind', at: `${session}/review`, ready: heading(/Code blind first/) },
  { name: 'blind coding', act: press(/^code blind: cdi, /i), ready: text(/you code alone/i) },
  {
    name: 'blind coding, coded',
    act: async (page) => {
      await press('Play')(page);
      await code(page, '44271');
    },
    ready: text('All codes are saved.'),
  },
  { name: 'review gate, coded', act: (page) => hold(page, /^finish/i), ready: text('Your coding is saved.') },
  {
    name: 'review, recorded',
    act: press('Open the review'),
    ready: (page) => page.locator('[data-transcript] [data-line]').first(),
  },
  {
    name: 'review, a line of the transcript',
    act: press(/^(Enter what was said|Change the words) at/),
    ready: (page) => page.getByPlaceholder('What was said'),
    leave: press('Cancel'),
  },
  {
    name: 'review, agreement of two',
    act: (page) => page.getByRole('tab', { name: 'Agreement' }).click(),
    ready: text(/event agreement/i),
  },
  { name: 'coders, one', at: '/reviews/coders', ready: heading('Coders over time') },
  { name: 'reviews, supervisor', at: '/reviews', ready: link(/^Review the session/) },
];
