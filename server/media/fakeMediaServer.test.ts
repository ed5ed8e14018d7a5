import { describe } from 'vitest';
import { createFakeMediaServer } from './testing/fakeMediaServer.ts';
import { mediaServerContract } from './testing/mediaServerContract.ts';

describe('the fake media server', () => {
  let fake = createFakeMediaServer();
  mediaServerContract(
    async () => (fake = createFakeMediaServer()),
    async (_, plane) => fake.loseWorker(plane),
  );
});
