import { isSameOutput, type OutputLook, type OutputSign } from './isSameOutput.ts';

/** One plug causes several events. Events within this time count as one, in ms. */
const SETTLE_MS = 300;

/** How often the output is checked without a sign, in ms: browsers may not notify a page that captures nothing. */
const LOOK_EVERY_MS = 1_000;

type DevicesToWatch = Pick<MediaDevices, 'enumerateDevices' | 'addEventListener' | 'removeEventListener'>;

/** Sources of signs that the output changed. No browser has all of them. */
export type OutputToWatch = {
  readonly devices: DevicesToWatch;
  readonly page: Pick<Document, 'visibilityState' | 'addEventListener' | 'removeEventListener'>;
  readonly window: Pick<EventTarget, 'addEventListener' | 'removeEventListener'>;
  /** The playing audio context, once there is one. */
  readonly context:
    Pick<AudioContext, 'state' | 'outputLatency' | 'addEventListener' | 'removeEventListener'> | undefined;
};

/**
 * Watches whether sound still leaves by the checked output. Reports each sign immediately, and then whether a new check
 * is needed; the regular look reports only the latter. If the browser names no outputs (a phone that never asked for
 * its microphone, or a browser that names only microphones), every sign means a new check, even a hidden page. Rule
 * EAR1. Returns a stop function, and `tell` for signs from elsewhere.
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

  /** Without a sign nothing is silenced; only a change is reported. */
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
    // One latency reading may be wrong, so two are needed; names are reliable.
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
  /** A context that starts, after the first tap, is no sign. One that stops is. */
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

/** The sound devices as comparable text. Undefined if the browser does not name them. */
async function soundDevices(devices: DevicesToWatch): Promise<Pick<OutputLook, 'sound' | 'namesOutput'>> {
  try {
    const sound = (await devices.enumerateDevices()).filter(({ kind }) => kind !== 'videoinput');
    if (sound.every(({ label }) => label === '')) return UNNAMED;
    const lines = sound.map(({ kind, deviceId, label }) => `${kind} ${deviceId} ${label}`);
    return { sound: lines.sort().join('\n'), namesOutput: sound.some(isNamedOutput) };
  } catch {
    // Unknown: every sign counts.
    return UNNAMED;
  }
}

const UNNAMED = { sound: undefined, namesOutput: false };

function isNamedOutput({ kind, label }: MediaDeviceInfo): boolean {
  return kind === 'audiooutput' && label !== '';
}
