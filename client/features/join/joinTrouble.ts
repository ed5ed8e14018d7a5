import type { HttpProblem } from '#client/api/http.ts';

/** Why a family did not get in, as their screen says it. Each has its words in `join`. */
export type JoinTrouble = 'gone' | 'incomplete' | 'offline' | 'failed' | 'tooMany';

/** What to tell a family whose link did not open. */
export function troubleOf(problem: HttpProblem, hadSecret: boolean): JoinTrouble {
  switch (problem) {
    case 'offline':
      return 'offline';
    case 'too-many':
      return 'tooMany';
    case 'gone':
      return 'gone';
    case 'signed-out':
    case 'refused':
    case 'not-found':
      return hadSecret && problem !== 'refused' ? 'gone' : 'incomplete';
    case 'not-allowed':
    case 'fault':
      return 'failed';
  }
}
