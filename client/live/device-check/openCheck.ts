import { askOver, listenOver } from '#client/api/ask.ts';
import { openSocket } from '#client/api/socket.ts';
import { audioContext } from '#client/media/audioContext.ts';
import { openSessionMedia } from '#client/media/sessionMedia.ts';
import type { Handshake } from '#shared/protocol/contract.ts';
import { CHECK_NAMESPACE } from '#shared/protocol/media.ts';
import { checkMedia } from './checkMedia.ts';
import type { MediaFinding } from './mediaFinding.ts';

/** How long the server may take to answer, in ms. */
const CONNECTS_WITHIN_MS = 6_000;

type Captured = { readonly camera: MediaStreamTrack | undefined; readonly microphone: MediaStreamTrack | undefined };

/** A running check. The caller owns the captured tracks. */
export type RunningCheck = { readonly finding: Promise<MediaFinding>; readonly close: () => void };

/** Checks with real media whether picture and sound reach the clinic's media server and come back. */
export function openCheck(handshake: Handshake, { camera, microphone }: Captured): RunningCheck {
  const socket = openSocket(handshake, CHECK_NAMESPACE);
  const media = openSessionMedia({
    ask: askOver(socket),
    listen: listenOver(socket, () => undefined),
    report: () => undefined,
  });
  const played = new Map<MediaStreamTrack, HTMLAudioElement>();
  // Browsers decode only what is played, even if silently.
  const stopPlaying = media.subscribe(() => {
    for (const { kind, mediaStreamTrack } of media.getSnapshot()) {
      if (played.has(mediaStreamTrack)) continue;
      const element = kind === 'audio' ? new Audio() : document.createElement('video');
      element.muted = true;
      element.srcObject = new MediaStream([mediaStreamTrack]);
      void element.play().catch(() => undefined); // a browser that waits for a tap decodes anyway
      played.set(mediaStreamTrack, element);
    }
  });
  // Somebody without a microphone still needs to know whether sound gets through.
  const silence = microphone === undefined ? silentTrack() : undefined;
  const sound = microphone ?? silence;

  const connected = new Promise<boolean>((resolve) => {
    socket.once('connect', () => resolve(true));
    socket.once('connect_error', () => resolve(false));
    setTimeout(() => resolve(false), CONNECTS_WITHIN_MS);
  });
  socket.connect();
  let isClosed = false;
  function close() {
    if (isClosed) return;
    isClosed = true;
    stopPlaying();
    for (const element of played.values()) element.srcObject = null;
    media.close();
    silence?.stop();
    socket.disconnect();
  }

  const sent = { camera, 'room-microphone': sound, voice: sound };
  const wait = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));
  return { finding: checkMedia({ media, connected, sent, wait }).finally(close), close };
}

function silentTrack(): MediaStreamTrack | undefined {
  const context = audioContext();
  const silent = context.createGain();
  silent.gain.value = 0;
  const out = context.createMediaStreamDestination();
  const source = context.createConstantSource();
  source.connect(silent).connect(out);
  source.start();
  return out.stream.getAudioTracks()[0];
}
