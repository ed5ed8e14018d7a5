import type { SessionId } from '#shared/protocol/ids.ts';
import type { AccessChanges, AccessSubject } from '#server/storage/accessChanges.ts';
import type { Time } from '#server/time/time.ts';
import { type Admitted, type IdentifyAgain, subjectsOf } from './identifyAgain.ts';

/** How often changes are looked for, in ms. */
export const LOOK_EVERY_MS = 250;

/** How many changes are kept after they were seen, for whoever asks what happened. */
const KEPT = 1_000;

/** Why access ended: the person said so in this browser, or anything else. */
export type AccessEnd = 'signed-out' | 'ended';

/** Something that is being given to somebody: an open connection, or a file on its way. */
export type Watched = {
  /** Whether they may still have it, after every change that was made until now. */
  readonly holds: () => Promise<boolean>;
  /** The grounds on which they have it now: a renewed sign-in takes the place of the former one. */
  readonly admitted: () => Admitted;
  /** It is over. Safe to call twice. */
  readonly stop: () => void;
};

/** Ends what is being given to people as soon as they may no longer have it. Rule PER7. */
export type AccessWatch = {
  /** Watches it until it is stopped. `cut` is called once, if they may no longer have it. */
  readonly watch: (admitted: Admitted, cut: (why: AccessEnd) => void) => Watched;
  /** Resolves when every change that was made until now has been acted on. */
  readonly look: () => Promise<void>;
  /** This sign-in is about to end, because its person says so. Returns the former ones that it would have replaced. */
  readonly leaving: (signInId: string) => readonly string[];
  /** The same person signed in again in the same browser: what depended on the former sign-in depends on the next. */
  readonly renewed: (former: string, next: string) => void;
  /**
   * As `renewed`, but the next sign-in lacks its second step: until that is given (`completed`), what is open stays with
   * the former one. Returns whether anything is open.
   */
  readonly renewing: (former: string, next: string) => boolean;
  /** This sign-in has its second step now. Returns the former ones that nothing depends on anymore. */
  readonly completed: (signInId: string) => readonly string[];
  /** The session is over. Nobody returns to it whose sign-in has ended. */
  readonly closed: (sessionId: SessionId) => void;
  /** A family answered about supervision: every supervisor is identified again. Rule CNS4. */
  readonly supervisionChanged: () => Promise<void>;
  /** Stops looking. Safe to call twice. */
  readonly close: () => void;
};

type AccessWatchPorts = {
  readonly changes: AccessChanges;
  readonly identifyAgain: IdentifyAgain;
  readonly time: Pick<Time, 'callAfter' | 'wallNow'>;
  readonly report: (error: unknown) => void;
};

type Entry = {
  admitted: Admitted;
  /** The sign-in that it will depend on once that has its second step. */
  next: string | undefined;
  readonly cut: (why: AccessEnd) => void;
  /** Whether to identify them at the next look. True at first: something may have changed while they were let in. */
  isDue: boolean;
  /** When to identify them again at the latest, in ms since 1970. */
  until: number;
  why: AccessEnd;
};

export function createAccessWatch({ changes, identifyAgain, time, report }: AccessWatchPorts): AccessWatch {
  const entries = new Set<Entry>();
  /** The newest change that was acted on. Undefined before the first look. */
  let seen: number | undefined;
  let looking: Promise<void> = Promise.resolve();
  let cancel: () => void = () => undefined;
  let isClosed = false;
  let isFailing = false;

  const isDue = ({ isDue: due, until }: Entry) => due || until <= time.wallNow();

  function mark(touches: (admitted: Admitted) => boolean) {
    for (const entry of entries) if (touches(entry.admitted)) entry.isDue = true;
  }

  async function lookOnce() {
    const latest = await changes.latest();
    if (seen !== undefined && latest !== seen) {
      const touched = new Set<AccessSubject>(await changes.between(seen, latest));
      mark((admitted) => subjectsOf(admitted).some((subject) => touched.has(subject)));
    }
    const hasNews = seen !== undefined && latest !== seen;
    seen = latest;
    await Promise.all([...entries].filter(isDue).map(identify));
    if (hasNews) await changes.forget(latest - KEPT);
  }

  async function identify(entry: Entry) {
    const { admitted } = entry;
    entry.isDue = false;
    const until = await identifyAgain(admitted).catch((error: unknown) => {
      entry.isDue = true;
      throw error;
    });
    // Meanwhile it may have ended, or depend on another sign-in.
    if (!entries.has(entry)) return;
    if (entry.admitted !== admitted) entry.isDue = true;
    else if (until !== undefined) entry.until = until.getTime();
    else {
      entries.delete(entry);
      entry.cut(entry.why);
    }
  }

  function complete(signInId: string): readonly string[] {
    const former = new Set<string>();
    for (const entry of entries) {
      if (entry.next !== signInId || entry.admitted.as !== 'staff') continue;
      former.add(entry.admitted.signInId);
      entry.admitted = { ...entry.admitted, signInId };
      entry.next = undefined;
    }
    return [...former];
  }

  /** One look at a time. One that has begun may have missed what was just changed, so each caller gets their own. */
  function look(): Promise<void> {
    looking = looking.catch(() => undefined).then(lookOnce);
    return looking;
  }

  async function poll() {
    try {
      await look();
      isFailing = false;
    } catch (error) {
      if (!isFailing && !isClosed) report(error);
      isFailing = true;
    }
    plan();
  }

  function plan() {
    if (!isClosed) cancel = time.callAfter(LOOK_EVERY_MS, () => void poll());
  }
  plan();

  return {
    watch(admitted, cut) {
      const entry: Entry = { admitted, next: undefined, cut, isDue: true, until: Infinity, why: 'ended' };
      entries.add(entry);
      return {
        async holds() {
          if (entries.has(entry) && (isDue(entry) || (await changes.latest()) !== seen)) await look();
          return entries.has(entry);
        },
        admitted: () => entry.admitted,
        stop: () => void entries.delete(entry),
      };
    },

    look,

    leaving(signInId) {
      const former = complete(signInId);
      for (const entry of entries) if (isBy(entry.admitted, signInId)) entry.why = 'signed-out';
      return former;
    },

    renewed(former, next) {
      for (const entry of entries) {
        if (isBy(entry.admitted, former)) entry.admitted = { ...entry.admitted, signInId: next };
        if (entry.next === former) entry.next = next;
      }
    },

    renewing(former, next) {
      const open = [...entries].filter((entry) => isBy(entry.admitted, former));
      for (const entry of open) entry.next = next;
      return open.length > 0;
    },

    completed: complete,

    closed(sessionId) {
      mark((admitted) => admitted.sessionId === sessionId);
    },

    supervisionChanged() {
      mark((admitted) => admitted.as === 'staff' && admitted.role === 'supervisor');
      return look();
    },

    close() {
      isClosed = true;
      cancel();
    },
  };
}

function isBy(admitted: Admitted, signInId: string): admitted is Extract<Admitted, { as: 'staff' }> {
  return admitted.as === 'staff' && admitted.signInId === signInId;
}
