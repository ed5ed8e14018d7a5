import type { RtpParameters } from '#shared/protocol/media.ts';

/** Whether all of it is of this kind. mediasoup itself accepts sound that is declared as a picture. */
export function isMadeOf(kind: 'audio' | 'video', { codecs }: RtpParameters): boolean {
  return codecs.every(({ mimeType }) => mimeType.startsWith(`${kind}/`));
}
