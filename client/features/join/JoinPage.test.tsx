// @vitest-environment jsdom
import { screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { describe, expect, test, vi } from 'vitest';
import { renderScreen } from '#client/testing/renderScreen.tsx';
import { JoinPage } from './JoinPage.tsx';

const DEVICE = {
  deviceId: 'dev-1',
  sessionId: '6e1f3a0e-8f0b-4f5e-9a53-0a4d0f2f6b11',
  kind: 'combined',
  wearer: null,
  therapistName: null,
  isOver: false,
};

const CONTACT = { name: 'Lark Clinic', telephone: '555 0100' };

/** Answers each request by its path. A number alone is an error status. */
function serve(answers: Readonly<Record<string, unknown>>) {
  const asked: string[] = [];
  vi.stubGlobal('fetch', (path: string) => {
    asked.push(path);
    const answer = answers[path];
    if (answer === 'offline') return Promise.reject(new TypeError('no network'));
    const refused = typeof answer === 'number';
    return Promise.resolve(
      new Response(JSON.stringify(refused ? { error: 'No.' } : answer), { status: refused ? answer : 200 }),
    );
  });
  return asked;
}

let made = 0;
const aSecret = () => `a-secret-that-is-long-enough-${++made}`;

const tapOpen = async () => userEvent.click(await screen.findByRole('button', { name: 'Open on this device' }));

describe('a family opens its link', () => {
  test('and taps to go on to the room; a visit alone uses nothing up', async () => {
    const asked = serve({ '/api/join': DEVICE });
    const onJoined = vi.fn();
    await renderScreen(<JoinPage secret={aSecret()} onJoined={onJoined} />, 'join');
    expect(asked).toEqual([]);
    await tapOpen();
    await vi.waitFor(() => expect(onJoined).toHaveBeenCalled());
    expect(asked).toEqual(['/api/join']);
  });

  test('a second time on the same device, and still gets in', async () => {
    serve({ '/api/join': 410, '/api/device': DEVICE });
    const onJoined = vi.fn();
    await renderScreen(<JoinPage secret={aSecret()} onJoined={onJoined} />, 'join');
    await tapOpen();
    await vi.waitFor(() => expect(onJoined).toHaveBeenCalled());
  });

  test('that someone else used, and is told kindly to ask for another', async () => {
    serve({ '/api/join': 410, '/api/device': 401, '/api/clinic/contact': CONTACT });
    await renderScreen(<JoinPage secret={aSecret()} onJoined={vi.fn()} />, 'join');
    await tapOpen();
    expect(await screen.findByRole('heading', { name: 'This link no longer works' })).toBeTruthy();
    expect(screen.getByRole('alert').textContent).toContain('ask for a new link');
    expect((await screen.findByRole('link', { name: 'Call Lark Clinic 555 0100' })).getAttribute('href')).toBe(
      'tel:5550100',
    );
  });

  test('that was cut short, and is told how to open all of it', async () => {
    serve({ '/api/device': 401 });
    await renderScreen(<JoinPage secret={undefined} onJoined={vi.fn()} />, 'join');
    expect(await screen.findByRole('heading', { name: 'Part of the link is missing' })).toBeTruthy();
  });

  test('without internet, and gets in by trying again', async () => {
    serve({ '/api/join': 'offline' });
    const onJoined = vi.fn();
    await renderScreen(<JoinPage secret={aSecret()} onJoined={onJoined} />, 'join');
    await tapOpen();
    const retry = await screen.findByRole('button', { name: 'Try again' });
    serve({ '/api/join': DEVICE });
    await userEvent.click(retry);
    await vi.waitFor(() => expect(onJoined).toHaveBeenCalled());
  });

  test('that does not open, and is told whom to call', async () => {
    serve({ '/api/join': 500, '/api/clinic/contact': CONTACT });
    await renderScreen(<JoinPage secret={aSecret()} onJoined={vi.fn()} />, 'join');
    await tapOpen();
    expect((await screen.findByRole('link', { name: '555 0100' })).getAttribute('href')).toBe('tel:5550100');
  });
});
