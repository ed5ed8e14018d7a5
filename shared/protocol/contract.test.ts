import { expect, test } from 'vitest';
import { z } from 'zod';
import { PERMISSIONS } from '#shared/domain/permissions.ts';
import { commands, notices } from './contract.ts';

const wire = {
  commands: Object.fromEntries(
    Object.entries(commands).map(([name, { input, output }]) => [
      name,
      { input: shape(input), output: shape(output, 'output') },
    ]),
  ),
  notices: Object.fromEntries(Object.entries(notices).map(([name, notice]) => [name, shape(notice, 'output')])),
};

function shape(schema: z.ZodType, io: 'input' | 'output' = 'input') {
  return z.toJSONSchema(schema, { io, unrepresentable: 'any' });
}

test('[WIR1] the wire only changes on purpose', async () => {
  await expect(`${JSON.stringify(wire, null, 1)}\n`).toMatchFileSnapshot('./contract.wire.snap');
});

test('[PER1] the table of permissions has exactly the commands of the wire', () => {
  expect(Object.keys(commands).toSorted()).toEqual(Object.keys(PERMISSIONS).toSorted());
});

test('[WIR2] no command takes an identity, because identity comes from the handshake', () => {
  for (const { input } of Object.values(commands)) {
    expect(Object.keys('shape' in input ? input.shape : {})).not.toEqual(
      expect.arrayContaining([expect.stringMatching(/^(userId|role|by|coder|part)$/)]),
    );
  }
});
