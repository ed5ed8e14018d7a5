/** What the screen tells people beside what it shows: spoken politely, or as something that went wrong. */
export type Message = { readonly text: string; readonly failed: boolean };

export type Messages = {
  readonly subscribe: (listener: () => void) => () => void;
  /** The last message; a new object each time, so that the same words twice are said twice. */
  readonly getSnapshot: () => Message | undefined;
  readonly say: (text: string) => void;
  readonly fail: (text: string) => void;
  readonly dismiss: () => void;
};

export function createMessages(): Messages {
  const listeners = new Set<() => void>();
  let last: Message | undefined;
  const show = (message: Message | undefined) => {
    last = message;
    for (const listener of listeners) listener();
  };
  return {
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    getSnapshot: () => last,
    say: (text) => show({ text, failed: false }),
    fail: (text) => show({ text, failed: true }),
    dismiss: () => show(undefined),
  };
}
