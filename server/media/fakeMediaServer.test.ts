import { describe } from 'vitest';
import { createFakeMediaServer } from './fakeMediaServer.ts';
import { mediaServerContract } from './mediaServer.contract.ts';

describe('the fake media server', () => {
  let fake = createFakeMediaServer();
  mediaServerContract(
    async () => (fake = createFakeMediaServer()),
    async (_, plane) => fake.loseWorker(plane),
  );
});
