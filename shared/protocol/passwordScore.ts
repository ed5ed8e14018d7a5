import { ZxcvbnFactory } from '@zxcvbn-ts/core';
import * as common from '@zxcvbn-ts/language-common';
import * as english from '@zxcvbn-ts/language-en';
import type { PasswordScore } from '#shared/domain/passwordStrength.ts';

/** Beyond this many characters the estimate takes too long. A password that starts well only gets better. */
const MOST_CHARACTERS = 40;

let estimator: ZxcvbnFactory | undefined;

/**
 * Estimates how hard a password is to guess for somebody who knows these words about its owner. Loads large
 * dictionaries and takes some milliseconds: pages load this file later, and the server calls it in a thread.
 */
export function passwordScore(password: string, about: readonly string[]): PasswordScore {
  estimator ??= new ZxcvbnFactory({
    dictionary: { ...common.dictionary, ...english.dictionary },
    graphs: common.adjacencyGraphs,
  });
  const words = [...about, 'Earshot'].flatMap((text) => text.split(/[^\p{L}\p{N}]+/u)).filter((word) => word !== '');
  return estimator.check(password.slice(0, MOST_CHARACTERS), words).score;
}
