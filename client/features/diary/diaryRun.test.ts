// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { HttpError } from '#client/api/http.ts';
import { aBrowserStore } from '#client/api/testing/aBrowserStore.ts';
import { Diary, DiaryDay, type DiaryNote } from '#shared/protocol/http/diary.ts';
import { openDiaryRun } from './diaryRun.ts';

const JUNE = '00000000-0000-4000-8000-000000000001';
const JON = '00000000-0000-4000-8000-000000000002';

const aDiary = (caregiverId: string) =>
  Diary.parse({
    ...{ caregiverId, caregiverName: 'June', practiceName: 'Special time', minutes: 5, task: null, hasPasskey: false },
    ...{ today: '2026-11-28', days: [], card: null },
  });
const aDay = (on: string, minutes: number) => DiaryDay.parse({ on, minutes, obstacle: null, praises: null });

/** A phone and its clinic. The test decides which diaries the clinic accepts days for. */
function aPhone() {
  const browser = aBrowserStore();
  const clinic = { open: JUNE, isAway: false, sent: [] as DiaryNote[] };
  let ids = 0;
  const openPage = (caregiverId: string) =>
    openDiaryRun(aDiary(caregiverId), {
      read: () => Promise.resolve(aDiary(clinic.open)),
      send(note) {
        if (clinic.isAway) return Promise.reject(new HttpError('offline'));
        if (note.caregiverId !== clinic.open) return Promise.reject(new HttpError('not-allowed'));
        clinic.sent.push(note);
        return Promise.resolve(aDiary(clinic.open));
      },
      store: browser.window(),
      makeId: () => `00000000-0000-4000-8000-${String(++ids).padStart(12, '0')}`,
      random: () => 0,
      page: window,
    });
  const sent = () => clinic.sent.map(({ caregiverId, on, minutes }) => [caregiverId, on, minutes]);
  return { browser, clinic, openPage, sent };
}

const aWhile = () => vi.advanceTimersByTimeAsync(20_000);

beforeEach(() => void vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

describe('[LOG4] a day that was noted', () => {
  test('waits for its own diary on a phone shared by two caregivers', async () => {
    const { clinic, openPage, sent } = aPhone();
    clinic.isAway = true;
    const june = openPage(JUNE);
    june.note(aDay('2026-11-28', 5));
    june.close();
    Object.assign(clinic, { isAway: false, open: JON });
    const jon = openPage(JON);
    await aWhile();
    expect([sent(), jon.getSnapshot().unsent]).toEqual([[], []]);
    jon.close();
    clinic.open = JUNE;
    openPage(JUNE);
    await aWhile();
    expect(sent()).toEqual([[JUNE, '2026-11-28', 5]]);
  });

  test('on an open page is not sent to a diary opened later, and is sent once its own is back', async () => {
    const { clinic, openPage, sent } = aPhone();
    const june = openPage(JUNE);
    clinic.open = JON;
    june.note(aDay('2026-11-28', 5));
    await aWhile();
    expect([sent(), june.getSnapshot().trouble]).toEqual([[], 'another']);
    clinic.open = JUNE;
    window.dispatchEvent(new Event('focus'));
    await aWhile();
    expect([sent(), june.getSnapshot().trouble]).toEqual([[[JUNE, '2026-11-28', 5]], undefined]);
  });

  test('is neither lost nor overwritten by another window of the same diary', async () => {
    const { clinic, openPage, sent } = aPhone();
    clinic.isAway = true;
    const [one, other] = [openPage(JUNE), openPage(JUNE)];
    one.note(aDay('2026-11-27', 5));
    other.note(aDay('2026-11-28', 7));
    await aWhile();
    for (const run of [one, other]) run.close();
    clinic.isAway = false;
    openPage(JUNE);
    await aWhile();
    expect(sent()).toEqual([
      [JUNE, '2026-11-27', 5],
      [JUNE, '2026-11-28', 7],
    ]);
  });

  test('is replaced by a later entry for the same day, in any window', async () => {
    const { clinic, openPage, sent } = aPhone();
    clinic.isAway = true;
    const [one, other] = [openPage(JUNE), openPage(JUNE)];
    one.note(aDay('2026-11-28', 5));
    await aWhile();
    other.note(aDay('2026-11-28', 9));
    await aWhile();
    expect(one.getSnapshot().unsent).toMatchObject([{ minutes: 9 }]);
    other.close();
    clinic.isAway = false;
    await aWhile();
    expect(sent()).toEqual([[JUNE, '2026-11-28', 9]]);
  });

  test('is sent even without storage, and is not called kept before', async () => {
    const { browser, clinic, openPage, sent } = aPhone();
    browser.fill(true);
    clinic.isAway = true;
    const run = openPage(JUNE);
    run.note(aDay('2026-11-28', 5));
    expect(run.getSnapshot()).toMatchObject({ unsent: [{ minutes: 5 }], isKept: false });
    clinic.isAway = false;
    await aWhile();
    expect(sent()).toEqual([[JUNE, '2026-11-28', 5]]);
  });

  test('is sent when the clinic is reachable again, even if the phone was always online', async () => {
    const { clinic, openPage, sent } = aPhone();
    clinic.isAway = true;
    const run = openPage(JUNE);
    run.note(aDay('2026-11-28', 5));
    await aWhile();
    expect(run.getSnapshot().trouble).toBe('offline');
    clinic.isAway = false;
    await aWhile();
    expect([sent(), run.getSnapshot().trouble]).toEqual([[[JUNE, '2026-11-28', 5]], undefined]);
  });
});
