import { z } from 'zod';
import { PASSWORD_LENGTH } from '#shared/domain/passwordLength.ts';

export const email = z.email().max(254);

const { least, most } = PASSWORD_LENGTH;

/** A password that somebody gives to show who they are. */
export const Password = z.string().min(1).max(most);

/** A password as its owner chooses it. Nothing is demanded of its characters. */
export const NewPassword = z
  .string()
  .min(least, `A password needs at least ${least} characters`)
  .max(most, `A password can have at most ${most} characters`);
