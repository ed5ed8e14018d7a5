import type { Direction, RtpCapabilities } from '#shared/protocol/media.ts';

/** Says in a packet's header how a picture is to be turned to stand upright. */
const ORIENTATION = 'urn:3gpp:video-orientation';

/**
 * What a browser is offered of what the media server can. Safari (`Safari11`, `Safari12`) turns its picture itself when it
 * cannot say how it is to be turned, which spares the recorder the work. Chromium in its place sends no picture at all, and
 * whoever receives must be told by others.
 */
export function offeredTo(handlerName: string, direction: Direction, offered: RtpCapabilities): RtpCapabilities {
  if (direction === 'receive' || !handlerName.startsWith('Safari')) return offered;
  const headerExtensions = offered.headerExtensions?.filter(({ uri }) => uri !== ORIENTATION) ?? [];
  return { ...offered, headerExtensions };
}
