import type { Span } from '#shared/domain/codingWindow.ts';
import { mediaTimeAt, sessionTimeAt } from '#shared/domain/recording/timeMap.ts';
import type { Sense } from '#shared/domain/sight.ts';
import type { TakeId } from '#shared/protocol/ids.ts';
import type { Player } from '../reviewContext.ts';
import { coachSound } from './coachSound.ts';
import { type MediaElement, type MediaSeat, seatOf } from './mediaSeat.ts';
import { createPlayClock } from './playClock.ts';
import {
  firstStart,
  lacksAt,
  nextStart,
  takeAt,
  type PlayedTake,
  type Recorded,
  type Unrecorded,
  unrecordedIn,
} from './recordedTakes.ts';

/** Playing starts this long before a code, so that the context is heard. */
const LEAD_IN_MS = 5_000;

/** How far one press goes back or forward. */
export const STEP_MS = 5_000;

/** How long a gap is shown before playing continues behind it, in ms. */
export const GAP_SHOWN_MS = 2_000;

export const RATES = [0.5, 0.75, 1, 1.25, 1.5, 2] as const;

/** What changes rarely. For the moment itself, use `subscribe`. */
type PlayerStatus = {
  readonly isPlaying: boolean;
  readonly rate: number;
  /** Whether the coach's track may sound. */
  readonly coachOn: boolean;
  readonly loop: Span | null;
  /** What exists at the moment: the room's recording, only the coach's, a gap that will end, or nothing recorded. */
  readonly here: 'room' | 'coach' | 'gap' | 'nothing';
  /** Until a file shows its first frame, the last frame of the previous file is shown. */
  readonly isOpening: boolean;
  readonly trouble: 'none' | 'unreadable' | 'needs-press';
};

export type ReviewPlayer = Player & {
  /** Whether the coach's voice was recorded at all. */
  readonly hasCoach: boolean;
  readonly endsAt: number;
  /** What the room's recording lacks at a moment of the session. */
  readonly lacksAt: (at: number) => readonly Sense[];
  /** The spans in which it lacks something. */
  readonly unrecorded: readonly Unrecorded[];
  readonly status: () => PlayerStatus;
  readonly subscribeStatus: (listener: () => void) => () => void;
  readonly setRate: (rate: number) => void;
  readonly letCoachSound: (on: boolean) => void;
  /** Takes the playing elements. Returns a detach function. `hold` is called while the last frame is still shown. */
  readonly attachRoom: (element: MediaElement, hold: () => void) => () => void;
  readonly attachCoach: (element: MediaElement) => () => void;
};

export type PlayerPorts = {
  readonly recorded: Recorded;
  /** Session time of the session's end, in ms. */
  readonly endsAt: number;
  readonly startAt?: number;
  readonly urlOf: (partId: TakeId) => string;
  readonly now: () => number;
  /** Calls back at the next frame. Returns a cancel function. */
  readonly nextFrame: (callback: () => void) => () => void;
};

