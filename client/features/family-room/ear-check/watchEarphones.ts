import { isSameOutput, type OutputLook, type OutputSign } from './isSameOutput.ts';

/** A plug makes several events; they count as one, after this many ms. */
const SETTLE_MS = 300;

/** How often the output is looked at without any sign, in ms: browsers need not tell a page that captures nothing. */
const LOOK_EVERY_MS = 1_000;

/** The parts of `navigator.mediaDevices` that are needed here. */
type DevicesToWatch = Pick<MediaDevices, 'enumerateDevices' | 'addEventListener' | 'removeEventListener'>;

/** Where signs of another output come from. A browser has some of them, and none of all. */
export type OutputToWatch = {
  readonly devices: DevicesToWatch;
  readonly page: Pick<Document, 'visibilityState' | 'addEventListener' | 'removeEventListener'>;
  readonly window: Pick<EventTarget, 'addEventListener' | 'removeEventListener'>;
  /** The context that plays here, once there is one. */
  readonly context:
    Pick<AudioContext, 'state' | 'outputLatency' | 'addEventListener' | 'removeEventListener'> | undefined;
};

/**
 * Watches whether sound still leaves by the output that was checked. Calls back at once at a sign that it may not, then again
 * with whether it must be checked anew; a quiet look calls back only when it must. Where the browser names no outputs (a phone
 * that never asked for its microphone, and browsers that name microphones alone) each sign counts, and so does being hidden:
 * nobody can know what happened meanwhile.
 * Rule EAR1. Returns how to stop, and `tell` for signs from elsewhere.
 */
export function watchEarphones(
  { devices, page, window, context }: OutputToWatch,
  onMaybe: () => void,
  onSettled: (changed: boolean) => void,
): { readonly tell: (sign: OutputSign) => void; readonly close: () => void } {
  let settling: ReturnType<typeof setTimeout> | undefined;
  let isStopped = false;
  let before = look();
  let worst: OutputSign = 'look';
  let doubts = 0;

  function tell(sign: OutputSign) {
    if (isStopped) return;
    onMaybe();
    if (worst === 'look' || sign === 'paused') worst = sign;
    clearTimeout(settling);
    settling = setTimeout(() => void settle(), SETTLE_MS);
  }

  async function settle() {
    settling = undefined;
    const sign = worst;
    worst = 'look';
    const isSame = await compare(sign);
    if (!isStopped) onSettled(!isSame);
  }

  /** Without a sign nothing is held: only what has changed is told. */
  async function lookQuietly() {
    if (settling !== undefined) return;
    const [was, is] = await Promise.all([before, look()]);
    if (isStopped) return;
    if (isSameOutput(was, is, 'look')) {
      doubts = 0;
      if (!was.latencyMs) before = Promise.resolve(is);
      return;
    }
    doubts += 1;
    // A single reading of the latency may be off; names are not.
    if (was.sound === is.sound && doubts < 2) return;
    doubts = 0;
    before = Promise.resolve(is);
    onMaybe();
    onSettled(true);
  }

  async function compare(sign: OutputSign): Promise<boolean> {
    const now = look();
    const [was, is] = await Promise.all([before, now]);
    before = now;
    return isSameOutput(was, is, sign);
  }

  async function look(): Promise<OutputLook> {
    const latencyMs = context?.outputLatency === undefined ? undefined : context.outputLatency * 1_000;
    return { ...(await soundDevices(devices)), latencyMs };
  }

  const onDevices = () => tell('devices');
  const onVisible = () => {
    if (page.visibilityState === 'hidden') tell('hidden');
    else void lookQuietly();
  };
  const onContext = () => tell('context');
  /** A context that begins to run, after the first tap, is no sign; one that stops is. */
  const onState = () => {
    if (context?.state !== 'running') onContext();
  };
  const onFocus = () => void lookQuietly();
  const looking = setInterval(onFocus, LOOK_EVERY_MS);
  devices.addEventListener('devicechange', onDevices);
  page.addEventListener('visibilitychange', onVisible);
  window.addEventListener('focus', onFocus);
  context?.addEventListener('statechange', onState);
  context?.addEventListener('sinkchange', onContext);

  return {
    tell,
    close() {
      isStopped = true;
      clearTimeout(settling);
      clearInterval(looking);
      devices.removeEventListener('devicechange', onDevices);
      page.removeEventListener('visibilitychange', onVisible);
      window.removeEventListener('focus', onFocus);
      context?.removeEventListener('statechange', onState);
      context?.removeEventListener('sinkchange', onContext);
    },
  };
}

/** The sound devices as one comparable text, or undefined where the browser does not name them. */
async function soundDevices(devices: DevicesToWatch): Promise<Pick<OutputLook, 'sound' | 'namesOutput'>> {
  try {
    const sound = (await devices.enumerateDevices()).filter(({ kind }) => kind !== 'videoinput');
    if (sound.every(({ label }) => label === '')) return UNNAMED;
    const lines = sound.map(({ kind, deviceId, label }) => `${kind} ${deviceId} ${label}`);
    return { sound: lines.sort().join('\n'), namesOutput: sound.some(isNamedOutput) };
  } catch {
    // Not told: every sign counts.
    return UNNAMED;
  }
}

const UNNAMED = { sound: undefined, namesOutput: false };

function isNamedOutput({ kind, label }: MediaDeviceInfo): boolean {
  return kind === 'audiooutput' && label !== '';
}
