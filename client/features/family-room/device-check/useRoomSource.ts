import { useEffect, useRef, useState } from 'react';
import { type AnsweredSource, capturedTrack, captureHalf } from '#client/live/device-check/captureFor.ts';
import type { RememberedDevices } from '#client/live/device-check/rememberedDevices.ts';
import { watchTrack } from '#client/media/watchTrack.ts';
import type { RoomSource } from '../roomCapture.ts';

type Request = { readonly devices: RememberedDevices };

/** The camera or the microphone in the device check. */
export type CheckedSource = {
  /** The browser's answer; undefined before it. */
  readonly answer: AnsweredSource | undefined;
  readonly isAsked: boolean;
  readonly track: MediaStreamTrack | undefined;
  readonly open: (devices: RememberedDevices) => void;
  /** From then on the caller stops the track. */
  readonly handOn: () => void;
};

/**
 * Opens one source when the parent agrees, so that they read our explanation before the browser's question. Opens by
 * itself if the browser already has permission.
 */
export function useRoomSource(source: RoomSource, remembered: RememberedDevices): CheckedSource {
  const [request, setRequest] = useState<Request>();
  const [latest, setLatest] = useState<{ readonly to: Request; readonly answer: AnsweredSource }>();
  const isHandedOn = useRef(false);
  const isAsked = request !== undefined;

  useEffect(() => {
    if (isAsked) return;
    let isOver = false;
    void isAllowed(source).then((allowed) => allowed && !isOver && setRequest({ devices: remembered }));
    return () => {
      isOver = true;
    };
  }, [source, isAsked, remembered]);

  useEffect(() => {
    if (request === undefined) return;
    let isOver = false;
    let close: () => void = () => undefined;
    void captureHalf(source, request.devices).then((answered) => {
      const track = capturedTrack(answered);
      if (isOver) {
        track?.stop();
        return;
      }
      setLatest({ to: request, answer: answered });
      if (track === undefined) return;
      const stopWatching = watchTrack(track, {
        onChange: (is) => setLatest({ to: request, answer: { is: is === 'works' ? 'working' : 'muted', track } }),
        onEnded: () => setRequest({ devices: {} }),
      });
      close = () => {
        stopWatching();
        if (!isHandedOn.current) track.stop();
      };
    });
    return () => {
      isOver = true;
      close();
    };
  }, [source, request]);

  const answer = latest?.to === request ? latest?.answer : undefined;
  return {
    answer,
    isAsked,
    track: capturedTrack(answer),
    open: (devices) => setRequest({ devices }),
    handOn: () => {
      isHandedOn.current = true;
    },
  };
}

/** Whether the browser has permission already. Some browsers do not say. */
async function isAllowed(source: RoomSource): Promise<boolean> {
  try {
    return (await navigator.permissions.query({ name: source })).state === 'granted';
  } catch {
    return false;
  }
}
