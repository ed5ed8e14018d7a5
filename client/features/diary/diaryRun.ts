import { createBackoff } from '#client/api/backoff.ts';
import { HttpError, type HttpProblem, problemOf } from '#client/api/http.ts';
import type { PressStore } from '#client/api/pressStore.ts';
import type { Diary, DiaryDay, DiaryNote } from '#shared/protocol/http/diary.ts';
import { keepDiaryDays } from './diaryDayKeeper.ts';

/** State of the diary: what the clinic has, what has not reached it yet, and why. */
export type DiaryView = {
  readonly diary: Diary;
  /** Kept by this page until the clinic has them. */
  readonly unsent: readonly DiaryNote[];
  readonly isKept: boolean;
  readonly trouble: SendTrouble | undefined;
  readonly refused: string | undefined;
};

/**
 * Why nothing can be sent now. `closed`: this browser has no open diary anymore. `another`: it has another
 * caregiver's. Both last until this diary is opened again.
 */
type SendTrouble = 'offline' | 'too-many' | 'fault' | 'closed' | 'another';

/** An open diary. An entry shows immediately, is kept, and is sent until the clinic has it. */
export type DiaryRun = {
  readonly subscribe: (listener: () => void) => () => void;
  readonly getSnapshot: () => DiaryView;
  readonly note: (day: DiaryDay) => void;
  readonly sendAgain: () => void;
  readonly close: () => void;
};

type Parts = {
  readonly read: () => Promise<Diary>;
  readonly send: (note: DiaryNote) => Promise<Diary>;
  readonly store: PressStore;
  readonly makeId: () => string;
  readonly random: () => number;
  /** Tells when this phone is online again or the page is visible again, because it may be another day by then. */
  readonly page: Pick<Window, 'addEventListener' | 'removeEventListener'>;
};

/** Wait before sending, in ms: somebody who taps a number up sends the result, not each step. */
const SETTLE_MS = 600;

/** Problems after which a day is sent again. After any other, the clinic has refused it. */
const PASSING: { readonly [P in HttpProblem]?: SendTrouble } = {
  offline: 'offline',
  'too-many': 'too-many',
  fault: 'fault',
  'signed-out': 'closed',
  'not-allowed': 'another',
};

/** Whether waiting helps. */
export const passesByItself = (trouble: SendTrouble): boolean => trouble !== 'closed' && trouble !== 'another';

export function openDiaryRun(diary: Diary, { read, send, store, makeId, random, page }: Parts): DiaryRun {
  const keeper = keepDiaryDays(store, diary.caregiverId, makeId);
  const backoff = createBackoff(random);
  const listeners = new Set<() => void>();
  let isSending = false;
  let isClosed = false;
  let answers = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let view: DiaryView = { diary, ...standing(), trouble: undefined, refused: undefined };

  function standing() {
    return { unsent: keeper.unsent(), isKept: keeper.isKept() };
  }

  function show(change: Partial<DiaryView>) {
    view = { ...view, ...change, ...standing() };
    for (const listener of listeners) listener();
  }

  function sendIn(ms: number) {
    if (isClosed) return;
    clearTimeout(timer);
    timer = setTimeout(() => void sendAll(), ms);
  }

  async function sendAll() {
    if (isSending) return;
    isSending = true;
    for (let [note] = view.unsent; note !== undefined && !isClosed; [note] = view.unsent) {
      const trouble = await attempt(note);
      if (trouble === undefined) continue;
      show({ trouble });
      if (passesByItself(trouble)) sendIn(backoff.next());
      break;
    }
    isSending = false;
  }

  /** Undefined if it is settled: the clinic has it or has refused it. */
  async function attempt(note: DiaryNote): Promise<SendTrouble | undefined> {
    try {
      const fresh = await send(note);
      answers += 1;
      keeper.settle(note);
      show({ diary: fresh, trouble: undefined, refused: undefined });
    } catch (error) {
      const trouble = PASSING[problemOf(error)];
      if (trouble !== undefined) return trouble;
      keeper.settle(note);
      show({ trouble: undefined, refused: note.on });
    }
    backoff.reset();
    return undefined;
  }

  function sendAgain() {
    clearTimeout(timer);
    void sendAll();
  }

  /** If it cannot be read now, the page stays as it is until the next time. */
  async function lookAgain() {
    const before = answers;
    try {
      const fresh = await read();
      if (isClosed) return;
      if (fresh.caregiverId !== diary.caregiverId) {
        show({ trouble: 'another' });
        return;
      }
      // An answer requested before the clinic had all sent days would show those as not entered.
      if (answers === before) show({ diary: fresh, trouble: passing(view.trouble) });
      sendAgain();
    } catch (error) {
      if (problemOf(error) === 'signed-out' && !isClosed) show({ trouble: 'closed' });
    }
  }

  const look = () => void lookAgain();
  const stopWatching = keeper.onOthers(() => {
    show({});
    sendIn(SETTLE_MS);
  });
  page.addEventListener('online', sendAgain);
  page.addEventListener('focus', look);
  sendAgain();

  return {
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    getSnapshot: () => view,
    note(day) {
      keeper.add(day);
      show({ trouble: lasting(view.trouble), refused: undefined });
      sendIn(SETTLE_MS);
    },
    sendAgain,
    close() {
      isClosed = true;
      clearTimeout(timer);
      stopWatching();
      page.removeEventListener('online', sendAgain);
      page.removeEventListener('focus', look);
    },
  };
}

const passing = (trouble: SendTrouble | undefined) =>
  trouble !== undefined && passesByItself(trouble) ? trouble : undefined;
const lasting = (trouble: SendTrouble | undefined) =>
  trouble !== undefined && !passesByItself(trouble) ? trouble : undefined;

/** Why a diary is not open. `shut`: its caregiver closed it here. */
export type DiaryTrouble = 'no-link' | 'shut' | 'gone' | 'ended' | 'offline' | 'too-many' | 'fault';

export function diaryTrouble(error: unknown, hadSecret: boolean): DiaryTrouble {
  const problem = error instanceof HttpError ? error.problem : 'fault';
  if (problem === 'offline' || problem === 'too-many' || problem === 'fault') return problem;
  if (problem === 'gone') return 'ended';
  return hadSecret ? 'gone' : 'no-link';
}
