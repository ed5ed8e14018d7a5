import type { DtlsParameters, RtpParameters } from '#shared/protocol/media.ts';

let lastSsrc = 1_000;

/** The RTP parameters of a browser that sends one Opus stream. Every call is another stream. */
export function opusParameters(): RtpParameters {
  lastSsrc += 1;
  return {
    codecs: [{ mimeType: 'audio/opus', payloadType: 111, clockRate: 48_000, channels: 2, parameters: {} }],
    encodings: [{ ssrc: lastSsrc }],
  };
}

/** The RTP parameters of a browser that sends one VP8 stream. */
export function vp8Parameters(): RtpParameters {
  lastSsrc += 1;
  return {
    codecs: [{ mimeType: 'video/VP8', payloadType: 96, clockRate: 90_000, parameters: {} }],
    encodings: [{ ssrc: lastSsrc }],
  };
}

export function someFingerprint(): DtlsParameters {
  const value = Array.from({ length: 32 }, () => 'AB').join(':');
  return { role: 'client', fingerprints: [{ algorithm: 'sha-256', value }] };
}
