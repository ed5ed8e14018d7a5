import type { Page } from '@playwright/test';

/** What can be unplugged: a headset with its microphone, a camera, or loudspeakers alone. */
type Plug = 'audio' | 'video' | 'output';

/** The state of the plugs in a story, because the browser's fake devices cannot be unplugged. */
type Plugs = { readonly out: Set<Plug>; readonly tracks: MediaStreamTrack[] };
declare global {
  var plugs: Plugs | undefined;
}

/** Run in the page before its own scripts: records what is captured, and captures nothing that is unplugged. */
export function installPlugs(): void {
  if (!('mediaDevices' in navigator)) return;
  const plugs: Plugs = { out: new Set(), tracks: [] };
  globalThis.plugs = plugs;
  const { mediaDevices } = navigator;
  const capture = mediaDevices.getUserMedia.bind(mediaDevices);
  const list = mediaDevices.enumerateDevices.bind(mediaDevices);
  mediaDevices.enumerateDevices = async () => {
    const devices = await list();
    const isOut = ({ kind }: MediaDeviceInfo) =>
      plugs.out.has(kind === 'videoinput' ? 'video' : 'audio') || (kind === 'audiooutput' && plugs.out.has('output'));
    return devices.filter((device) => !isOut(device));
  };
  mediaDevices.getUserMedia = async (wanted = {}) => {
    const isOut = (['audio', 'video'] as const).some((kind) => Boolean(wanted[kind]) && plugs.out.has(kind));
    if (isOut) throw new DOMException('It is not plugged in.', 'NotFoundError');
    const stream = await capture(wanted);
    plugs.tracks.push(...stream.getTracks());
    return stream;
  };
  // eslint-disable-next-line @typescript-eslint/unbound-method -- called on each track below
  const { clone } = MediaStreamTrack.prototype;
  MediaStreamTrack.prototype.clone = function copy() {
    const track = clone.call(this);
    plugs.tracks.push(track);
    return track;
  };
}

/** How many camera and microphone tracks still run in the page, copies included. */
export function countLiveTracks(page: Page): Promise<number> {
  return page.evaluate(
    () => globalThis.plugs?.tracks.filter(({ readyState }) => readyState === 'live').length ?? Number.NaN,
  );
}

/** Unplugs a device: all its tracks end, and it cannot be opened again. */
export async function unplug(page: Page, kind: Plug): Promise<void> {
  await page.evaluate((pulled) => {
    globalThis.plugs?.out.add(pulled);
    for (const track of globalThis.plugs?.tracks ?? []) {
      if (track.kind !== pulled || track.readyState !== 'live') continue;
      track.stop();
      track.dispatchEvent(new Event('ended'));
    }
    navigator.mediaDevices.dispatchEvent(new Event('devicechange'));
  }, kind);
}

export async function plugIn(page: Page, kind: Plug): Promise<void> {
  await page.evaluate((plugged) => {
    globalThis.plugs?.out.delete(plugged);
    navigator.mediaDevices.dispatchEvent(new Event('devicechange'));
  }, kind);
}
