import { expect } from '@playwright/test';
import { sessionTimeAt } from '#shared/domain/recording/timeMap.ts';
import { PHONE } from './people.ts';
import { recordedSizes } from './recordedFrames.ts';
import { familySaysYes, fetchTake, takesOf, reviewOf } from './reviewSteps.ts';
import { hold, letIn, nextStep, openConsole, openRoomDevice, sessionIdOf, waitUntilSeenAndHeard } from './steps.ts';
import { installUprightPhone } from './uprightPhone.ts';
import { test } from './story.ts';

/** How long the phone is held in each position, in ms. */
const HELD_MS = 8_000;
/** How long the picture may lie on its side after a turn, in ms, until another recorder has started. */
const SETTLES_MS = 4_000;

for (const turning of ['says so', 'turns it'] as const) {
  test(`a phone that is held upright and ${turning} is recorded upright, and plays on when it is turned`, async ({
    earshot,
    people,
  }) => {
    const [{ page: coach }, { page: room }] = [
      await people.invite({ hertz: 500 }),
      await people.invite('nothing', PHONE),
    ];
    await room.addInitScript(installUprightPhone, turning);
    await openConsole(coach, earshot);
    await openRoomDevice(room, earshot);
    await letIn(coach);
    await nextStep(coach, /start check-in/i);
    await waitUntilSeenAndHeard(room);
    await familySaysYes(room);
    await expect(coach.getByRole('button', { name: /^recording picture/i })).toBeVisible({ timeout: 60_000 });
    await coach.waitForTimeout(HELD_MS);
    const turnedAt = Date.now();
    await room.evaluate(() => globalThis.turnPhone?.());
    await coach.waitForTimeout(HELD_MS);
    await nextStep(coach, /start coding/i);
    await hold(coach, /end coding early/i);
    await nextStep(coach, /finish with feedback/i);
    await hold(coach, /close session/i);
    const sessionId = sessionIdOf(coach);
    await expect.poll(async () => (await takesOf(coach, sessionId)).every(({ complete }) => complete)).toBe(true);
    const takes = await takesOf(coach, sessionId);
    const { startedAt } = await reviewOf(coach, sessionId);
    const turned = turnedAt - new Date(startedAt).getTime();

    await test.step('first the picture is higher than wide, then wider than high, and red is always above', async () => {
      const seen: { readonly at: number; readonly shape: string; readonly redAbove: boolean }[] = [];
      for (const [index, take] of takes.entries()) {
        const next = takes[index + 1];
        const until = next === undefined ? Infinity : sessionTimeAt(next.timeMap, 0);
        for (const { mediaMs, width, height, redAbove } of await recordedSizes(
          await fetchTake(coach, sessionId, take),
        )) {
          const at = sessionTimeAt(take.timeMap, mediaMs);
          // If two takes contain a moment, the one that began later is played.
          if (at < until) seen.push({ at, shape: height > width ? 'upright' : 'lying', redAbove });
        }
      }
      // Another recorder takes over when the phone is turned. Until then the picture lies on its side.
      const settled = seen.filter(({ at }) => at < turned - SETTLES_MS || at > turned + SETTLES_MS);
      expect(settled.length).toBeGreaterThan(20);
      for (const { at, shape, redAbove } of settled) {
        expect({ at, shape, redAbove }).toEqual({ at, shape: at < turned ? 'upright' : 'lying', redAbove: true });
      }
    });

    await test.step('a browser plays each take to its end', async () => {
      for (const { partId } of takes) {
        await coach.evaluate(async (url) => {
          const video = document.createElement('video');
          video.muted = true;
          video.playbackRate = 4;
          video.src = url;
          await video.play();
          await new Promise((resolve, reject) => {
            video.onended = resolve;
            video.onerror = () => reject(new Error(video.error?.message ?? 'It does not play.'));
          });
        }, `/api/sessions/${sessionId}/recording/${partId}`);
      }
    });
  });
}
