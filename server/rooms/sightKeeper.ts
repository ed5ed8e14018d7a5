import { judgeSight, type Measured, type Sense, SENSES } from '#shared/domain/sight.ts';
import type { ParsedInputOf } from '#shared/protocol/contract.ts';
import type { FactDraft } from '#shared/protocol/facts.ts';
import type { ParticipantId } from '#shared/protocol/ids.ts';
import { ok } from '#shared/protocol/reply.ts';
import { isSomebodyAway, roomDevices } from '#shared/session/sight/isSomebodyAway.ts';
import { isNewLoss, sightOf } from '#shared/session/sight/sightState.ts';
import { currentWindow, type SessionState } from '#shared/session/sessionState.ts';
import type { MediaRoom } from '#server/media/mediaServer.ts';
import type { SessionActor } from '#server/sessions/sessionActor.ts';
import type { Time } from '#server/time/time.ts';

type SightKeeperPorts = {
  readonly actor: Pick<SessionActor, 'state' | 'now' | 'apply'>;
  readonly room: Pick<MediaRoom, 'received'>;
  readonly time: Pick<Time, 'callAfter'>;
  readonly report: (error: unknown, doing: string) => void;
};

export type SightKeeper = {
  /** What one page of the staff reports that it presents. */
  readonly heard: (from: ParticipantId, report: ParsedInputOf<'sight:report'>) => void;
  readonly sync: () => void;
  readonly close: () => void;
};

/** How often the media server is asked what arrives, in ms. */
const EVERY_MS = 1_000;

/** How long after a cut a missing source counts as on its way, in ms. */
const RECONNECTS_WITHIN_MS = 10_000;

/** A page's last report. Silence counts in our own beats: a jumping clock or a sleeping process proves nothing. */
type Page = { readonly said: Readonly<Record<Sense, Said>>; beatsAgo: number };
type Said = { readonly at: number | undefined; readonly agoMs: number };
const SOURCE_OF = { picture: 'camera', sound: 'room-microphone' } as const;

/** Measures whether the lead coach sees and hears the room, by their page's reports and what arrives. Rule WIN4. */
export function createSightKeeper({ actor, room, time, report }: SightKeeperPorts): SightKeeper {
  const pages = new Map<ParticipantId, Page>();
  const arrivals = new Map<Sense, { packets: number; at: number; beatsAgo: number }>();
  let watched: { readonly lead: ParticipantId; readonly since: number } | undefined;
  let stopBeating: (() => void) | undefined;
  let isAsking = false;
  let isClosed = false;

  function sync() {
    if (isClosed) return;
    const state = actor.state();
    watch(state);
    if (watched !== undefined) stopBeating ??= time.callAfter(EVERY_MS, beat);
    if (changes(state, actor.now()).length === 0) return;
    actor.apply((now, at) => ok(changes(now, at))).catch((error: unknown) => report(error, 'logging what is seen'));
  }

  /** There is something to see while the lead coach and a device of the room are here. A hand-over starts again. */
  function watch(state: SessionState) {
    const { lead } = state;
    const isThere = lead !== undefined && state.phase !== 'closed' && state.participants[lead]?.present === true;
    if (!isThere || isSomebodyAway(state) || roomDevices(state).length === 0) watched = undefined;
    else if (watched?.lead !== lead) watched = { lead, since: actor.now() };
    if (watched === undefined) {
      arrivals.clear();
      pages.clear();
    }
  }

  function beat() {
    stopBeating = undefined;
    for (const page of pages.values()) page.beatsAgo += 1;
    for (const arrival of arrivals.values()) arrival.beatsAgo += 1;
    ask();
    sync();
  }

  /** One question at a time: a worker that hangs answers none. */
  function ask() {
    if (isAsking) return;
    isAsking = true;
    room
      .received()
      .then(noteArrivals)
      .catch((error: unknown) => !isClosed && report(error, 'asking what arrives'))
      .finally(() => {
        isAsking = false;
      });
  }

  function noteArrivals(received: Awaited<ReturnType<MediaRoom['received']>>) {
    if (watched === undefined || isClosed) return;
    const rooms = new Set(roomDevices(actor.state()).map(({ participantId }) => participantId));
    for (const sense of SENSES) {
      const ofRoom = received.filter(({ from, source }) => rooms.has(from) && source === SOURCE_OF[sense]);
      const packets = ofRoom.reduce((sum, one) => sum + one.packets, 0);
      const before = arrivals.get(sense);
      // A new producer counts from 0 again, so any change means that a packet arrived, unless the count is 0.
      if (before === undefined) arrivals.set(sense, { packets, at: actor.now(), beatsAgo: 0 });
      else if (packets > 0 && packets !== before.packets)
        Object.assign(before, { packets, at: actor.now(), beatsAgo: 0 });
    }
    sync();
  }

  function changes(state: SessionState, now: number): FactDraft[] {
    if (watched === undefined || state.phase === 'closed') return [];
    const { lead, since } = watched;
    if (state.lead !== lead || isSomebodyAway(state)) return [];
    return SENSES.flatMap((what) => change(state, what, measured(state, what, lead, since, now), now));
  }

  function measured(
    state: SessionState,
    what: Sense,
    lead: ParticipantId,
    watchedSince: number,
    now: number,
  ): Measured {
    const page = pages.get(lead);
    const said = page?.said[what];
    const arrival = arrivals.get(what);
    return {
      watchedSince,
      shownAt: said?.at,
      shownAgoMs: said?.agoMs ?? Infinity,
      pageSilentMs: (page?.beatsAgo ?? 0) * EVERY_MS,
      arrivedAt: arrival?.at ?? now,
      // In each beat the answer is still on its way.
      notArrivingMs: Math.max(0, (arrival?.beatsAgo ?? 0) - 1) * EVERY_MS,
      stopped: stoppedAt(state, what),
    };
  }

  return {
    sync,
    heard(from, { pictureAgoMs, soundAgoMs }) {
      if (isClosed) return;
      const now = actor.now();
      const before = pages.get(from)?.said;
      const said = {
        picture: saidOf(pictureAgoMs, now, before?.picture),
        sound: saidOf(soundAgoMs, now, before?.sound),
      };
      pages.set(from, { said, beatsAgo: 0 });
      sync();
    },
    close() {
      isClosed = true;
      stopBeating?.();
    },
  };
}

