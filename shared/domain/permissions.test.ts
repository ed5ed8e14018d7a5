import { expect, test } from 'vitest';
import { PARTS, PARTS_OF_ROLE, ROLES } from './people.ts';
import { type CommandName, mayDo, PERMISSIONS } from './permissions.ts';

const COMMANDS = Object.keys(PERMISSIONS) as CommandName[];

test('[PER1] nobody may send a command in a part that their role cannot have, and an admin none', () => {
  for (const role of ROLES) {
    for (const part of PARTS.filter((one) => !PARTS_OF_ROLE[role].includes(one))) {
      expect([role, part, COMMANDS.filter((name) => mayDo(role, part, name))]).toEqual([role, part, []]);
    }
  }
  expect(PARTS_OF_ROLE.admin).toEqual([]);
});

test('[PER1] whoever leads may do the same, a supervisor or a therapist', () => {
  const ofLead = (role: 'therapist' | 'supervisor') => COMMANDS.filter((name) => mayDo(role, 'lead', name));
  expect(ofLead('supervisor')).toEqual(ofLead('therapist'));
});
