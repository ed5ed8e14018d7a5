import type { Page } from '@playwright/test';

type Wire = { cut: boolean; readonly sockets: Set<WebSocket> };
declare global {
  var earshotWire: Wire | undefined;
}

/** Runs in the page before anything else: lets a story cut its sockets and block reconnecting. */
export function installWire(): void {
  const wire: Wire = { cut: false, sockets: new Set() };
  globalThis.earshotWire = wire;
  const Original = globalThis.WebSocket;
  globalThis.WebSocket = class extends Original {
    constructor(url: string | URL, protocols?: string | string[]) {
      // The discard port, where nobody answers.
      super(wire.cut ? 'ws://127.0.0.1:9/' : url, protocols);
      wire.sockets.add(this);
    }
  };
}

export async function cutWire(page: Page): Promise<void> {
  await page.evaluate(() => {
    const wire = globalThis.earshotWire;
    if (wire === undefined) return;
    wire.cut = true;
    for (const socket of wire.sockets) socket.close();
  });
}

export async function mendWire(page: Page): Promise<void> {
  await page.evaluate(() => {
    if (globalThis.earshotWire) globalThis.earshotWire.cut = false;
  });
}
