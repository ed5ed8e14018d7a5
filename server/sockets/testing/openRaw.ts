import { onTestFinished } from 'vitest';
import { openRawWebSocket, type RawWebSocket } from './rawWebSocket.ts';

type Opening = Parameters<typeof openRawWebSocket>[1];

/** A client that speaks WebSocket by hand, until the test is over. */
export async function openRaw({ port }: { readonly port: number }, opening: Opening = {}): Promise<RawWebSocket> {
  const client = await openRawWebSocket(port, opening);
  onTestFinished(client.end);
  return client;
}
