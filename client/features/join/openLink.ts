import { type HttpProblem, problemOf } from '#client/api/http.ts';

/** Why a family did not get in. The texts are in `join`. */
export type JoinTrouble = 'gone' | 'incomplete' | 'offline' | 'failed' | 'tooMany';

type LinkPorts = {
  /** Trades a link's secret for this device's cookie. */
  readonly redeem: (secret: string) => Promise<unknown>;
  readonly readDevice: () => Promise<unknown>;
};

/**
 * Opens a link. If it has no secret or was used up, this browser may be the device that used it. Resolves to the
 * trouble, or to undefined if the family got in.
 */
export async function openLink(secret: string | undefined, ports: LinkPorts): Promise<JoinTrouble | undefined> {
  const refused = secret === undefined ? undefined : await problemIn(ports.redeem(secret));
  if (secret !== undefined && refused !== 'gone') return refused && troubleOf(refused, true);
  const problem = await problemIn(ports.readDevice());
  return problem && troubleOf(problem, secret !== undefined);
}

/** Which troubles are temporary, so that trying again may help. */
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
    case 'second-factor':
    case 'confirmation':
    case 'fault':
      return 'failed';
  }
}
