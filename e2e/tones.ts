import { expect, type Page } from '@playwright/test';

type Ears = { readonly tracks: MediaStreamTrack[]; readonly receivers: RTCRtpReceiver[] };
declare global {
  var earshotEars: Ears | undefined;
}

/**
 * Runs in the page before anything else: keeps every track that any peer connection receives, so that a story can
 * listen to everything that reached the page.
 */
export function installEars(): void {
  const ears: Ears = { tracks: [], receivers: [] };
  globalThis.earshotEars = ears;
  const Original = globalThis.RTCPeerConnection;
  globalThis.RTCPeerConnection = class extends Original {
    constructor(configuration?: RTCConfiguration) {
      super(configuration);
      this.addEventListener('track', ({ track, receiver }) => {
        ears.tracks.push(track);
        ears.receivers.push(receiver);
      });
    }
  };
}

/** How long a page is listened to, in ms: several pulses of a pulsed tone. */
const LISTEN_MS = 1_500;

/** How far speech is above neighboring pitches, in dB. Silence and codec noise stay far below. */
const HEARD_DB = 20;

/** How far a pitch was above its neighbors at its loudest, in all received sound. In dB; -Infinity in silence. */
async function toneInPage(page: Page, hertz: number): Promise<number> {
  return page.evaluate(
    async ({ hertz, listenMs }) => {
      const live = (globalThis.earshotEars?.tracks ?? []).filter(
        (track) => track.kind === 'audio' && track.readyState === 'live',
      );
      const context = new AudioContext();
      await context.resume();
      const sounds = live.map((track) => {
        const stream = new MediaStream([track]);
        // Browsers give WebAudio the samples of a remote track only if an element plays it too.
        const player = new Audio();
        player.srcObject = stream;
        player.muted = true;
        void player.play();
        const analyser = new AnalyserNode(context, { fftSize: 8192, smoothingTimeConstant: 0 });
        context.createMediaStreamSource(stream).connect(analyser);
        return { player, analyser };
      });
      const bins = new Float32Array(4096);
      const bin = Math.round((hertz * 8192) / context.sampleRate);
      let best = -Infinity;
      const until = performance.now() + listenMs;
      while (performance.now() < until) {
        for (const { analyser } of sounds) {
          analyser.getFloatFrequencyData(bins);
          const loudest = Math.max(...bins.slice(bin - 2, bin + 3));
          if (loudest < -70) continue;
          const around = [...bins.slice(bin - 60, bin - 20), ...bins.slice(bin + 20, bin + 60)].sort((a, b) => a - b);
          best = Math.max(best, loudest - (around[Math.floor(around.length / 2)] ?? 0));
        }
        await new Promise((later) => setTimeout(later, 20));
      }
      for (const { player } of sounds) player.srcObject = null;
      await context.close();
      return best;
    },
    { hertz, listenMs: LISTEN_MS },
  );
}

/** Waits until a pitch is heard in a page. */
export async function expectTone(page: Page, hertz: number): Promise<void> {
  await expect.poll(() => toneInPage(page, hertz), { timeout: 20_000 }).toBeGreaterThan(HEARD_DB);
}

/** Listens for a while and expects no tone of this pitch. */
export async function expectNoTone(page: Page, hertz: number): Promise<void> {
  expect(await toneInPage(page, hertz)).toBeLessThan(HEARD_DB);
  expect(await toneInPage(page, hertz)).toBeLessThan(HEARD_DB);
}

/** Waits for what is still in jitter buffers when a voice closed, then expects silence. */
export async function expectToneToEnd(page: Page, hertz: number): Promise<void> {
  await expect.poll(() => toneInPage(page, hertz), { timeout: 10_000 }).toBeLessThan(HEARD_DB);
  expect(await toneInPage(page, hertz)).toBeLessThan(HEARD_DB);
}
