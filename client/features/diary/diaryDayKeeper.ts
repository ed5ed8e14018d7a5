import { z } from 'zod';
import { openPressKeeper } from '#client/api/pressKeeper.ts';
import type { PressStore } from '#client/api/pressStore.ts';
import { type DiaryDay, DiaryNote } from '#shared/protocol/http/diary.ts';
import type { CaregiverId } from '#shared/protocol/ids.ts';

const KeptDay = z.object({ pressId: z.string(), place: z.int().positive(), note: DiaryNote });

/** Days of one caregiver’s diary that no window of this browser knows to have reached the clinic. Rule LOG4. */
type DiaryDayKeeper = {
  /** In the order they were entered; the last entry for each day. */
  readonly unsent: () => readonly DiaryNote[];
  /** Whether unsent days survive this window. False if the browser's storage is full or off. */
  readonly isKept: () => boolean;
  readonly add: (day: DiaryDay) => void;
  readonly settle: (note: DiaryNote) => void;
  /** Calls back when another window has entered a day. Returns a stop function. */
  readonly onOthers: (listener: () => void) => () => void;
};

/** Each diary has its own storage key: on a shared phone, a day must not go to another person's diary. */
export function keepDiaryDays(store: PressStore, caregiverId: CaregiverId, makeId: () => string): DiaryDayKeeper {
  const keeper = openPressKeeper(store, `earshot.diary.${caregiverId}.`, KeptDay);

  /** The last entry for a day wins, whichever window it was made in. */
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
