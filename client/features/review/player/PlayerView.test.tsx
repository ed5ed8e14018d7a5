// @vitest-environment jsdom
import { act, screen } from '@testing-library/react';
import { beforeEach, expect, test, vi } from 'vitest';
import { renderScreen } from '#client/testing/renderScreen.tsx';
import { aReviewedSession } from '#shared/session/testing/aReviewedSession.ts';
import { aReviewView, aStillPlayer } from '../testing/aReviewView.ts';
import { ReviewContext } from '../reviewContext.ts';
import { aRecordedTake } from './testing/aRecordedTake.ts';
import { PlayerTime } from './PlayerTime.tsx';
import { PlayerView } from './PlayerView.tsx';
import { recordedOf } from './recordedTakes.ts';

const { state, program } = aReviewedSession();
const review = aReviewView(state, program);

beforeEach(() => {
  vi.spyOn(HTMLMediaElement.prototype, 'pause').mockReturnValue();
  vi.spyOn(HTMLMediaElement.prototype, 'load').mockReturnValue();
});

/** Two minutes, recorded from 0:10 to 1:40, ten seconds each without picture, without both and without sound. */
async function open() {
  const player = aStillPlayer({
    recorded: recordedOf({
      takes: [aRecordedTake(1, 10_000, 100_000)],
      holes: [
        { what: 'picture', why: 'device-stopped', from: 30_000, to: 50_000 },
        { what: 'sound', why: 'not-arriving', from: 40_000, to: 60_000 },
      ],
    }),
    endsAt: 120_000,
  });
  const session = { player, recording: 'known', isWithheld: false, askAgain: () => undefined } as const;
  await renderScreen(
    <ReviewContext value={{ review, player }}>
      <PlayerView session={session} />
      <PlayerTime player={player} />
    </ReviewContext>,
    'review',
  );
  return player;
}

const slider = () => screen.getByRole('slider', { name: 'Position in the session' });
const said = () => screen.queryByRole('status')?.textContent ?? '';

test.for([
  [5_000, '0:05, Nothing was recorded here', /^Nothing was recorded here/],
  [20_000, '0:20', /^$/],
  [35_000, '0:35, No picture was recorded here', /^No picture was recorded here.*The sound continues\.$/],
  [45_000, '0:45, Nothing was recorded here', /^Nothing was recorded here.*no picture and no sound\.$/],
  [55_000, '0:55, No sound was recorded here', /^No sound was recorded here.*The picture continues\.$/],
  [110_000, '1:50, Nothing was recorded here', /^Nothing was recorded here/],
] as const)(
  '[RCD3] over %i ms the slider says “%s”, and so does the place of the picture',
  async ([at, value, card]) => {
    const player = await open();
    act(() => player.seek(at));
    expect(slider().getAttribute('aria-valuetext')).toBe(value);
    expect(said()).toMatch(card);
  },
);

test('[RCD3] the slider marks what was not recorded, and describes it to who does not see the marks', async () => {
  await open();
  const list = document.getElementById(slider().getAttribute('aria-describedby') ?? '');
  expect(list?.textContent).toBe(
    'Not recorded: 0:00 to 0:10, 0:30 to 0:40 (picture), 0:40 to 0:50, 0:50 to 1:00 (sound), 1:40 to 2:00',
  );
  expect(document.querySelectorAll('[data-lacks]')).toHaveLength(5);
});
