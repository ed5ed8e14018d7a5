import type { Direction, RtpCapabilities } from '#shared/protocol/media.ts';

/** Tells in a packet's header how a picture must be rotated. */
const ORIENTATION = 'urn:3gpp:video-orientation';

/**
 * The media server's capabilities that a browser is offered. Without this header extension, Safari rotates its picture
 * itself, which saves the recorder work, but Chromium would drop every picture that needs rotation.
 */
export function offeredCapabilities(
  handlerName: string,
  direction: Direction,
  offered: RtpCapabilities,
): RtpCapabilities {
  if (direction === 'receive' || !handlerName.startsWith('Safari')) return offered;
  const headerExtensions = offered.headerExtensions?.filter(({ uri }) => uri !== ORIENTATION) ?? [];
  return { ...offered, headerExtensions };
}
