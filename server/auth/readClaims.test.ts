import { expect, test } from 'vitest';
import { readClaims } from './readClaims.ts';

const IDA = { iss: 'https://login.example', sub: 'ida', email: 'Ida@Clinic.example' };

test.for([
  ['verified', { ...IDA, email_verified: true }, 'ida@clinic.example'],
  ['not verified', { ...IDA, email_verified: false }, undefined],
  ['of which the provider says nothing', IDA, undefined],
  ['“verified” as a text', { ...IDA, email_verified: 'true' }, undefined],
  ['not an address', { ...IDA, email: 'ida', email_verified: true }, undefined],
] as const)('[PER17] an address that is %s', ([, claims, email]) => {
  expect(readClaims(claims)).toMatchObject({ subject: 'https://login.example#ida', email });
});

test.for([
  ['what it says', { amr: ['pwd', 'otp'], acr: '2' }, { methods: ['pwd', 'otp'], level: '2' }],
  ['nothing, if it says nothing', {}, { methods: [], level: undefined }],
  ['nothing, if it says something else', { amr: 'mfa', acr: 2 }, { methods: [], level: undefined }],
] as const)('[PER17] of how the provider asked, it reads %s', ([, claims, factors]) => {
  expect(readClaims({ ...IDA, ...claims }).factors).toEqual(factors);
});

test('[PER17] the same subject of another issuer is another person', () => {
  expect(readClaims({ ...IDA, iss: 'https://other.example' }).subject).not.toBe(readClaims(IDA).subject);
});
