// @vitest-environment jsdom
import { act, screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { renderScreen } from '#client/testing/renderScreen.tsx';
import { formatDay } from '#client/i18n/formatWhen.ts';
import { Diary, type DiaryDay, DiaryNote } from '#shared/protocol/http/diary.ts';
import { CaregiverId } from '#shared/protocol/ids.ts';
import { DiaryPage } from './DiaryPage.tsx';

const MARIA = '00000000-0000-4000-8000-000000000001';
const JON = CaregiverId.parse('00000000-0000-4000-8000-000000000002');

const OF_THE_PROGRAM = { why: 'It helps.', goalOrigin: 'published' };

const CARD = {
  caregiverName: 'Maria',
  on: '2026-11-18',
  skills: [
    { name: 'Praises', actual: 8, goal: 10, ...OF_THE_PROGRAM },
    { name: 'Saying it back', actual: 12, goal: 10, ...OF_THE_PROGRAM },
  ],
  skip: [{ name: 'Questions', actual: 5, goal: 3, ...OF_THE_PROGRAM }],
  counted: { ms: 300_000, judged: true },
  practice: { days: 4, of: 7 },
  stage: 'Learning to follow',
  task: null,
  strength: 'You said back what your child said.',
  goal: 'Name what you like.',
};

const aDay = (on: string, minutes: number | null) => ({ on, minutes, obstacle: null, praises: null });

/** The clinic's side of the network: the requests it received, and whether it can be reached. */
function aClinic(days: Diary['days'] = []) {
  const clinic = {
    diary: aDiary(days),
    noted: [] as DiaryDay[],
    opened: [] as unknown[],
    isClosed: false,
    refusal: 0,
    offline: false,
    looked: [] as unknown[],
  };
  vi.stubGlobal('fetch', async (path: string, init?: RequestInit) => {
    if (clinic.offline) throw new TypeError('no network');
    if (clinic.refusal > 0) return Response.json({ error: 'No.' }, { status: clinic.refusal });
    if (path === '/api/diary/audit') return Response.json(clinic.looked);
    if (path === '/api/diary/close') {
      clinic.isClosed = true;
      return Response.json(null);
    }
    const body: unknown = typeof init?.body === 'string' ? JSON.parse(init.body) : undefined;
    if (path === '/api/diary/open') {
      clinic.opened.push(body);
      return Response.json(null);
    }
    if (init?.method === 'POST') {
      const { caregiverId, on, minutes, obstacle, praises } = DiaryNote.parse(body);
      const day = { on, minutes, obstacle, praises };
      if (caregiverId !== clinic.diary.caregiverId) return Response.json({ error: 'No.' }, { status: 403 });
      clinic.noted.push(day);
      clinic.diary = aDiary([...clinic.diary.days.filter(({ on }) => on !== day.on), day]);
    }
    return Response.json(clinic.diary);
  });
  return clinic;
}

function aDiary(days: Diary['days']): Diary {
  return Diary.parse({
    caregiverId: MARIA,
    caregiverName: 'Maria',
    practiceName: 'Special time',
    minutes: 5,
    task: 'One house rule, and praise when it is kept.',
    today: '2026-11-22',
    days,
    card: CARD,
    hasPasskey: false,
  });
}

const open = (secret?: string) => renderScreen(<DiaryPage secret={secret} />, 'diary', 'familyCard');
const press = async (name: string | RegExp) => userEvent.click(await screen.findByRole('button', { name }));
/** With a timeout for busy machines. */
const eventually = (check: () => void) => vi.waitFor(check, { timeout: 15_000 });
const status = () => screen.getByRole('status').textContent;

beforeEach(() => {
  localStorage.clear();
  return () => {
    vi.unstubAllGlobals();
    vi.restoreAllMocks();
  };
});

describe('a caregiver who opens their diary', () => {
  test('with its link is asked about today after a tap, and needs no link after a reload', async () => {
    const clinic = aClinic();
    const { unmount } = await open('a-secret-that-is-long-enough');
    expect(clinic.opened).toEqual([]);
    await press('Open my diary here');
    expect(
      await screen.findByRole('heading', { name: 'Did you do your 5 minutes of special time today?' }),
    ).toBeTruthy();
    expect(clinic.opened).toEqual([{ secret: 'a-secret-that-is-long-enough' }]);
    unmount();
    await open();
    expect(await screen.findByRole('heading', { name: /5 minutes of special time today/ })).toBeTruthy();
  });

  test.for([
    ['without a link on a new phone', 401, undefined, 'Open your diary with its link.'],
    ['when the course has ended', 410, undefined, 'Your diary is closed.'],
    ['by a link that ran out', 401, 'an-old-secret-that-ran-out', 'This link no longer works.'],
    ['when the server is in trouble', 500, undefined, 'Something went wrong on our side.'],
  ] as const)('%s reads what to do', async ([, refusal, secret, title]) => {
    aClinic().refusal = refusal;
    await open(secret);
    if (secret !== undefined) await press('Open my diary here');
    expect(await screen.findByRole('heading', { name: title })).toBeTruthy();
  });

  test('finds the card of the last session, which a screen reader can read', async () => {
    aClinic();
    await open();
    const card = within(await screen.findByRole('region', { name: 'Maria, your play together' }));
    expect(card.getByRole('meter', { name: 'Praises' }).getAttribute('aria-valuetext')).toBe('8, and the goal is 10');
    expect(card.getByText('goal reached')).toBeTruthy();
    expect(card.getByText(/Try fewer next time: the goal is 3 or less/)).toBeTruthy();
    expect(card.getByText('4 days of 7')).toBeTruthy();
  });
});

describe('a day', () => {
  test('is saved with one tap, and says until when it can be changed', async () => {
    const clinic = aClinic();
    await open();
    await press('Yes');
    expect(screen.getByRole('heading', { name: 'You did 5 minutes today.' })).toBeTruthy();
    await eventually(() => expect(status()).toMatch(/^Saved\. You can change it until .*28/));
    expect(clinic.noted).toEqual([{ on: '2026-11-22', minutes: 5, obstacle: null, praises: null }]);
    expect(screen.getByText('Special time on 1 day so far.')).toBeTruthy();
  });

  test('is sent as the result of several taps, not tap by tap', async () => {
    const clinic = aClinic();
    await open();
    await press('Yes');
    await press('Add one minute');
    await press('Add one minute');
    await press('Add one praise');
    await press('Add one praise');
    await eventually(() => expect(clinic.noted).toHaveLength(1));
    expect(clinic.noted).toEqual([{ on: '2026-11-22', minutes: 7, obstacle: null, praises: 1 }]);
  });

  test('without practice can be entered too, with what got in the way', async () => {
    const clinic = aClinic();
    await open();
    await press('Not today');
    expect(screen.getByRole('heading', { name: 'Not today. That happens.' })).toBeTruthy();
    await press('Someone was sick');
    await eventually(() => expect(clinic.noted.at(-1)?.obstacle).toBe('ill'));
    expect(screen.getByRole('button', { name: 'Someone was sick', pressed: true })).toBeTruthy();
    expect(screen.getByText('Tap a day to fill it in.')).toBeTruthy();
  });

  test('of this week can be entered later', async () => {
    const clinic = aClinic([aDay('2026-11-18', 10)]);
    await open();
    expect(await screen.findByRole('button', { name: /18.*: 10 minutes/ })).toBeTruthy();
    await press(/20.*nothing filled in yet/);
    expect(screen.getByRole('heading', { name: 'Did you do your 5 minutes of special time on Friday?' })).toBeTruthy();
    await press('Yes');
    await eventually(() => expect(clinic.noted.map(({ on }) => on)).toEqual(['2026-11-20']));
    await press('Back to today');
    expect(screen.getByRole('heading', { name: /special time today/ })).toBeTruthy();
  });

  test('entered without a connection is kept over a reload, and sent once there is one', async () => {
    const clinic = aClinic();
    const { unmount } = await open();
    await screen.findByRole('button', { name: 'Yes' });
    clinic.offline = true;
    await press('Yes');
    await eventually(() => expect(status()).toMatch(/safe on this phone/));
    unmount();
    clinic.offline = false;
    await open();
    await eventually(() => expect(clinic.noted).toHaveLength(1));
    expect(status()).toMatch(/^Saved/);
  });

  test('goes out by itself when the phone is online again', async () => {
    const clinic = aClinic();
    await open();
    await screen.findByRole('button', { name: 'Yes' });
    clinic.offline = true;
    await press('Yes');
    await eventually(() => expect(status()).toMatch(/safe on this phone/));
    clinic.offline = false;
    act(() => void window.dispatchEvent(new Event('online')));
    await eventually(() => expect(status()).toMatch(/^Saved/));
  });

  test('that the clinic no longer accepts says so, and is not sent forever', async () => {
    const clinic = aClinic();
    await open();
    await screen.findByRole('button', { name: 'Yes' });
    clinic.refusal = 409;
    await press('Yes');
    await eventually(() =>
      expect(status()).toBe('You can’t change this day here anymore. Please tell your therapist.'),
    );
    expect(localStorage.length).toBe(0);
  });

  test('that has passed since the page was opened is loaded again', async () => {
    const clinic = aClinic();
    await open();
    await press('Yes');
    await eventually(() => expect(status()).toMatch(/^Saved/));
    clinic.diary = { ...clinic.diary, today: '2026-11-23' };
    act(() => void window.dispatchEvent(new Event('focus')));
    expect(await screen.findByRole('heading', { name: /special time today/ })).toBeTruthy();
  });
});

describe('what a diary says about a day that the clinic does not have', () => {
  const NOT_SENT = `Not sent yet: ${formatDay('2026-11-22')}.`;
  const KEPT = 'Your answer is safe on this phone until then.';

  test.for([
    ['without a connection', 'offline', `${NOT_SENT} We’ll send it when you are online again. ${KEPT}`],
    [
      'with a fault of the server',
      503,
      `${NOT_SENT} Something went wrong on our side. We’ll try again automatically. ${KEPT}`,
    ],
    ['after many tries', 429, `${NOT_SENT} You tried many times in a row. We’ll send it in about a minute. ${KEPT}`],
    [
      'where this diary is closed on this phone',
      401,
      `${NOT_SENT} This diary is no longer open on this phone. Please ask your therapist for a new link. ${KEPT}`,
    ],
  ] as const)('says that it is kept and was not sent because %s', async ([, refusal, said]) => {
    const clinic = aClinic();
    await open();
    await screen.findByRole('button', { name: 'Yes' });
    if (refusal === 'offline') clinic.offline = true;
    else clinic.refusal = refusal;
    await press('Yes');
    await eventually(() => expect(status()).toBe(said));
    expect(screen.queryByRole('button', { name: 'Try again' }) === null).toBe(refusal === 401);
  });

  test('does not say that it is kept if this phone stores nothing', async () => {
    const clinic = aClinic();
    vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
      throw new Error('QuotaExceededError');
    });
    await open();
    await screen.findByRole('button', { name: 'Yes' });
    clinic.offline = true;
    await press('Yes');
    await eventually(() => expect(status()).toMatch(/can’t save your answer for later. Please keep this page open/));
    expect(status()).not.toMatch(/is kept/);
  });

  test('says nothing about another day, which the clinic has', async () => {
    const clinic = aClinic([aDay('2026-11-20', 5)]);
    await open();
    await screen.findByRole('button', { name: 'Yes' });
    clinic.offline = true;
    await press('Yes');
    await eventually(() => expect(status()).toMatch(/^Not sent yet: Sunday/));
    await press(/20.*: 5 minutes/);
    expect(status()).toMatch(/^Saved\. You can change it until .*26.*\. Not sent yet: Sunday/);
  });

  test('says at the next look that another diary is open on this phone', async () => {
    const clinic = aClinic();
    await open();
    await screen.findByRole('button', { name: 'Yes' });
    clinic.diary = { ...aDiary([aDay('2026-11-22', 60)]), caregiverId: JON, caregiverName: 'Jon' };
    act(() => void window.dispatchEvent(new Event('focus')));
    await eventually(() => expect(status()).toMatch(/^Another diary was opened on this phone, so this one is closed/));
    expect(screen.getByRole('heading', { name: 'Maria, your diary' })).toBeTruthy();
    await press('Yes');
    await eventually(() => expect(status()).toMatch(/^Not sent yet: Sunday.*safe on this phone until then\.$/));
    expect(clinic.noted).toEqual([]);
  });
});

