import { z } from 'zod';
import { openPressKeeper } from '#client/api/pressKeeper.ts';
import type { PressStore } from '#client/api/pressStore.ts';
import { type DiaryDay, DiaryNote } from '#shared/protocol/http/diary.ts';
import type { CaregiverId } from '#shared/protocol/ids.ts';

const KeptDay = z.object({ pressId: z.string(), place: z.int().positive(), note: DiaryNote });

/** The days of one caregiver’s diary that no window of this browser knows to have reached the clinic. Rule LOG4. */
type DiaryDayKeeper = {
  /** In the order they were noted, and of each day what was noted last. */
  readonly unsent: () => readonly DiaryNote[];
  /** Whether what is unsent outlives this window. False where the browser's storage is full or off. */
  readonly isKept: () => boolean;
  readonly add: (day: DiaryDay) => void;
  readonly settle: (note: DiaryNote) => void;
  /** Calls back when another window has noted a day. Returns how to stop. */
  readonly onOthers: (listener: () => void) => () => void;
};

/** Each diary has a place of its own: a phone may be shared, and a day goes to no other diary than the one it was noted in. */
export function keepDiaryDays(store: PressStore, caregiverId: CaregiverId, makeId: () => string): DiaryDayKeeper {
  const keeper = openPressKeeper(store, `earshot.diary.${caregiverId}.`, KeptDay);

  /** What is said of a day later stands for it, whichever window it was said in. */
  function unsent(): readonly DiaryNote[] {
    const notes = keeper.unsent().map(({ note }) => note);
    const isLast = (note: DiaryNote, index: number) => notes.findLastIndex(({ on }) => on === note.on) === index;
    for (const [index, note] of notes.entries()) if (!isLast(note, index)) keeper.settle(note.entryId);
    return notes.filter(isLast);
  }

  return {
    unsent,
    isKept: keeper.isKept,
    add(day) {
      const note = DiaryNote.parse({ ...day, caregiverId, entryId: makeId() });
      keeper.add({ pressId: note.entryId, note });
    },
    settle: ({ entryId }) => keeper.settle(entryId),
    onOthers: keeper.onOthers,
  };
}
