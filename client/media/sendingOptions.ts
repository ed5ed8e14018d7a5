import type { ProducerCodecOptions, ProducerOptions } from 'mediasoup-client/types';
import type { Source } from '#shared/domain/audience.ts';

/**
 * Opus for speech in a room that may lose packets: mono, healed by in-band FEC and retransmission, and never
 * discontinuous, since DTX would swallow the first syllable of a whisper.
 */
const SPEECH: ProducerCodecOptions = {
  opusStereo: false,
  opusDtx: false,
  opusFec: true,
  opusNack: true,
  opusPtime: 20,
};

const VOICE_BPS = 40_000;
/** The room's sound is what is coded, so it gets more than a whisper. */
const ROOM_AUDIO_BPS = 64_000;
const CAMERA_BPS = 1_200_000;
/** Where the browser's estimate of the link begins, in kbit/s; its default of 300 shows mud for seconds. */
const CAMERA_START_KBPS = 800;

/** How each source is encoded. Bitrates are in bit/s. */
export const SENDING_OPTIONS: Readonly<Record<Source, ProducerOptions>> = {
  voice: { codecOptions: { ...SPEECH, opusMaxAverageBitrate: VOICE_BPS } },
  'room-microphone': { codecOptions: { ...SPEECH, opusMaxAverageBitrate: ROOM_AUDIO_BPS } },
  camera: { encodings: [{ maxBitrate: CAMERA_BPS }], codecOptions: { videoGoogleStartBitrate: CAMERA_START_KBPS } },
};
