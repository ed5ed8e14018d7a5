import type { ProducerCodecOptions, ProducerOptions } from 'mediasoup-client/types';
import type { Source } from '#shared/domain/audience.ts';
import { SENT_BPS } from '#shared/protocol/media.ts';

/** Opus for speech over a lossy network, with FEC. No DTX: it would cut the first syllable of a whisper. */
const SPEECH: ProducerCodecOptions = {
  opusStereo: false,
  opusDtx: false,
  opusFec: true,
  opusNack: true,
  opusPtime: 20,
};

/** The browser's initial bandwidth estimate, in kbit/s. Its default of 300 gives a blurred picture for seconds. */
const CAMERA_START_KBPS = 800;

/** How each source is encoded. */
export const SENDING_OPTIONS: Readonly<Record<Source, ProducerOptions>> = {
  voice: { codecOptions: { ...SPEECH, opusMaxAverageBitrate: SENT_BPS.voice } },
  'room-microphone': { codecOptions: { ...SPEECH, opusMaxAverageBitrate: SENT_BPS['room-microphone'] } },
  camera: {
    encodings: [{ maxBitrate: SENT_BPS.camera }],
    codecOptions: { videoGoogleStartBitrate: CAMERA_START_KBPS },
  },
};
