import { mayHear, mayOpenVoice, trackOf, type Listener, type Source, type Track } from './audience.ts';
import type { Phase } from './phase.ts';

/** One person in a session, with what media needs to know. */
export type MediaPerson<Id extends string = string> = Listener & {
  readonly participantId: Id;
  readonly present: boolean;
  readonly voiceOpen: boolean;
};

/** Everything that decides who hears whom at a moment. */
export type MediaView<Id extends string = string> = {
  readonly phase: Phase;
  readonly people: readonly MediaPerson<Id>[];
};

export type Sending<Id extends string = string> = { readonly from: Id; readonly source: Source };

/** One source on its way to one person, with the track that it becomes. */
export type Flow<Id extends string = string> = Sending<Id> & { readonly track: Track; readonly to: Id };

/** Every flow that should exist now. The audience table allows each of them. Rule AUD1. */
export function wantedFlows<Id extends string>(view: MediaView<Id>, sendings: readonly Sending<Id>[]): Flow<Id>[] {
  const present = view.people.filter((person) => person.present);
  return sendings.flatMap(({ from, source }) => {
    const sender = present.find((person) => person.participantId === from);
    const track = sender && trackOf(source, sender.part);
    if (!track) return [];
    return present
      .filter((listener) => listener.participantId !== from && mayHear(track, listener, view.phase))
      .map((listener) => ({ from, source, track, to: listener.participantId }));
  });
}

/** The people whose voice may pass the media server now: present, opened, and not silenced by the phase. Rule AUD3. */
export function openVoices<Id extends string>(view: MediaView<Id>): ReadonlySet<Id> {
  return new Set(
    view.people
      .filter(({ present, voiceOpen, part }) => present && voiceOpen && mayOpenVoice(part, view.phase))
      .map(({ participantId }) => participantId),
  );
}
