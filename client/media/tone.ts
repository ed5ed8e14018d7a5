import { audioContext } from './audioContext.ts';
import { playTrack } from './playTrack.ts';

type Tone = {
  readonly hz: number;
  readonly ms: number;
  readonly loudness?: number;
  /** The output to play through. Default: the system's. */
  readonly sinkId?: string | undefined;
};

const DEFAULT_LOUDNESS = 0.25;
/** A tone that starts or ends abruptly clicks, and a click could leak where the tone does not. In ms. */
const FADE_MS = 30;

/** Plays a tone. `done` resolves when it has ended or was closed. */
export function playTone({ hz, ms, loudness = DEFAULT_LOUDNESS, sinkId }: Tone): {
  done: Promise<void>;
  close: () => void;
} {
  const context = audioContext();
  const oscillator = new OscillatorNode(context, { frequency: hz });
  const gain = new GainNode(context, { gain: 0 });
  const output = context.createMediaStreamDestination();
  oscillator.connect(gain).connect(output);

  const [track] = output.stream.getAudioTracks();
  const playing = track && playTrack(track, { sinkId });
  const { promise: done, resolve } = Promise.withResolvers<undefined>();
  const begin = context.currentTime;
  const end = begin + ms / 1_000;
  const fade = FADE_MS / 1_000;
  gain.gain.setValueAtTime(0, begin).linearRampToValueAtTime(loudness, begin + fade);
  gain.gain.setValueAtTime(loudness, end - fade).linearRampToValueAtTime(0, end);
  oscillator.start(begin);
  oscillator.stop(end);

  function close() {
    oscillator.disconnect();
    playing?.close();
    resolve(undefined);
  }
  oscillator.addEventListener('ended', close);
  return { done, close };
}
