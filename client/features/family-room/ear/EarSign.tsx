import {
  IconEar,
  IconEarOff,
  IconEye,
  IconHourglass,
  IconPlayerPause,
  IconPlugConnectedX,
  IconVolume,
  IconVolumeOff,
} from '@tabler/icons-react';
import type { EarMoment } from '../phaseWords.ts';
import css from './EarSign.module.css';

const SIGNS = {
  notConnected: IconPlugConnectedX,
  knocking: IconHourglass,
  knockingAlone: IconHourglass,
  checkFirst: IconEar,
  speaking: IconVolume,
  quiet: IconEye,
  paused: IconPlayerPause,
  otherPlays: IconEarOff,
  listening: IconEar,
  talking: IconEar,
  soundConnecting: IconHourglass,
  soundStopped: IconVolumeOff,
  soundMuted: IconVolumeOff,
  coachAway: IconHourglass,
  coachLost: IconPlugConnectedX,
  closed: IconEar,
} satisfies Record<EarMoment, unknown>;

/** One still sign, readable at a glance. Filled while the coach speaks. */
export function EarSign({ moment }: { readonly moment: EarMoment }) {
  const Sign = SIGNS[moment];
  return (
    <div className={css['sign']} data-moment={moment} aria-hidden="true">
      <Sign size={64} stroke={1.5} />
    </div>
  );
}