/** A page that has presented nothing yet may have replaced one that had. */
function saidOf(agoMs: number | null, now: number, before: Said | undefined): Said {
  if (agoMs !== null) return { at: Math.max(0, now - agoMs), agoMs };
  return before?.at === undefined ? { at: undefined, agoMs: Infinity } : { at: before.at, agoMs: now - before.at };
}

function change(state: SessionState, what: Sense, measured: Measured, now: number): FactDraft[] {
  const judged = judgeSight(measured, now);
  const stands = sightOf(state)[what];
  if (judged.is === 'seen' && stands.is !== 'seen') return [{ type: 'sight.returned', by: 'server', what }];
  if (judged.is !== 'lost' || !isNewLoss(stands, judged.why)) return [];
  // After a cut, picture and sound take a while to return. What the device itself reports as not sent will not return.
  const isReconnecting = stands.is === 'lost' && now - measured.watchedSince < RECONNECTS_WITHIN_MS;
  if (isReconnecting && measured.stopped === undefined) return [];
  // A source that never arrived is reported as missing only once somebody codes.
  if (stands.is === 'unknown' && currentWindow(state)?.runningSince === undefined) return [];
  return [{ type: 'sight.lost', by: 'server', what, since: Math.floor(judged.since), why: judged.why }];
}

/** Since when every device of the room that is here has reported that it captures none of it, and why. */
function stoppedAt(state: SessionState, what: Sense): Measured['stopped'] {
  const source = what === 'picture' ? 'camera' : 'microphone';
  const here = roomDevices(state).filter(({ present }) => present);
  const stopped = here.flatMap(({ capture }) =>
    capture === undefined || capture[source] === 'works' ? [] : [{ is: capture[source], since: capture.since[source] }],
  );
  if (here.length === 0 || stopped.length < here.length) return undefined;
  const isTurnedOff = stopped.every(({ is }) => is === 'off');
  return { since: Math.max(...stopped.map(({ since }) => since)), why: isTurnedOff ? 'turned-off' : 'device-stopped' };
}