/** Plays a session: by its recording, or by a clock where there is none, so that every moment can be reached. */
export function createPlayer({ recorded, endsAt, startAt, urlOf, now, nextFrame }: PlayerPorts): ReviewPlayer {
  const clock = createPlayClock(now);
  const moments = new Set<() => void>();
  const statuses = new Set<() => void>();
  let room: MediaSeat | undefined;
  let coach: MediaSeat | undefined;
  let roomTake: PlayedTake | undefined;
  let coachTake: PlayedTake | undefined;
  let gapSince: number | undefined;
  let stopFrames: (() => void) | undefined;
  let status: PlayerStatus = {
    isPlaying: false,
    rate: 1,
    coachOn: true,
    loop: null,
    here: 'nothing',
    isOpening: false,
    trouble: 'none',
  };

  const change = (next: Partial<PlayerStatus>) => {
    const isSame = Object.entries(next).every(([key, value]) => Object.is(Reflect.get(status, key), value));
    if (isSame) return;
    status = { ...status, ...next };
    for (const listener of statuses) listener();
  };
  const tell = () => {
    for (const listener of moments) listener();
  };

  /** While the room's recording plays, it defines the time. */
  function at(): number {
    const place = room?.isSettled() === true ? room.place() : undefined;
    if (!status.isPlaying || roomTake === undefined || place === undefined || !isReadable()) return clock.at();
    return sessionTimeAt(roomTake.timeMap, place.seconds * 1_000);
  }

  const isReadable = () => status.trouble !== 'unreadable';

  function goTo(moment: number): void {
    const to = Math.min(Math.max(moment, 0), endsAt);
    clock.set(to);
    roomTake = takeAt(recorded.room, to);
    gapSince = undefined;
    if (roomTake === undefined) room?.pause();
    else room?.show({ url: urlOf(roomTake.partId), seconds: secondsIn(roomTake, to) });
    change({ here: hereAt(to), trouble: isReadable() ? status.trouble : 'none' });
    runOrRest();
    tell();
  }

  function hereAt(moment: number): PlayerStatus['here'] {
    if (roomTake !== undefined) return 'room';
    if (takeAt(recorded.coach, moment) !== undefined) return 'coach';
    return nextStart(recorded, moment) === undefined ? 'nothing' : 'gap';
  }

  function runOrRest(): void {
    const { isPlaying, rate } = status;
    // While the recording seeks a moment, the clock waits.
    clock.run(isPlaying && (roomTake === undefined || !isReadable()) ? rate : 0);
    room?.setRate(rate);
    if (isPlaying && roomTake !== undefined) room?.play();
    else room?.pause();
    keepCoachInStep();
    if (isPlaying) stopFrames ??= nextFrame(frame);
  }

  function frame(): void {
    stopFrames = undefined;
    if (!status.isPlaying) return;
    playOn(at());
    tell();
    stopFrames ??= nextFrame(frame);
  }

  function playOn(moment: number): void {
    const { loop } = status;
    if (loop !== null && moment >= loop[1]) goTo(loop[0]);
    else if (moment >= endsAt) pause();
    else if (roomTake !== undefined && moment >= roomTake.to) goTo(roomTake.to);
    else if (roomTake === undefined) playOnWithoutRoom(moment);
    keepCoachInStep();
  }

  function playOnWithoutRoom(moment: number): void {
    const here = hereAt(moment);
    change({ here });
    if (takeAt(recorded.room, moment) !== undefined) goTo(moment);
    else if (here !== 'gap') gapSince = undefined;
    else {
      gapSince ??= now();
      if (now() - gapSince >= GAP_SHOWN_MS) leaveGap(moment);
    }
  }

  function leaveGap(moment: number): void {
    const next = nextStart(recorded, moment) ?? moment;
    goTo(status.loop !== null && next >= status.loop[1] ? status.loop[0] : next);
  }

  function keepCoachInStep(): void {
    if (coach === undefined) return;
    const moment = at();
    const waits = roomTake !== undefined && isReadable() && room?.isSettled() === false;
    if (!status.isPlaying || !status.coachOn || waits) {
      coach.pause();
      return;
    }
    const place = coachTake && coach.place();
    const does = coachSound(
      recorded.coach,
      moment,
      status.rate,
      place && coachTake && { ...place, partId: coachTake.partId },
    );
    if (does.is === 'silent') {
      coach.pause();
      return;
    }
    if (does.is === 'jump' && coach.isSettled()) {
      coachTake = does.take;
      coach.show({ url: urlOf(does.take.partId), seconds: does.seconds });
    }
    coach.setRate(does.is === 'play' ? does.rate : status.rate);
    coach.play();
  }

  function play(): void {
    if (at() >= endsAt) goTo(status.loop?.[0] ?? firstStart(recorded) ?? 0);
    change({ isPlaying: true, trouble: status.trouble === 'needs-press' ? 'none' : status.trouble });
    runOrRest();
    tell();
  }

  function pause(): void {
    clock.set(at());
    change({ isPlaying: false });
    runOrRest();
    tell();
  }

  function attachRoom(element: MediaElement, hold: () => void): () => void {
    const seat = seatOf(element, {
      onOpening: () => {
        hold();
        change({ isOpening: true });
      },
      onSettled: () => {
        change({ isOpening: false });
        keepCoachInStep();
        tell();
      },
      onEnded: () => {
        if (roomTake !== undefined && status.isPlaying) goTo(roomTake.to);
      },
      onTrouble: () => {
        change({ trouble: 'unreadable', isOpening: false });
        runOrRest();
      },
      onRefused: () => {
        pause();
        change({ trouble: 'needs-press' });
      },
    });
    room = seat;
    goTo(at());
    return () => {
      const moment = at();
      seat.close();
      room = undefined;
      clock.set(moment);
      pause();
    };
  }

  function attachCoach(element: MediaElement): () => void {
    const seat = seatOf(element, {});
    coach = seat;
    return () => {
      seat.close();
      [coach, coachTake] = [undefined, undefined];
    };
  }

  goTo(startAt ?? firstStart(recorded) ?? 0);

  return {
    hasRecording: firstStart(recorded) !== undefined,
    hasCoach: recorded.coach.length > 0,
    endsAt,
    lacksAt: (moment) => lacksAt(recorded, moment),
    unrecorded: unrecordedIn(recorded, endsAt),
    now: at,
    isPlaying: () => status.isPlaying,
    subscribe: (listener) => listenIn(moments, listener),
    status: () => status,
    subscribeStatus: (listener) => listenIn(statuses, listener),
    seek: goTo,
    playAround: (moment) => {
      goTo(moment - LEAD_IN_MS);
      play();
    },
    play,
    pause,
    loop: (span) => {
      change({ loop: span });
      if (span !== null && (at() < span[0] || at() >= span[1])) goTo(span[0]);
    },
    setRate: (rate) => {
      clock.set(at());
      change({ rate });
      runOrRest();
    },
    letCoachSound: (on) => {
      change({ coachOn: on });
      keepCoachInStep();
    },
    attachRoom,
    attachCoach,
  };
}

function secondsIn(take: PlayedTake, moment: number): number {
  return Math.max(0, mediaTimeAt(take.timeMap, moment)) / 1_000;
}

function listenIn(listeners: Set<() => void>, listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
