import { z } from 'zod';
import { HttpError, type HttpProblem, problemOf } from '#client/api/http.ts';
import { type Diary, DiaryDay } from '#shared/protocol/http.ts';

/** How the diary stands: what the clinic has, what has not reached it yet, and why. */
export type DiaryView = {
  readonly diary: Diary;
  /** Kept on this phone until the clinic has them. */
  readonly unsent: readonly DiaryDay[];
  readonly trouble: HttpProblem | undefined;
  /** The day that the clinic refused last. */
  readonly refused: string | undefined;
};

/** A diary that is open. What is noted shows at once, is kept, and is sent until the clinic has it. */
export type DiaryRun = {
  readonly subscribe: (listener: () => void) => () => void;
  readonly getSnapshot: () => DiaryView;
  readonly note: (day: DiaryDay) => void;
  readonly sendAgain: () => void;
  readonly close: () => void;
};

type Parts = {
  readonly read: () => Promise<Diary>;
  readonly send: (day: DiaryDay) => Promise<Diary>;
  readonly store: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;
  /** Tells when this phone is online again, and when somebody looks at the page again: it may be another day by then. */
  readonly page: Pick<Window, 'addEventListener' | 'removeEventListener'>;
};

/** Somebody who counts up by taps sends what they came to, not each step. */
const SETTLE_MS = 600;
const KEPT_KEY = 'earshot.diary.unsent';

export function openDiaryRun(diary: Diary, { read, send, store, page }: Parts): DiaryRun {
  const listeners = new Set<() => void>();
  let isSending = false;
  let isClosed = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let view: DiaryView = { diary, unsent: readKept(store), trouble: undefined, refused: undefined };

  function show(change: Partial<DiaryView>) {
    view = { ...view, ...change };
    if (view.unsent.length === 0) store.removeItem(KEPT_KEY);
    else store.setItem(KEPT_KEY, JSON.stringify(view.unsent));
    for (const listener of listeners) listener();
  }

  const without = (day: DiaryDay) => view.unsent.filter((other) => other !== day);

  async function sendAll() {
    if (isSending) return;
    isSending = true;
    for (let day = view.unsent[0]; day !== undefined && !isClosed; day = view.unsent[0]) {
      if (!(await sendOne(day))) break;
    }
    isSending = false;
  }

  /** Whether the next may follow. */
  async function sendOne(day: DiaryDay): Promise<boolean> {
    try {
      const fresh = await send(day);
      show({ diary: fresh, unsent: without(day), trouble: undefined, refused: undefined });
      return true;
    } catch (error) {
      const isRefused = problemOf(error) === 'refused' || problemOf(error) === 'gone';
      show(isRefused ? { unsent: without(day), refused: day.on } : { trouble: problemOf(error) });
      return isRefused;
    }
  }

  const sendAgain = () => void sendAll();
  const lookAgain = () => {
    // What cannot be read now is read at the next look; the page stays as it is.
    read().then(
      (fresh) => !isClosed && show({ diary: fresh }),
      () => undefined,
    );
  };
  page.addEventListener('online', sendAgain);
  page.addEventListener('focus', lookAgain);
  sendAgain();

  return {
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    getSnapshot: () => view,
    note(day) {
      const others = view.unsent.filter(({ on }) => on !== day.on);
      show({ unsent: [...others, day], trouble: undefined, refused: undefined });
      clearTimeout(timer);
      timer = setTimeout(sendAgain, SETTLE_MS);
    },
    sendAgain,
    close() {
      isClosed = true;
      clearTimeout(timer);
      page.removeEventListener('online', sendAgain);
      page.removeEventListener('focus', lookAgain);
    },
  };
}

function readKept(store: Parts['store']): readonly DiaryDay[] {
  try {
    return z.array(DiaryDay).parse(JSON.parse(store.getItem(KEPT_KEY) ?? '[]'));
  } catch {
    return []; // written by an older page, or by nobody: there is nothing to send
  }
}

/** Why a diary did not open, as its page says it. */
export type DiaryTrouble = 'no-link' | 'gone' | 'ended' | 'offline' | 'too-many' | 'fault';

export function diaryTrouble(error: unknown, hadSecret: boolean): DiaryTrouble {
  const problem = error instanceof HttpError ? error.problem : 'fault';
  if (problem === 'offline' || problem === 'too-many' || problem === 'fault') return problem;
  if (problem === 'gone') return 'ended';
  return hadSecret ? 'gone' : 'no-link';
}
