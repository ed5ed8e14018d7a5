/** A plug makes several events; they count as one, after this many ms. */
const SETTLE_MS = 300;

/** The parts of `navigator.mediaDevices` that are needed here. */
export type DevicesToWatch = Pick<MediaDevices, 'enumerateDevices' | 'addEventListener' | 'removeEventListener'>;

/**
 * Calls back at once when sound devices may have come or gone, then again with whether they really did. Where the
 * browser hides its devices (a phone that never asked for its microphone) every event counts. Returns how to stop.
 */
export function watchEarphones(
  devices: DevicesToWatch,
  onMaybe: () => void,
  onSettled: (changed: boolean) => void,
): () => void {
  let settling: ReturnType<typeof setTimeout> | undefined;
  let isStopped = false;
  let before = soundDevices(devices);

  const onChange = () => {
    onMaybe();
    clearTimeout(settling);
    settling = setTimeout(() => void compare(), SETTLE_MS);
  };

  async function compare() {
    const [was, is] = await Promise.all([before, soundDevices(devices)]);
    if (isStopped) return;
    before = Promise.resolve(is);
    onSettled(was === undefined || is === undefined || was !== is);
  }

  devices.addEventListener('devicechange', onChange);
  return () => {
    isStopped = true;
    clearTimeout(settling);
    devices.removeEventListener('devicechange', onChange);
  };
}

/** The sound devices as one comparable text, or undefined where the browser does not name them. */
async function soundDevices(devices: DevicesToWatch): Promise<string | undefined> {
  try {
    const sound = (await devices.enumerateDevices()).filter(({ kind }) => kind !== 'videoinput');
    if (sound.every(({ label }) => label === '')) return undefined;
    return sound
      .map(({ kind, deviceId, label }) => `${kind} ${deviceId} ${label}`)
      .sort()
      .join('\n');
  } catch {
    // Not told: every event counts.
    return undefined;
  }
}
