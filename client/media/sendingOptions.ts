import type { ProducerCodecOptions, ProducerOptions } from 'mediasoup-client/types';
import type { Source } from '#shared/domain/audience.ts';

/** Opus for speech over a lossy network, with FEC. No DTX: it would cut the first syllable of a whisper. */
const SPEECH: ProducerCodecOptions = {
  opusStereo: false,
  opusDtx: false,
  opusFec: true,
  opusNack: true,
  opusPtime: 20,
};

const VOICE_BPS = 40_000;
/** The room's sound is what is coded, so it gets a higher bitrate than a whisper. */
const ROOM_AUDIO_BPS = 64_000;
const CAMERA_BPS = 1_200_000;
/** The browser's initial bandwidth estimate, in kbit/s. Its default of 300 gives a blurred picture for seconds. */
const CAMERA_START_KBPS = 800;

/** How each source is encoded. Bitrates are in bit/s. */
export const SENDING_OPTIONS: Readonly<Record<Source, ProducerOptions>> = {
  voice: { codecOptions: { ...SPEECH, opusMaxAverageBitrate: VOICE_BPS } },
  'room-microphone': { codecOptions: { ...SPEECH, opusMaxAverageBitrate: ROOM_AUDIO_BPS } },
  camera: { encodings: [{ maxBitrate: CAMERA_BPS }], codecOptions: { videoGoogleStartBitrate: CAMERA_START_KBPS } },
};
