import { expect, test, vi } from 'vitest';
import { createContactStore } from './clinicContact.ts';

const LARK = { name: 'Lark Clinic', telephone: '+61 2 5550 0100' };

function aStorage() {
  const kept = new Map<string, string>();
  return {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
  };
}

test('the clinic’s number is kept for when its server is unreachable', async () => {
  const storage = aStorage();
  const asked = createContactStore(
    async () => LARK,
    () => storage,
  );
  expect(asked.known()).toBeUndefined();
  await asked.ask();
  expect(asked.known()).toEqual(LARK);

  const away = createContactStore(
    () => Promise.reject(new Error('away')),
    () => storage,
  );
  await away.ask();
  expect(away.known()).toEqual(LARK);
});

test('it is requested once, and again after the server was unreachable', async () => {
  const read = vi.fn(async () => LARK);
  read.mockRejectedValueOnce(new Error('away'));
  const contact = createContactStore(read, aStorage);
  const heard = vi.fn();
  contact.subscribe(heard);
  await contact.ask();
  expect(heard).not.toHaveBeenCalled();
  await Promise.all([contact.ask(), contact.ask()]);
  await contact.ask();
  expect(read).toHaveBeenCalledTimes(2);
  expect(heard).toHaveBeenCalledOnce();
});

test('with blocked storage or an unreadable value, the page has the received contact', async () => {
  const closed = () => {
    throw new Error('denied');
  };
  const contact = createContactStore(async () => LARK, closed);
  expect(contact.known()).toBeUndefined();
  await contact.ask();
  expect(contact.known()).toEqual(LARK);
  const other = { ...aStorage(), getItem: () => '{"name":1}' };
  expect(
    createContactStore(
      async () => LARK,
      () => other,
    ).known(),
  ).toBeUndefined();
});
