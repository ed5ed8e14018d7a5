import type { CaptureRefusal, MediaDevice } from '#client/media/capture.ts';
import { watchSilence } from '#client/media/watchSilence.ts';
import { type TrackState, watchTrack } from '#client/media/watchTrack.ts';
import type { Capture } from '#shared/protocol/sightFacts.ts';

export const ROOM_SOURCES = ['camera', 'microphone'] as const;
export type RoomSource = (typeof ROOM_SOURCES)[number];

/**
 * State of a source. `muted`: its device or the system sends nothing and may resume by itself. `silent`: a microphone
 * that gives only zeros, as one with its own switch does.
 */
type SourceState =
  | { readonly is: 'works' | 'muted' | 'silent'; readonly track: MediaStreamTrack }
  | { readonly is: 'stopped'; readonly why: CaptureRefusal | 'ended'; readonly others: readonly MediaDevice[] }
  /** The family turned it off. Nothing but the family turns it on. Rule SAF4. */
  | { readonly is: 'off' };

/** A camera or microphone that sends nothing. */
export type StoppedSource = {
  readonly source: RoomSource;
  /** The reason, if known. `muted`, `silent`: switched off outside this page; it resumes by itself. */
  readonly why: CaptureRefusal | 'ended' | 'muted' | 'silent';
  readonly others: readonly MediaDevice[];
};

type RoomCaptureView = Readonly<Record<RoomSource, SourceState | undefined>>;

export type Opened =
  { readonly ok: true; readonly track: MediaStreamTrack } | { readonly ok: false; readonly why: CaptureRefusal };

type RoomCaptureParts = {
  /** Opens one source. A named device has no fallback. */
  readonly open: (source: RoomSource, deviceId: string | undefined) => Promise<Opened>;
  readonly list: (source: RoomSource) => Promise<readonly MediaDevice[]>;
  readonly onDevicesChanged: (listener: () => void) => () => void;
  /** Listens to a microphone: whether its latest samples contain anything but zeros. Undefined if unknown. */
  readonly listen: (microphone: MediaStreamTrack) => {
    readonly hasSound: () => boolean | undefined;
    readonly close: () => void;
  };
  readonly onTrack: (source: RoomSource, track: MediaStreamTrack) => void;
};

type RoomCapture = {
  readonly subscribe: (listener: () => void) => () => void;
  readonly getSnapshot: () => RoomCaptureView;
  /** Takes over tracks that were opened elsewhere, and stops them at the end. */
  readonly adopt: (source: RoomSource, opened: Opened) => void;
  readonly turnOff: () => void;
  /** Reopens what stopped or was turned off: the same device, or the chosen one. Resolves to whether everything works. */
  readonly again: (chosen?: { readonly source: RoomSource; readonly deviceId: string }) => Promise<boolean>;
  /** Stops all tracks. Safe to call twice. */
  readonly close: () => void;
};

