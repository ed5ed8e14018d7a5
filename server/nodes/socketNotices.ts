import { Notice, type Notices } from './notices.ts';

/** The part of a Socket.IO server that passes events between nodes. */
type BetweenServers = {
  readonly serverSideEmit: (event: 'notice', notice: unknown) => unknown;
  readonly on: (event: 'notice', hear: (notice: unknown) => void) => unknown;
};

/** Notices over the adapter of a Socket.IO server, which is made later than those who tell and hear. */
export function createSocketNotices(): Notices & { readonly connect: (server: BetweenServers) => void } {
  let server: BetweenServers | undefined;
  let hear: (notice: Notice) => void = () => undefined;
  return {
    tell: (notice) => void server?.serverSideEmit('notice', notice),
    onTold: (listener) => (hear = listener),
    connect(made) {
      server = made;
      made.on('notice', (raw) => hear(Notice.parse(raw)));
    },
  };
}
