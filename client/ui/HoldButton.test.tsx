// @vitest-environment jsdom
import { act, fireEvent, screen } from '@testing-library/react';
import { beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import { HoldButton } from './HoldButton.tsx';
import { renderScreen } from '#client/testing/renderScreen.tsx';

async function aButton() {
  const onHeld = vi.fn();
  await renderScreen(<HoldButton onHeld={onHeld}>End the session</HoldButton>);
  vi.useFakeTimers();
  onTestFinished(() => {
    vi.useRealTimers();
  });
  return { onHeld, button: screen.getByRole('button', { name: /End the session/ }) };
}

function pass(ms: number): void {
  act(() => {
    vi.advanceTimersByTime(ms);
  });
}

describe('a button that is held', () => {
  beforeEach(() => vi.useRealTimers());

  test('acts once when it was held for a second', async () => {
    const { onHeld, button } = await aButton();
    fireEvent.pointerDown(button, { button: 0 });
    pass(999);
    expect(onHeld).not.toHaveBeenCalled();
    pass(1);
    expect(onHeld).toHaveBeenCalledTimes(1);
    pass(5_000);
    expect(onHeld).toHaveBeenCalledTimes(1);
  });

  test.for(['pointerUp', 'pointerLeave', 'pointerCancel', 'blur'] as const)('does nothing after %s', async (ends) => {
    const { onHeld, button } = await aButton();
    fireEvent.pointerDown(button, { button: 0 });
    pass(900);
    fireEvent[ends](button);
    pass(5_000);
    expect(onHeld).not.toHaveBeenCalled();
  });

  test.for([' ', 'Enter'])('is held by the key "%s" too, however often the key repeats', async (key) => {
    const { onHeld, button } = await aButton();
    fireEvent.keyDown(button, { key });
    pass(600);
    fireEvent.keyDown(button, { key, repeat: true });
    pass(400);
    expect(onHeld).toHaveBeenCalledTimes(1);
  });

  test('ignores a short press and the click that follows it', async () => {
    const { onHeld, button } = await aButton();
    fireEvent.pointerDown(button, { button: 0 });
    pass(100);
    fireEvent.pointerUp(button);
    fireEvent.click(button, { detail: 1 });
    fireEvent.click(button, { detail: 1 });
    expect(onHeld).not.toHaveBeenCalled();
  });

  test('acts on the second of two clicks by a device that can only click', async () => {
    const { onHeld, button } = await aButton();
    fireEvent.click(button);
    expect(button.textContent).toContain('Press again to confirm');
    expect(onHeld).not.toHaveBeenCalled();
    fireEvent.click(button);
    expect(onHeld).toHaveBeenCalledTimes(1);
  });

  test('disarms a single click after a while', async () => {
    const { onHeld, button } = await aButton();
    fireEvent.click(button);
    pass(4_000);
    fireEvent.click(button);
    expect(onHeld).not.toHaveBeenCalled();
  });
});
