import { parentPort } from 'node:worker_threads';
import { openApi } from '#shared/protocol/http/openApi.ts';
import { ROUTES } from '#shared/protocol/http/routes.ts';

/** Posts the description of every route. A thread, because it takes a few hundred ms. */
parentPort?.once('message', () => {
  parentPort?.postMessage(openApi(ROUTES));
});
