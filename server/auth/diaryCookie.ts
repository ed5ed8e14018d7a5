import { credentialCookie } from './credentialCookie.ts';

export const { read: readDiaryCookie, write: writeDiaryCookie } = credentialCookie('earshot_diary');