/** Keeps a room's camera and microphone open. A source that stops is retried immediately and when devices change. */
export function openRoomCapture({ open, list, onDevicesChanged, listen, onTrack }: RoomCaptureParts): RoomCapture {
  const listeners = new Set<() => void>();
  const lastIds = new Map<RoomSource, string>();
  const opening = new Set<RoomSource>();
  let view: RoomCaptureView = { camera: undefined, microphone: undefined };
  let stopListening: () => void = () => undefined;
  let isClosed = false;
  let isOff = false;

  function show(source: RoomSource, state: SourceState) {
    view = { ...view, [source]: state };
    for (const listener of listeners) listener();
  }

  function trackOf(source: RoomSource): MediaStreamTrack | undefined {
    const state = view[source];
    return state === undefined || !('track' in state) ? undefined : state.track;
  }

  function adopt(source: RoomSource, opened: Opened) {
    if (isClosed || isOff) {
      if (opened.ok) opened.track.stop();
      return;
    }
    if (!opened.ok || opened.track.readyState !== 'live') {
      stop(source, opened.ok ? 'ended' : opened.why);
      return;
    }
    const { track } = opened;
    trackOf(source)?.stop();
    const id = track.getSettings().deviceId;
    if (id !== undefined) lastIds.set(source, id);
    watch(source, track);
    show(source, { is: 'works', track });
    onTrack(source, track);
  }

  function watch(source: RoomSource, track: MediaStreamTrack) {
    const isOurs = () => !isClosed && trackOf(source) === track;
    let is: TrackState = 'works';
    let isSilent = false;
    const look = () => isOurs() && show(source, { is: is === 'works' && isSilent ? 'silent' : is, track });
    watchTrack(track, {
      onChange(now) {
        is = now;
        look();
      },
      onEnded() {
        if (!isOurs()) return;
        stop(source, 'ended');
        void reopen(source, lastIds.get(source));
      },
    });
    if (source === 'microphone') {
      listenTo(track, (now) => {
        isSilent = now;
        look();
      });
    }
  }

  /** A person can be silent; a working microphone cannot, because it has noise. */
  function listenTo(microphone: MediaStreamTrack, onChange: (isSilent: boolean) => void) {
    stopListening();
    const { hasSound, close } = listen(microphone);
    const stopWatching = watchSilence({ hasSound, onChange });
    stopListening = () => {
      stopListening = () => undefined;
      stopWatching();
      close();
    };
  }

  function stop(source: RoomSource, why: CaptureRefusal | 'ended') {
    trackOf(source)?.stop();
    if (source === 'microphone') stopListening();
    show(source, { is: 'stopped', why, others: [] });
    void list(source).then(
      (others) => {
        const now = view[source];
        if (!isClosed && now?.is === 'stopped') show(source, { ...now, others });
      },
      () => undefined, // then there is no choice
    );
  }

  async function reopen(source: RoomSource, deviceId: string | undefined): Promise<void> {
    if (isClosed || isOff || opening.has(source)) return;
    opening.add(source);
    const opened = await open(source, deviceId).finally(() => opening.delete(source));
    if (opened.ok || isMissing(source)) adopt(source, opened);
  }

  const isMissing = (source: RoomSource) => view[source]?.is === 'stopped' || view[source]?.is === 'off';
  const stopWatching = onDevicesChanged(() => {
    for (const source of ROOM_SOURCES) if (isMissing(source)) void reopen(source, lastIds.get(source));
  });

  return {
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    getSnapshot: () => view,
    adopt,
    turnOff() {
      isOff = true;
      stopListening();
      for (const source of ROOM_SOURCES) {
        trackOf(source)?.stop();
        show(source, { is: 'off' });
      }
    },
    async again(chosen) {
      isOff = false;
      const wanted = ROOM_SOURCES.filter((source) => source === chosen?.source || isMissing(source));
      for (const source of wanted) {
        await reopen(source, chosen?.source === source ? chosen.deviceId : lastIds.get(source));
      }
      return ROOM_SOURCES.every((source) => view[source]?.is === 'works');
    },
    close() {
      isClosed = true;
      stopWatching();
      stopListening();
      for (const source of ROOM_SOURCES) trackOf(source)?.stop();
      listeners.clear();
    },
  };
}

/** Sources that stopped. Excludes those that were never opened. */
export function stoppedIn(view: RoomCaptureView): readonly StoppedSource[] {
  return ROOM_SOURCES.flatMap((source): StoppedSource[] => {
    const state = view[source];
    if (state?.is === 'stopped') return [{ source, why: state.why, others: state.others }];
    return state?.is === 'muted' || state?.is === 'silent' ? [{ source, why: state.is, others: [] }] : [];
  });
}

/** What a device reports about itself. Undefined until both sources were opened or refused. */
export function captureOf({ camera, microphone }: RoomCaptureView): Capture | undefined {
  return camera && microphone && { camera: camera.is, microphone: microphone.is };
}
