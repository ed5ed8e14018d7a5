import { type HttpProblem, problemOf } from '#client/api/http.ts';

/** Why a family did not get in, as their screen says it. Each has its words in `join`. */
export type JoinTrouble = 'gone' | 'incomplete' | 'offline' | 'failed' | 'tooMany';

type LinkPorts = {
  /** Trades a link's secret for this device's cookie. */
  readonly redeem: (secret: string) => Promise<unknown>;
  /** Finds the device that this browser already is. */
  readonly readDevice: () => Promise<unknown>;
};

/**
 * Opens a link. Without a secret, or with one that is used up, this browser may be the very device that used it. Resolves to why
 * the family did not get in, and to nothing where it did.
 */
export async function openLink(secret: string | undefined, ports: LinkPorts): Promise<JoinTrouble | undefined> {
  const refused = secret === undefined ? undefined : await problemIn(ports.redeem(secret));
  if (secret !== undefined && refused !== 'gone') return refused && troubleOf(refused, true);
  const problem = await problemIn(ports.readDevice());
  return problem && troubleOf(problem, secret !== undefined);
}

/** Which troubles pass by themselves, so that trying again may help. */
export function mayPass(trouble: JoinTrouble): boolean {
  return trouble !== 'gone' && trouble !== 'incomplete';
}

function problemIn(asked: Promise<unknown>): Promise<HttpProblem | undefined> {
  return asked.then(() => undefined, problemOf);
}

function troubleOf(problem: HttpProblem, hadSecret: boolean): JoinTrouble {
  switch (problem) {
    case 'offline':
      return 'offline';
    case 'too-many':
      return 'tooMany';
    case 'gone':
      return 'gone';
    case 'refused':
      return 'incomplete';
    case 'signed-out':
    case 'not-found':
      return hadSecret ? 'gone' : 'incomplete';
    case 'not-allowed':
    case 'fault':
      return 'failed';
  }
}