test('[LVL5] other tasks at home are shown beside the day', async () => {
  aClinic();
  await open();
  expect(await screen.findByText('One house rule, and praise when it is kept.', { exact: false })).toBeTruthy();
});

test('[ADT4] a caregiver who asks reads on which days which roles looked at the record', async () => {
  const clinic = aClinic();
  clinic.looked = [{ on: '2026-11-21', by: 'therapist', at: ['record', 'recording'] }];
  await open();
  await press('Who looked at our record?');
  const day = await screen.findByText(/a therapist looked at/);
  expect(day.textContent).toBe(`${formatDay('2026-11-21')}: a therapist looked at your family’s record, a recording.`);
});

test('[ADT4] it says that nobody looked, and what to do when the clinic cannot be reached', async () => {
  const clinic = aClinic();
  await open();
  await screen.findByRole('button', { name: 'Who looked at our record?' });
  clinic.offline = true;
  await press('Who looked at our record?');
  expect((await screen.findByRole('alert')).textContent).toMatch(/try again/);
  clinic.offline = false;
  await press('Try again');
  expect(await screen.findByText('Nobody looked.')).toBeTruthy();
});

describe('a caregiver on a phone that others use', () => {
  test('closes their diary after being asked, and is told how to open it again', async () => {
    const clinic = aClinic();
    await open();
    await press('Close my diary on this phone');
    expect(clinic.isClosed).toBe(false);
    expect(screen.getByText('To open it again, you need a new link from your therapist.')).toBeTruthy();
    await press('Yes, close it');
    expect(await screen.findByRole('heading', { name: 'Your diary is closed on this phone.' })).toBeTruthy();
    expect(clinic.isClosed).toBe(true);
    expect(screen.queryByText(/special time today/)).toBeNull();
  });

  test('keeps it open if they want, or if the clinic cannot be reached, and reads so', async () => {
    const clinic = aClinic();
    await open();
    await press('Close my diary on this phone');
    clinic.offline = true;
    await press('Yes, close it');
    expect((await screen.findByRole('alert')).textContent).toMatch(/still open here/);
    await press('Keep it open');
    expect(screen.getByRole('button', { name: 'Close my diary on this phone' })).toBeTruthy();
  });

  test('[LOG4] reads that a day that was not sent stays on the phone', async () => {
    const clinic = aClinic();
    await open();
    await screen.findByRole('button', { name: 'Yes' });
    clinic.offline = true;
    await press('Yes');
    await press('Close my diary on this phone');
    expect(screen.getByText(/^Not sent yet: .* This stays on this phone/)).toBeTruthy();
  });
});
