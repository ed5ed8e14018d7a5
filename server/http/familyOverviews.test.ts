import { describe, expect, test, vi } from 'vitest';
import type { Account } from '#shared/protocol/http/people.ts';
import { FamilyOverviews } from '#shared/protocol/http/families.ts';
import { pathOf } from '#shared/protocol/http/routes.ts';
import type { FamilyId } from '#shared/protocol/ids.ts';
import { anHttpClinic, NOW } from './testing/anHttpClinic.ts';

const DAY_MS = 24 * 3_600_000;

async function aClinic() {
  let time = NOW;
  const clinic = await anHttpClinic({ now: () => time });
  const ida = await clinic.aPerson('therapist', 'Ida');
  const read = vi.spyOn(clinic.courses, 'read');

  async function aFamily(name: string, therapist = ida): Promise<FamilyId> {
    const plan = { name, childInitials: 'T.', caregiverNames: ['Nora'], therapist: therapist.userId };
    return (await clinic.records.makeFamily(plan, { id: therapist.userId, name: therapist.name }, NOW)).familyId;
  }
  async function page(query: { family?: string; after?: FamilyId } = {}, as: Account = ida) {
    const { answer } = await clinic.ask('GET', pathOf('families:list', { query }), undefined, { as });
    return FamilyOverviews.parse(answer);
  }
  const pause = (familyId: FamilyId) =>
    clinic.ask('POST', pathOf('family:enter', { familyId }), { type: 'course.pause', reason: 'Away' }, { as: ida });
  return {
    clinic,
    ida,
    aFamily,
    page,
    pause,
    read,
    later: (days: number) => (time = new Date(NOW.getTime() + days * DAY_MS)),
  };
}

const names = ({ families }: FamilyOverviews) => families.map(({ name }) => name);

describe('families with the state of their courses', () => {
  test('[PER9] are listed by name, page by page, for those who are tied to them', async () => {
    const { clinic, aFamily, page } = await aClinic();
    const omar = await clinic.aPerson('therapist', 'Omar');
    await aFamily('Heron', omar);
    const made = Array.from({ length: 23 }, (_, index) => `Family ${String(index).padStart(2, '0')}`);
    for (const name of made.toReversed()) await aFamily(name);
    const first = await page();
    const second = await page({ after: first.next! });
    expect([...names(first), ...names(second)]).toEqual(made);
    expect([first.families.length, second.next]).toEqual([20, null]);
    expect(names(await page({}, omar))).toEqual(['Heron']);
  });

  test('are found by a part of their name', async () => {
    const { aFamily, page } = await aClinic();
    for (const name of ['Lark', 'Larkin', 'Wren']) await aFamily(name);
    expect(names(await page({ family: 'ARK' }))).toEqual(['Lark', 'Larkin']);
  });

  test('show what changed at once', async () => {
    const { aFamily, page, pause } = await aClinic();
    const familyId = await aFamily('Lark');
    const standing = async () => (await page()).families.map(({ course }) => course.standing);
    expect(await standing()).toEqual(['running']);
    await pause(familyId);
    expect(await standing()).toEqual(['paused']);
  });

  test('are derived anew only if something changed or another day has begun', async () => {
    const { aFamily, page, pause, read, later } = await aClinic();
    const [lark] = [await aFamily('Lark'), await aFamily('Wren')];
    await page();
    expect(read).toHaveBeenCalledTimes(2);
    read.mockClear();
    await page();
    expect(read).not.toHaveBeenCalled();

    await pause(lark);
    read.mockClear();
    await page();
    expect(read.mock.calls).toEqual([[lark]]);
    read.mockClear();
    later(1);
    await page();
    expect(read).toHaveBeenCalledTimes(2);
  });

  test('are prepared for a new day, so that the first list of the day derives none', async () => {
    const { clinic, aFamily, page, read, later } = await aClinic();
    for (const name of ['Lark', 'Wren']) await aFamily(name);
    expect(await clinic.courseDesk.prepareToday()).toBe(2);
    later(1);
    expect(await clinic.courseDesk.prepareToday()).toBe(2);
    expect(await clinic.courseDesk.prepareToday()).toBe(0);
    read.mockClear();
    expect((await page()).families).toHaveLength(2);
    expect(read).not.toHaveBeenCalled();
  });
});
