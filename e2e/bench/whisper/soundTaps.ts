import type { Page } from '@playwright/test';
import { RATE } from './chirps.ts';

type Mouth = { readonly tracks: MediaStreamTrack[] };
declare global {
  var earshotMouth: Mouth | undefined;
}

/** Runs in the page before anything else: keeps every microphone track that the page captures. */
export function installMouth(): void {
  const mouth: Mouth = { tracks: [] };
  globalThis.earshotMouth = mouth;
  if (!('mediaDevices' in navigator)) return; // only secure pages capture
  const devices = navigator.mediaDevices;
  const original = devices.getUserMedia.bind(devices);
  devices.getUserMedia = async (constraints) => {
    const stream = await original(constraints);
    mouth.tracks.push(...stream.getAudioTracks());
    return stream;
  };
}

/** A recording whose every sample has a time on the machine's wall clock. */
export type Recording = {
  readonly samples: Float32Array;
  /** For each block of samples, the wall clock time of rendering minus the context's running time, in ms. */
  readonly offsets: readonly number[];
  readonly blockLength: number;
};

/** What is recorded: the microphone captured last, before sending, or everything received. */
type Tap = 'mouth' | 'ears';

/** Records a tap. Both ends use the same worklet, so that its own delay cancels out. */
export async function record(page: Page, tap: Tap, seconds: number): Promise<Recording> {
  const { base64, offsets, blockLength } = await page.evaluate(recordInPage, { tap, seconds, rate: RATE });
  const bytes = Buffer.from(base64, 'base64');
  const samples = new Float32Array(bytes.length / 2);
  for (let index = 0; index < samples.length; index += 1) samples[index] = bytes.readInt16LE(index * 2) / 32_767;
  return { samples, offsets, blockLength };
}

async function recordInPage({ tap, seconds, rate }: { tap: Tap; seconds: number; rate: number }) {
  // Runs on the audio thread, where Date.now() is the only clock. Its whole ms average out over many blocks.
  const worklet = `registerProcessor('tap', class extends AudioWorkletProcessor {
    process([[samples]]) {
      const offset = Date.now() - (currentFrame / sampleRate) * 1000;
      this.port.postMessage({ offset, samples: samples ? samples.slice() : new Float32Array(128) });
      return true;
    }
  });`;
  const isLive = ({ kind, readyState }: MediaStreamTrack) => kind === 'audio' && readyState === 'live';
  const captured = globalThis.earshotMouth?.tracks.findLast(isLive);
  const received = globalThis.earshotEars?.tracks.filter(isLive) ?? [];
  const live = tap === 'ears' ? received : captured ? [captured] : [];
  if (live.length === 0) throw new Error(`There is no sound to tap at the ${tap}.`);

  const context = new AudioContext({ sampleRate: rate, latencyHint: 'interactive' });
  await context.resume();
  const url = URL.createObjectURL(new Blob([worklet], { type: 'text/javascript' }));
  await context.audioWorklet.addModule(url);
  const node = new AudioWorkletNode(context, 'tap', { numberOfOutputs: 1 });
  node.connect(context.destination); // unconnected nodes are not rendered; this one stays silent
  const blocks: Float32Array[] = [];
  const offsets: number[] = [];
  node.port.onmessage = ({ data }: MessageEvent<{ offset: number; samples: Float32Array }>) => {
    blocks.push(data.samples);
    offsets.push(data.offset);
  };
  const players = live.map((track) => {
    const stream = new MediaStream([track]);
    // Browsers give WebAudio the samples of a remote track only if an element plays it too.
    const player = new Audio();
    player.srcObject = stream;
    player.muted = true;
    void player.play();
    context.createMediaStreamSource(stream).connect(node);
    return player;
  });

  await new Promise((later) => setTimeout(later, seconds * 1_000));
  for (const player of players) player.srcObject = null;
  await context.close();

  const blockLength = blocks[0]?.length ?? 0;
  const whole = new Int16Array(blocks.length * blockLength);
  blocks.forEach((block, place) => {
    block.forEach((sample, index) => {
      whole[place * blockLength + index] = Math.round(Math.max(-1, Math.min(1, sample)) * 32_767);
    });
  });
  const bytes = new Uint8Array(whole.buffer);
  let text = '';
  for (let at = 0; at < bytes.length; at += 0x8000) text += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
  return { base64: btoa(text), offsets, blockLength };
}
